import { createHash } from 'node:crypto';
import {
  type CallbackRequest,
  type Capabilities,
  type Channel,
  type ChannelHealth,
  type ChannelHost,
  type ChannelPress,
  type ChannelRecipient,
  type ChannelTools,
  DeliveryRefused,
  type HttpAnswer,
  type OutgoingCard,
  type PressAnswer,
} from '../channel.js';
import { wordsFor } from '../channel-words.js';
import { FeishuApi, type FeishuSettings, fieldsOf, textOf } from './feishu.api.js';
import { feishuDrawer } from './feishu.draw.js';
import { causeOf, FeishuError, goneCodes, refusalOf } from './feishu.errors.js';
import { eventOf, type FeishuNotice, noticeOf, pressOf } from './feishu.events.js';
import { renderFeishu } from './feishu.render.js';
import { decrypted, sameText, signatureFits } from './feishu.verify.js';

/** As long as a card can be pressed, and some more. */
const rememberSeconds = 40 * 86_400;
/** The platform waits 3 s for an answer; the way back takes some of it. */
const answerWithinMs = 2_300;

/** Feishu (and Lark): cards to people and groups by the app's bot, presses and events by callback. */
export class FeishuChannel implements Channel {
  readonly name = 'feishu';
  readonly capabilities: Capabilities = feishuDrawer.capabilities;
  private host: ChannelHost | null = null;
  private readonly late = new Set<Promise<void>>();
  private since: number;
  private failing = false;
  private lastError: ChannelHealth['lastError'] = null;

  /** @param api one for the channel, the sign-in and the directory: they share the token */
  constructor(
    private readonly settings: FeishuSettings,
    private readonly tools: ChannelTools,
    private readonly api: FeishuApi = new FeishuApi(settings, tools),
  ) {
    this.since = tools.now();
  }

  async send(message: OutgoingCard): Promise<{ externalId: string }> {
    const uuid = identityOf(message.deliveryId);
    const known = await this.tools.store.get(`feishu:sent:${uuid}`);
    if (known !== null) {
      return { externalId: known };
    }
    const externalId = await this.watched(() => this.create(message, uuid));
    await this.tools.store.set(`feishu:sent:${uuid}`, externalId, rememberSeconds);
    this.tools.log('feishu sent', { deliveryId: message.deliveryId });
    return { externalId };
  }

  async update(message: OutgoingCard): Promise<void> {
    const messageId = await this.tools.store.get(`feishu:sent:${identityOf(message.deliveryId)}`);
    if (messageId !== null) {
      await this.watched(() => this.patch(messageId, renderFeishu(message)));
    }
  }

  listen(host: ChannelHost): Promise<void> {
    this.host = host;
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.host = null;
    await Promise.all(this.late);
  }

  async callback({ method, headers, body }: CallbackRequest): Promise<HttpAnswer> {
    if (method !== 'POST') {
      return json(405, {});
    }
    const content = this.contentOf(body);
    if (content === null) {
      return json(400, {});
    }
    const signed = signatureFits(this.settings.encryptKey, headers, body);
    const asked = fieldsOf(content);
    if (asked.type === 'url_verification') {
      // The console asks this before it signs anything; only who knows the key can have written it.
      const known = sameText(textOf(asked.token), this.settings.verificationToken);
      return known ? json(200, { challenge: textOf(asked.challenge) }) : json(401, {});
    }
    const notice = noticeOf(content, this.tools.now());
    if (!signed || !this.ours(notice)) {
      return json(401, {});
    }
    return this.host ? this.take(this.host, notice) : json(503, {});
  }

  health(): ChannelHealth {
    return {
      state: this.failing ? 'failing' : 'ready',
      ...{ since: this.since, lastError: this.lastError },
      ...{ tokenUntil: this.api.tokenUntil, quotas: [] },
    };
  }

  private async create(message: OutgoingCard, uuid: string): Promise<string> {
    const { recipient } = message;
    const answer = await this.api.call({
      ...{ method: 'POST', path: '/open-apis/im/v1/messages' },
      query: { receive_id_type: addressType(recipient) },
      body: {
        ...{ receive_id: recipient.address, msg_type: 'interactive', uuid },
        content: JSON.stringify(renderFeishu(message)),
      },
    });
    return textOf(fieldsOf(answer.data).message_id);
  }

  private async patch(messageId: string, card: Record<string, unknown>): Promise<void> {
    const path = `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}`;
    try {
      await this.api.call({ method: 'PATCH', path, body: { content: JSON.stringify(card) } });
    } catch (error) {
      if (!(error instanceof FeishuError && goneCodes.has(error.code))) {
        throw error;
      }
    }
  }

  private async take(host: ChannelHost, notice: FeishuNotice): Promise<HttpAnswer> {
    if (notice.type === 'card.action.trigger') {
      const read = pressOf(notice);
      return json(200, read ? await this.pressed(host, read.press, read.messageId) : {});
    }
    const event = eventOf(notice);
    if (event) {
      await host.event(event);
    }
    return json(200, {});
  }

  /** The toast and the new card; when that takes too long, a toast now and the card as soon as it is there. */
  private async pressed(host: ChannelHost, press: ChannelPress, messageId: string) {
    const words = wordsFor(host, press.cardId);
    const work = host.press(press).then(
      (answer) => answered(answer, press),
      (error: unknown) => {
        const content = error instanceof Error ? error.message : String(error);
        return { toast: { type: 'error', content }, card: undefined };
      },
    );
    let timer: NodeJS.Timeout | undefined;
    const slow = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), answerWithinMs);
    });
    const ready = await Promise.race([work, slow]);
    clearTimeout(timer);
    if (ready !== null) {
      return ready;
    }
    this.finishLater(work, messageId);
    return { toast: { type: 'info', content: (await words).working } };
  }

  private finishLater(
    work: Promise<{ card?: { data: Record<string, unknown> } | undefined }>,
    messageId: string,
  ): void {
    const late: Promise<void> = work
      .then(async ({ card }) => {
        if (card && messageId !== '') {
          await this.watched(() => this.patch(messageId, card.data));
        }
      })
      .catch(() => undefined) // it stands in the health; the card's own update follows by its job
      .finally(() => void this.late.delete(late));
    this.late.add(late);
  }

  private ours({ appId, token }: FeishuNotice): boolean {
    return sameText(token, this.settings.verificationToken) && sameText(appId, this.settings.appId);
  }

  private contentOf(body: string): unknown {
    try {
      const encrypt = textOf(fieldsOf(JSON.parse(body)).encrypt);
      return JSON.parse(decrypted(this.settings.encryptKey, encrypt));
    } catch {
      return null;
    }
  }

  private async watched<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      this.turned(false);
      return result;
    } catch (error) {
      const refusal = error instanceof FeishuError ? refusalOf(error.code) : null;
      const known =
        error instanceof FeishuError ? new Error(causeOf(error.code)) : (error as Error);
      const thrown = refusal === null ? known : new DeliveryRefused(refusal);
      this.lastError = { at: this.tools.now(), text: thrown.message };
      this.turned(refusal === null);
      throw thrown;
    }
  }

  private turned(failing: boolean): void {
    if (this.failing !== failing) {
      this.failing = failing;
      this.since = this.tools.now();
    }
  }
}

/** At most 50 characters; the platform makes one message of the same one within an hour. */
function identityOf(deliveryId: string): string {
  return createHash('sha256').update(deliveryId).digest('hex').slice(0, 40);
}

function addressType({ kind, address }: ChannelRecipient): string {
  if (kind === 'group') {
    return 'chat_id';
  }
  return address.startsWith('ou_') ? 'open_id' : 'user_id';
}

function answered({ effective, message, card, link }: PressAnswer, press: ChannelPress) {
  const data = renderFeishu({ card, link, deliveryId: press.deliveryId ?? '' });
  return {
    toast: { type: effective ? 'success' : 'warning', content: message },
    card: { type: 'raw', data },
  };
}

function json(status: number, body: unknown): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}
