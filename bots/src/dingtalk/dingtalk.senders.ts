import { createHash } from 'node:crypto';
import type { ChannelRecipient, KeyValueStore, OutgoingCard } from '../channel.js';
import { chartFile } from '../chart-file.js';
import type { DingTalkApi } from './dingtalk.api.js';
import { DingTalkError } from './dingtalk.errors.js';
import { type RobotMessage, robotMessage, workNotice } from './dingtalk.fallback.js';
import { type JsonRecord, listOf, recordOf, textOf, textsOf } from './dingtalk.json.js';
import { chinaDay } from './dingtalk.quota.js';
import { type CardParams, privateParams, publicParams } from './dingtalk.render.js';

/** People one call of the robot may name. */
const robotPeople = 20;
/** Work notices one person may get on one day from an app of the company; more are dropped in silence. */
const noticesADay = 500;
const day = 86_400;
/** Route of the cards' callback when it comes by HTTP. */
export const cardRoute = 'zhiyu';

const isTrue = (answer: JsonRecord, name: string) => textOf(answer, name) === 'true';

/** @throws DingTalkError when a 200 says that nothing was done */
function checkDone(answer: JsonRecord): void {
  if (textOf(answer, 'success') === 'false') {
    throw new DingTalkError('refused', 'success=false');
  }
}

/** @throws DingTalkError when a space of the answer says that the card did not arrive there, or it arrived nowhere */
function checkDelivered(answer: JsonRecord): void {
  const results = recordOf(answer.result).deliverResults;
  const all = listOf(results).map(recordOf);
  const failed = all.find((one) => !isTrue(one, 'success'));
  if (failed) {
    const text = textOf(failed, 'errorMsg');
    const unknown = /user|staff|receiver|成员|用户|not.?exist|不存在/i.test(text);
    const limited = /flow|limit|限流|频繁/i.test(text);
    throw new DingTalkError(limited ? 'flowControlled' : unknown ? 'unknownPerson' : 'refused');
  }
  if (Array.isArray(results) && all.length === 0) {
    throw new DingTalkError('refused', 'noSpace');
  }
  checkDone(answer);
}

/** Interactive cards of the customer's own templates. */
export class CardSender {
  constructor(private readonly api: DingTalkApi) {}

  /** The template for a card of this kind; null without one. */
  template(kind: OutgoingCard['card']['kind']): string | null {
    const { cardTemplates } = this.api.settings;
    return cardTemplates[kind] ?? cardTemplates.default ?? null;
  }

  /** @throws DingTalkError; `alreadyThere` when a card has this key */
  async deliver(message: OutgoingCard, outTrackId: string): Promise<void> {
    const { card, link, recipient } = message;
    const { stream } = this.api.settings;
    const callback = stream
      ? { callbackType: 'STREAM' }
      : { callbackType: 'HTTP', callbackRouteKey: cardRoute };
    const own = { [recipient.address]: { cardParamMap: privateParams('') } };
    const answer = await this.api.call({
      ...{ family: 'api', method: 'POST', path: '/v1.0/card/instances/createAndDeliver' },
      body: {
        ...{ cardTemplateId: this.template(card.kind), outTrackId, ...callback },
        cardData: { cardParamMap: publicParams(card, link) },
        ...(recipient.kind === 'group' ? {} : { privateData: own }),
        userIdType: 1,
        ...this.space(recipient, card.title),
      },
      repeatable: true, // the key of the card makes it one card
    });
    checkDelivered(answer);
  }

  /** The card as it stands now. */
  async update(outTrackId: string, { card, link }: Pick<OutgoingCard, 'card' | 'link'>) {
    await this.patch(outTrackId, publicParams(card, link));
  }

  /**
   * Changes these values of a card and leaves the others.
   * @param own by user id: what he alone is shown from now on
   */
  async patch(
    outTrackId: string,
    cardParamMap: CardParams,
    own: Record<string, { cardParamMap: CardParams }> = {},
  ): Promise<void> {
    const answer = await this.api.call({
      ...{ family: 'api', method: 'PUT', path: '/v1.0/card/instances', repeatable: true },
      body: {
        outTrackId,
        cardData: { cardParamMap },
        ...(Object.keys(own).length > 0 ? { privateData: own } : {}),
        cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
        userIdType: 1,
      },
    });
    checkDone(answer);
  }

  private space({ kind, address }: ChannelRecipient, title: string): object {
    const alert = [...title].slice(0, 60).join('');
    const model = {
      supportForward: false,
      lastMessageI18n: { ZH_CN: alert, EN_US: alert },
      notification: { alertContent: alert, notificationOff: false },
    };
    const { robotCode } = this.api.settings;
    if (kind === 'group') {
      return {
        openSpaceId: `dtv1.card//IM_GROUP.${address}`,
        imGroupOpenSpaceModel: model,
        imGroupOpenDeliverModel: { robotCode },
      };
    }
    return {
      openSpaceId: `dtv1.card//IM_ROBOT.${address}`,
      imRobotOpenSpaceModel: model,
      imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', robotCode },
    };
  }
}

/** Messages of the robot: they need no template and can only open pages. */
export class RobotSender {
  constructor(private readonly api: DingTalkApi) {}

  /** @returns how DingTalk calls the message; @throws DingTalkError when it did not arrive */
  async send(message: OutgoingCard): Promise<string> {
    return this.say(message.recipient, robotMessage(message));
  }

  /**
   * The card's chart as a picture, a message of its own; tried once, because the card says it as ▂▅▇ as well.
   * @throws DingTalkError when it did not arrive
   */
  async chart({ recipient, chart }: OutgoingCard): Promise<void> {
    const file = chartFile(chart);
    if (!file) {
      return;
    }
    const answer = await this.api.call({
      ...{ family: 'oapi', method: 'POST', path: '/media/upload', repeatable: true },
      ...{ query: { type: 'image' }, file },
    });
    // The id of an uploaded picture stands where an address would.
    const msgParam = JSON.stringify({ photoURL: textOf(answer, 'media_id') });
    await this.say(recipient, { msgKey: 'sampleImageMsg', msgParam });
  }

  private async say({ kind, address }: ChannelRecipient, content: RobotMessage): Promise<string> {
    if (kind === 'group') {
      return this.toGroup(address, content);
    }
    const [result] = await this.toPeople([address], content);
    const failure = result?.failures.get(address);
    if (!result || failure) {
      throw new DingTalkError(failure ?? 'refused');
    }
    return result.key;
  }

  /** The same message to many, twenty a call; whom it did not reach stands in `failures`. */
  async toPeople(userIds: readonly string[], message: RobotMessage) {
    const results: { key: string; failures: Map<string, 'unknownPerson' | 'flowControlled'> }[] =
      [];
    for (let at = 0; at < userIds.length; at += robotPeople) {
      const answer = await this.api.call({
        ...{ family: 'api', method: 'POST', path: '/v1.0/robot/oToMessages/batchSend' },
        body: {
          robotCode: this.api.settings.robotCode,
          userIds: userIds.slice(at, at + robotPeople),
          ...message,
        },
        repeatable: false, // a second call is a second message
      });
      const failures = new Map<string, 'unknownPerson' | 'flowControlled'>();
      textsOf(answer.invalidStaffIdList ?? []).forEach((id) => failures.set(id, 'unknownPerson'));
      textsOf(answer.flowControlledStaffIdList ?? []).forEach((id) =>
        failures.set(id, 'flowControlled'),
      );
      results.push({ key: textOf(answer, 'processQueryKey'), failures });
    }
    return results;
  }

  private async toGroup(openConversationId: string, message: RobotMessage): Promise<string> {
    const answer = await this.api.call({
      ...{ family: 'api', method: 'POST', path: '/v1.0/robot/groupMessages/send' },
      body: { robotCode: this.api.settings.robotCode, openConversationId, ...message },
      repeatable: false,
    });
    return textOf(answer, 'processQueryKey');
  }
}

/** Work notices of the app. DingTalk answers "sent" even when its limits made it drop one: they are kept here. */
export class NoticeSender {
  private today = { day: '', sent: 0 };

  constructor(
    private readonly api: DingTalkApi,
    private readonly store: KeyValueStore,
    private readonly now: () => number,
  ) {}

  /** Sent today by this process. */
  get sentToday(): number {
    return this.today.day === chinaDay(this.now()) ? this.today.sent : 0;
  }

  /** @returns how DingTalk calls the message; @throws DingTalkError when it did not, or would not, arrive */
  async send(message: OutgoingCard): Promise<string> {
    const { agentId } = this.api.settings;
    const { kind, address } = message.recipient;
    const content = workNotice(message);
    if (agentId === null || kind === 'group' || content === null) {
      throw new DingTalkError('refused', agentId === null ? 'noAgentId' : 'noNotice');
    }
    const date = chinaDay(this.now());
    const words = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);
    const once = `dingtalk:notice:${date}:${address}:${words}`;
    if (!(await this.store.claim(once, message.deliveryId, day))) {
      throw new DingTalkError('repeatedToday');
    }
    try {
      await this.withinDay(`dingtalk:notices:${date}:${address}`);
      return await this.sent(agentId, address, content);
    } catch (error) {
      await this.store.delete(once);
      throw error;
    }
  }

  private async withinDay(key: string): Promise<void> {
    const sent = Number((await this.store.get(key)) ?? '0') || 0;
    if (sent >= noticesADay) {
      throw new DingTalkError('flowControlled', 'noticesADay');
    }
    await this.store.set(key, String(sent + 1), day);
  }

  private async sent(agentId: string, userId: string, msg: object): Promise<string> {
    const answer = await this.api.call({
      ...{ family: 'oapi', method: 'POST', path: '/topapi/message/corpconversation/asyncsend_v2' },
      body: { agent_id: Number(agentId), userid_list: userId, msg },
      repeatable: false,
    });
    const date = chinaDay(this.now());
    this.today = { day: date, sent: this.sentToday + 1 };
    return textOf(answer, 'task_id');
  }
}
