import { until } from '../../harness/until.js';
import { axiosHttp } from '@zhiyu/bots/axios-http';
import type {
  ChannelEvent,
  ChannelHost,
  ChannelPress,
  ChannelTools,
  HttpClient,
  OutgoingCard,
  PressAnswer,
} from '@zhiyu/bots/channel';
import { DingTalkApi } from '@zhiyu/bots/dingtalk/dingtalk.api';
import { DingTalkChannel } from '@zhiyu/bots/dingtalk/dingtalk.channel';
import type { DingTalkSettings } from '@zhiyu/bots/dingtalk/dingtalk.settings';
import type { StreamTimes } from '@zhiyu/bots/dingtalk/stream/stream.link';
import { dingtalkSettings } from '@zhiyu/config/dingtalk';
import { loadSettings } from '@zhiyu/config/settings';
import { type Card, cardKinds } from '@zhiyu/contracts/card';
import { dingTalkSettings } from '../../emulators/dingtalk/settings.js';

/** The product's own client: what it does with a strange answer is part of what is tested. */
export const http: HttpClient = axiosHttp();

export interface TestTools extends ChannelTools {
  logged: string[];
  kept: Map<string, string>;
  /** Shifts the clock. */
  later: (ms: number) => void;
}

/** A store in memory, the real clock that a test can move, and an HTTP client over loopback. */
export function toolsOnLoopback(kept = new Map<string, string>()): TestTools {
  const logged: string[] = [];
  let shift = 0;
  return {
    ...{ logged, kept, http },
    later: (ms) => {
      shift += ms;
    },
    now: () => Date.now() + shift,
    log: (text, facts) => void logged.push(`${text} ${JSON.stringify(facts)}`),
    store: {
      get: (key) => Promise.resolve(kept.get(key) ?? null),
      set: (key, value) => Promise.resolve(void kept.set(key, value)),
      claim: (key, value) => {
        const free = !kept.has(key);
        if (free) {
          kept.set(key, value);
        }
        return Promise.resolve(free);
      },
      delete: (key) => Promise.resolve(void kept.delete(key)),
    },
  };
}

/** As the administrator would fill them in, with the emulator's addresses. */
export function settingsFor(base: string, env: Record<string, string> = {}): DingTalkSettings {
  const area = loadSettings({
    ...dingTalkSettings(base),
    DINGTALK_CARD_TEMPLATES: cardKinds.map((kind) => `${kind}=${kind}.schema`).join(','),
    ...env,
  }).dingtalk;
  const settings = dingtalkSettings(area, 'https://hr.example.com');
  if (settings === null) {
    throw new Error('DingTalk is off');
  }
  return settings;
}

/** Quick enough for a test; the relations are those of the product. */
const quick: StreamTimes = {
  ...{ firstWait: 40, longestWait: 400, settled: 300, beat: 150, leave: 900 },
};

/** A server that decides first come, first served, and keeps what it was told. */
export class TestHost implements ChannelHost {
  readonly presses: ChannelPress[] = [];
  readonly events: ChannelEvent[] = [];
  /** Before an answer, ms. */
  delay = 0;
  /** Thrown instead of an answer. */
  fault: Error | null = null;
  failEvents = 0;
  private readonly answers = new Map<string, PressAnswer>();
  private decided: string | null = null;

  async press(press: ChannelPress): Promise<PressAnswer> {
    this.presses.push(press);
    await new Promise((done) => setTimeout(done, this.delay));
    if (this.fault) {
      throw this.fault;
    }
    const before = this.answers.get(press.eventId);
    if (before) {
      return before;
    }
    const effective = this.decided === null;
    this.decided ??= `${press.address} 选了 ${press.action}`;
    const answer = {
      ...{ effective, message: effective ? '已记下您的决定' : `已由 ${this.decided}` },
      card: doneCard(this.decided),
      link: pageLink,
    };
    this.answers.set(press.eventId, answer);
    return answer;
  }

  get decisions(): number {
    return [...this.answers.values()].filter(({ effective }) => effective).length;
  }

  event(event: ChannelEvent): Promise<void> {
    if (this.failEvents > 0) {
      this.failEvents -= 1;
      return Promise.reject(new Error('the database is away'));
    }
    this.events.push(event);
    return Promise.resolve();
  }
}

export const pageLink = 'https://hr.example.com/#/pages/chat/index?card=01HZZZZZZZZZZZZZZZZZZZZZZC';

export function approvalCard(change: Partial<Card> = {}): Card {
  const ask = {
    label: '为什么',
    options: [
      { value: 'strongEvidence', label: '证据充分' },
      { value: 'teamNeed', label: '团队需要' },
    ],
    freeText: true,
  };
  return {
    ...{
      id: '01HZZZZZZZZZZZZZZZZZZZZZZC',
      kind: 'approval',
      version: 3,
      locale: 'zh',
      state: 'open',
    },
    ...{ eyebrow: '线上面试完成', title: '陈雨桐，门店店长', footnote: '谁先定都算数' },
    figure: { value: '8.5', error: '±0.3', note: '要求 7.5' },
    blocks: [
      { type: 'fact', label: '截止', value: '11月25日 22:00' },
      { type: 'quote', text: '先陪阿姨把密码重置完', seconds: 256, note: '先看见人' },
    ],
    buttons: [
      { action: 'pass', label: '通过', style: 'plain' },
      { action: 'reject', label: '不通过', style: 'plain', ask },
      { action: 'open', label: '报告', style: 'quiet', href: '#/pages/report/index?id=1' },
    ],
    ...change,
  };
}

function doneCard(record: string): Card {
  return approvalCard({
    ...{ version: 4, state: 'done', buttons: [] },
    blocks: [{ type: 'record', glyph: 'pass', title: record, detail: '10:30' }],
  });
}

let sent = 0;

/** A delivery of its own. */
export function messageTo(address: string, change: Partial<OutgoingCard> = {}): OutgoingCard {
  sent += 1;
  const kind = address.startsWith('cid') ? 'group' : 'staff';
  return {
    deliveryId: `d${process.pid}-${sent}`,
    recipient: { kind, id: `id-${address}`, address },
    ...{ card: approvalCard(), link: pageLink },
    ...change,
  };
}

export interface Stand {
  channel: DingTalkChannel;
  api: DingTalkApi;
  tools: TestTools;
  host: TestHost;
}

const listening: DingTalkChannel[] = [];

/** A channel that speaks to this emulator. */
export function standAt(
  base: string,
  env: Record<string, string> = {},
  tools = toolsOnLoopback(),
): Stand {
  const api = new DingTalkApi(settingsFor(base, env), tools);
  return { api, tools, host: new TestHost(), channel: new DingTalkChannel(api, tools, quick) };
}

/** The same, connected by Stream; call `stopAll` after the test. */
export async function connectedAt(
  base: string,
  env: Record<string, string> = {},
  tools = toolsOnLoopback(),
): Promise<Stand> {
  const stand = standAt(base, env, tools);
  listening.push(stand.channel);
  await stand.channel.listen(stand.host);
  await until(() => stand.channel.health().state === 'connected');
  return stand;
}

export async function stopAll(): Promise<void> {
  await Promise.all(listening.splice(0).map((channel) => channel.stop()));
}

/** Sends a card and says how DingTalk calls it. */
export async function sentCard(stand: Stand, address: string): Promise<string> {
  return (await stand.channel.send(messageTo(address))).externalId;
}
