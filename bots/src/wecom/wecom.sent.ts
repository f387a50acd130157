import type { ChannelTools } from '../channel.js';
import { fieldsOf, jsonOf, numberOf, textOf } from './wecom.answers.js';

/** What is remembered of a card that was sent: no words of it and nobody's name. */
export interface SentCard {
  /** Empty where WeCom did not tell it. */
  msgId: string;
  taskId: string;
  at: number;
  /** Version of the card that the person sees. */
  version: number;
  /** Changes the card once; null when it was used. */
  code: string | null;
  codeUntil: number;
}

const keptSeconds = 40 * 86_400;
/** A response code is valid for 72 hours; an hour is left for the way. */
export const codeMs = 71 * 3_600_000;

/** The cards that were sent, by delivery. */
export class SentCards {
  constructor(
    private readonly tools: ChannelTools,
    private readonly name: string,
  ) {}

  async find(deliveryId: string): Promise<SentCard | null> {
    const kept = await this.tools.store.get(this.key(deliveryId));
    const fields = fieldsOf(kept === null ? null : jsonOf(kept));
    const taskId = textOf(fields.taskId);
    return taskId === ''
      ? null
      : {
          taskId,
          msgId: textOf(fields.msgId),
          at: numberOf(fields.at),
          version: numberOf(fields.version),
          code: textOf(fields.code) || null,
          codeUntil: numberOf(fields.codeUntil),
        };
  }

  async keep(deliveryId: string, sent: SentCard): Promise<void> {
    await this.tools.store.set(this.key(deliveryId), JSON.stringify(sent), keptSeconds);
  }

  async change(deliveryId: string, change: Partial<SentCard>): Promise<void> {
    const sent = await this.find(deliveryId);
    const changed = { ...sent, ...change };
    if (sent && JSON.stringify(changed) !== JSON.stringify(sent)) {
      await this.keep(deliveryId, { ...sent, ...change }); // a redelivered press says what is known
    }
  }

  private key(deliveryId: string): string {
    return `wecom:sent:${this.name}:${deliveryId}`;
  }
}
