import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CardButton } from '@zhiyu/contracts/card';
import { AppError } from '@zhiyu/contracts/errors';
import type { ChannelHost, ChannelPress, ChannelTools, PressAnswer } from '../channel.js';
import type { MessageBook, ShownCard } from './dingtalk.book.js';
import {
  type JsonRecord,
  nestedRecord,
  numberOf,
  recordOf,
  textOf,
  textsOf,
} from './dingtalk.json.js';
import { askParams, type CardParams, privateParams, publicParams } from './dingtalk.render.js';
import type { CardSender } from './dingtalk.senders.js';
import { dingTalkWords } from './dingtalk.words.js';

/** What DingTalk is answered: the new state of the card for everybody, and for the one who pressed. */
export interface CardAnswer {
  cardUpdateOptions: { updateCardDataByKey: true; updatePrivateDataByKey: true };
  cardData?: { cardParamMap: CardParams };
  userPrivateData?: { cardParamMap: CardParams };
}

/** An answer, and what is to be told once it was sent or could not be sent. */
export interface AnsweredPress {
  answer: CardAnswer;
  /** @param taken whether DingTalk got the answer */
  sent: (taken: boolean) => Promise<void>;
}

/** A press as DingTalk's callback has it. */
interface RawPress {
  outTrackId: string;
  userId: string;
  corpId: string;
  action: string;
  cardId: string;
  value: string | null;
  text: string | null;
  version: number | null;
}

/** DingTalk waits 2 s for the answer; what takes longer is shown by an update. */
const answerWithin = 1_500;
/** After this DingTalk has given up waiting, and an update is no longer inside the callback. */
const givenUpAfter = 2_200;
/** Between an answer and the first update of its card, so that the update is never inside the callback. */
const afterAnswer = 150;
const mostWait = 3_000;
const eventIdLength = 128;

const orNull = (text: string) => (text === '' ? null : text);

/** What was chosen: a text, or the object that a select field hands in. */
function chosen(record: JsonRecord, ...names: string[]): string | null {
  const plain = textOf(record, ...names);
  if (plain !== '') {
    return plain;
  }
  const nested = names.map((name) => textOf(recordOf(record[name]), 'value', 'text'));
  return orNull(nested.find((text) => text !== '') ?? '');
}

function rawPress(body: JsonRecord): RawPress {
  const content = nestedRecord(body.content ?? body.value);
  const data = nestedRecord(content.cardPrivateData);
  const params = nestedRecord(data.params);
  const form = nestedRecord(params.form);
  const [firstId = ''] = textsOf(data.actionIds);
  return {
    outTrackId: textOf(body, 'outTrackId'),
    userId: textOf(body, 'userId'),
    corpId: textOf(body, 'corpId'),
    action: textOf(params, 'action') || firstId,
    cardId: textOf(params, 'cardId', 'card_id'),
    value: chosen(params, 'value', 'reason') ?? chosen(form, 'value', 'reason'),
    text: chosen(params, 'text', 'note') ?? chosen(form, 'text', 'note'),
    version: numberOf(params, 'version'),
  };
}

/** Of one click: the key of the card and DingTalk's number of the message. */
function eventIdOf(outTrackId: string, messageId: string): string {
  const whole = `${outTrackId}:${messageId}`;
  return whole.length <= eventIdLength ? whole : createHash('sha256').update(whole).digest('hex');
}

const buttonOf = (shown: ShownCard, action: string) =>
  shown.buttons.find((button) => button.action === action);

/** Whether the press brings what its button asks for. */
function answers({ value, text }: RawPress, { ask }: CardButton): boolean {
  if (!ask) {
    return true;
  }
  return ask.options.length > 0 ? value !== null : !ask.freeText || text !== null;
}

/** The form of a button that was pressed without what it asks for. */
function asking(raw: RawPress, shown: ShownCard | null): CardParams | null {
  if (raw.userId === '' || raw.action === '') {
    return privateParams(dingTalkWords[shown?.locale ?? 'zh'].gone);
  }
  const button = shown?.state === 'open' ? buttonOf(shown, raw.action) : undefined;
  return shown && button && !answers(raw, button) ? askParams(shown, button) : null;
}

function pressOf(raw: RawPress, shown: ShownCard | null, messageId: string): ChannelPress {
  return {
    eventId: eventIdOf(raw.outTrackId, messageId),
    cardId: shown?.cardId ?? raw.cardId,
    deliveryId: shown?.deliveryId ?? null,
    ...{ action: raw.action, value: raw.value, text: raw.text, address: raw.userId },
    seenVersion: raw.version ?? shown?.version ?? 0,
  };
}

const options = { updateCardDataByKey: true, updatePrivateDataByKey: true } as const;

function onlyFor(params: CardParams): CardAnswer {
  return { cardUpdateOptions: options, userPrivateData: { cardParamMap: params } };
}

/** Presses on interactive cards, the same for both roads on which they come. */
export class CardPresses {
  /** Cards whose callback is open, with the moment at which it is over. */
  private readonly open = new Map<string, Promise<unknown>>();

  constructor(
    private readonly corpId: string,
    private readonly book: MessageBook,
    private readonly sender: CardSender,
    private readonly tools: ChannelTools,
  ) {}

  /** @param messageId DingTalk's number of this click; the same when it comes twice */
  async answer(body: JsonRecord, messageId: string, host: ChannelHost): Promise<AnsweredPress> {
    const began = performance.now();
    const raw = rawPress(body);
    const closed = this.begin(raw.outTrackId);
    let late: (() => Promise<void>) | null = null;
    let answer: CardAnswer;
    try {
      const shown = await this.book.shown(raw.outTrackId);
      const asked = this.withoutHost(raw, shown);
      if (asked) {
        answer = onlyFor(asked);
      } else {
        const taken = await this.take(raw, shown, messageId, host);
        answer = taken.answer;
        late = taken.late;
      }
    } catch (error) {
      closed();
      throw error;
    }
    const sent = async (got: boolean) => {
      await sleep(got ? afterAnswer : Math.max(0, began + givenUpAfter - performance.now()));
      closed();
      if (late) {
        await late();
      } else if (!got) {
        await this.redraw(raw, answer);
      }
    };
    return { answer, sent };
  }

  /** Resolves when no callback of this card is open: DingTalk forbids an update inside one. */
  async quiet(outTrackId: string): Promise<void> {
    const until = Date.now() + mostWait;
    await this.open.get(outTrackId);
    // Another process may be answering.
    while (Date.now() < until && (await this.tools.store.get(`dingtalk:open:${outTrackId}`))) {
      await sleep(50);
    }
  }

  private begin(outTrackId: string): () => void {
    const key = `dingtalk:open:${outTrackId}`;
    let release: () => void = () => undefined;
    const over = new Promise<void>((resolve) => (release = resolve));
    const before = this.open.get(outTrackId);
    const all = Promise.all([before, over]);
    this.open.set(outTrackId, all);
    const marked = this.tools.store.set(key, '1', 3).catch(() => undefined);
    return () => {
      void marked
        .then(() => this.tools.store.delete(key))
        .catch(() => undefined)
        .finally(() => {
          release();
          if (this.open.get(outTrackId) === all) {
            this.open.delete(outTrackId);
          }
        });
    };
  }

  /** What needs no decision: strangers, cards nobody knows, and a button that first asks for a reason. */
  private withoutHost(raw: RawPress, shown: ShownCard | null): CardParams | null {
    const say = dingTalkWords[shown?.locale ?? 'zh'];
    if (raw.corpId !== '' && raw.corpId !== this.corpId) {
      this.tools.log('dingtalk press refused', { why: 'otherCompany', card: raw.outTrackId });
      return privateParams(say.otherCompany);
    }
    return shown || raw.cardId !== '' ? asking(raw, shown) : privateParams(say.gone);
  }

  private async take(
    raw: RawPress,
    shown: ShownCard | null,
    messageId: string,
    host: ChannelHost,
  ): Promise<{ answer: CardAnswer; late: (() => Promise<void>) | null }> {
    const decided = host.press(pressOf(raw, shown, messageId)).then(
      (result) => this.decided(raw, shown, result),
      (error: unknown) => this.refused(raw, shown, error),
    );
    const first = await Promise.race([decided, sleep(answerWithin, null, { ref: false })]);
    if (first !== null) {
      return { answer: first, late: null };
    }
    const working = onlyFor(privateParams(dingTalkWords[shown?.locale ?? 'zh'].working));
    return { answer: working, late: async () => this.redraw(raw, await decided) };
  }

  private async decided(
    raw: RawPress,
    shown: ShownCard | null,
    { card, link, message }: PressAnswer,
  ): Promise<CardAnswer> {
    if (shown && card.version >= shown.version) {
      const { deliveryId } = shown;
      await this.book.keepShown(raw.outTrackId, { deliveryId, card, link: shown.link });
    }
    return {
      ...onlyFor(privateParams(message)),
      cardData: { cardParamMap: publicParams(card, shown?.link ?? link) },
    };
  }

  /** Only the one who pressed is told, and the card stays as it is for all others. */
  private refused(raw: RawPress, shown: ShownCard | null, error: unknown): CardAnswer {
    const say = dingTalkWords[shown?.locale ?? 'zh'];
    const why = error instanceof AppError ? error.code : 'refused';
    this.tools.log('dingtalk press refused', { why, card: raw.outTrackId });
    const sentence = error instanceof AppError || !(error instanceof Error) ? '' : error.message;
    return onlyFor(privateParams(sentence === '' ? say.refused : sentence));
  }

  /** Shows by an update what the answer could not carry. */
  private async redraw(raw: RawPress, answer: CardAnswer): Promise<void> {
    const own = answer.userPrivateData ? { [raw.userId]: answer.userPrivateData } : {};
    try {
      await this.sender.patch(raw.outTrackId, answer.cardData?.cardParamMap ?? {}, own);
    } catch (error) {
      // The decision stands; the card is drawn again with its next change.
      const why = error instanceof Error ? error.message : 'unknown';
      this.tools.log('dingtalk card not redrawn', { card: raw.outTrackId, why });
    }
  }
}
