import { createHash, createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallbackRequest, ChannelHost, ChannelTools, HttpAnswer } from '../channel.js';
import { type EventDesk, pushedEvent } from './dingtalk.events.js';
import { parsed, recordOf, textOf } from './dingtalk.json.js';
import type { CardPresses } from './dingtalk.press.js';
import type { DingTalkSettings } from './dingtalk.settings.js';
import {
  CallbackCrypto,
  cardSignature,
  ForgedCallback,
  type Opened,
  sameText,
} from './dingtalk.verify.js';

/** DingTalk waits 1500 ms for the confirmation of an event. */
const confirmWithin = 1_200;
/** How far the clock of a card's callback may be off. */
const clockSlack = 3_600_000;

/** A moment that may be written in seconds. */
function milliseconds(text: string): number {
  const number = Number(text);
  return number < 100_000_000_000 ? number * 1000 : number;
}

/** Key that signs the callbacks of cards: the same in all processes, without a setting of its own. */
export function cardApiSecret(clientSecret: string): string {
  return createHmac('sha256', clientSecret)
    .update('zhiyu card callback')
    .digest('hex')
    .slice(0, 32);
}

function json(status: number, body: object): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
  };
}

const refusal = (status: number, reason: string) => json(status, { message: reason });

const notYet = refusal(503, 'not listening yet');

/** Requests of DingTalk's servers to ours, where Stream is not used: the event push, and presses on cards. */
export class DingTalkCallbacks {
  private readonly crypto: CallbackCrypto | null;

  constructor(
    private readonly settings: DingTalkSettings,
    private readonly presses: CardPresses,
    private readonly desk: EventDesk,
    private readonly tools: ChannelTools,
  ) {
    const { eventToken, eventAesKey, clientId, corpId } = settings;
    this.crypto =
      eventToken !== null && eventAesKey !== null
        ? new CallbackCrypto(eventToken, eventAesKey, [clientId, corpId])
        : null;
  }

  async answer(request: CallbackRequest, host: ChannelHost | null): Promise<HttpAnswer> {
    if (request.method.toUpperCase() !== 'POST') {
      return refusal(405, 'POST only');
    }
    const body = recordOf(parsed(request.body));
    if (textOf(body, 'encrypt') !== '') {
      return this.pushed(request, textOf(body, 'encrypt'), host);
    }
    return host === null ? notYet : this.pressed(request, host);
  }

  private async pushed(
    { query }: CallbackRequest,
    encrypt: string,
    host: ChannelHost | null,
  ): Promise<HttpAnswer> {
    if (!this.crypto) {
      return refusal(404, 'the event push is not set up');
    }
    let opened: Opened;
    try {
      opened = this.crypto.open({
        // Both spellings are in use.
        signature: textOf(query, 'msg_signature', 'signature'),
        timestamp: textOf(query, 'timestamp', 'timeStamp'),
        nonce: textOf(query, 'nonce'),
        encrypt,
      });
    } catch (error) {
      if (error instanceof ForgedCallback) {
        this.tools.log('dingtalk callback refused', { why: error.message });
        return refusal(403, 'wrong signature');
      }
      throw error;
    }
    const answer = await this.taken(opened.message, host);
    const { owner } = opened;
    return answer ?? json(200, this.crypto.seal({ message: 'success', owner }, this.tools.now()));
  }

  /** @returns why it is not confirmed; null: it is */
  private async taken(plain: string, host: ChannelHost | null): Promise<HttpAnswer | null> {
    const event = recordOf(parsed(plain));
    const type = textOf(event, 'EventType');
    const isEvent = type !== 'check_url' && type !== '';
    if (isEvent && host === null) {
      return notYet;
    }
    if (isEvent && host !== null) {
      const id = createHash('sha256').update(plain).digest('hex');
      const taken = this.desk.take(pushedEvent(event, id, this.tools.now()), host);
      taken.catch(() => undefined); // told by the answer, or by the event coming again
      const kept = await Promise.race([taken, sleep(confirmWithin, false, { ref: false })]);
      if (!kept) {
        return refusal(500, 'later');
      }
    }
    return null;
  }

  private async pressed(request: CallbackRequest, host: ChannelHost): Promise<HttpAnswer> {
    const header = (name: string) =>
      Object.entries(request.headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
    const timestamp = header('x-ddpaas-signature-timestamp');
    const signature = header('x-ddpaas-signature');
    const expected = cardSignature(cardApiSecret(this.settings.clientSecret), timestamp);
    const inTime = Math.abs(this.tools.now() - milliseconds(timestamp)) <= clockSlack;
    if (signature === '' || !sameText(expected, signature) || !inTime) {
      this.tools.log('dingtalk callback refused', { why: 'card signature' });
      return refusal(403, 'wrong signature');
    }
    const body = recordOf(parsed(request.body));
    if (textOf(body, 'outTrackId') === '') {
      return refusal(400, 'no card');
    }
    // The push has no number of its own: the same bytes at the same time are the same click.
    const id = createHash('sha256').update(`${timestamp}\n${request.body}`).digest('hex');
    const { answer, sent } = await this.presses.answer(body, id.slice(0, 32), host);
    void sent(true);
    return json(200, answer);
  }
}
