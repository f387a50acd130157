import type { ChannelTools, OutgoingCard } from '@zhiyu/bots/channel';
import type { Locale } from '@zhiyu/contracts/basics';
import type { Card } from '@zhiyu/contracts/card';

export interface StandTools extends ChannelTools {
  kept: Map<string, string>;
  logged: string[];
  clock: { now: number };
}

/** What the server gives to a channel, in memory; times of keys run by `clock`. */
export function toolsInMemory(http: ChannelTools['http']): StandTools {
  const kept = new Map<string, string>();
  const ends = new Map<string, number>();
  const logged: string[] = [];
  const clock = { now: Date.UTC(2026, 10, 24, 2, 15) };
  const live = (key: string) => kept.has(key) && (ends.get(key) ?? 0) > clock.now;
  const set = (key: string, value: string, seconds: number) => {
    kept.set(key, value);
    ends.set(key, clock.now + seconds * 1000);
  };
  return {
    ...{ kept, logged, clock, http, now: () => clock.now },
    store: {
      get: (key) => Promise.resolve(live(key) ? (kept.get(key) ?? null) : null),
      set: (key, value, seconds) => {
        set(key, value, seconds);
        return Promise.resolve();
      },
      claim: (key, value, seconds) => {
        const free = !live(key);
        if (free) {
          set(key, value, seconds);
        }
        return Promise.resolve(free);
      },
      delete: (key) => Promise.resolve(void kept.delete(key)),
    },
    log: (text, facts) => void logged.push(`${text} ${JSON.stringify(facts)}`),
  };
}

export const cardId = '01HZZZZZZZZZZZZZZZZZZZZZZC';

/** A card with every kind of block, as HR gets it. */
export function aCard(change: Partial<Card> = {}, locale: Locale = 'zh'): Card {
  return {
    ...{ id: cardId, kind: 'approval', version: 3, locale, state: 'open' },
    ...{ eyebrow: '线上面试完成', title: '陈雨桐，门店店长', footnote: '谁先定都算数' },
    figure: { value: '8.5', error: '±0.3', note: '要求 7.5' },
    blocks: [
      { type: 'text', text: '由沈岚看过全部回答。' },
      { type: 'fact', label: '截止', value: '11月25日 22:00' },
      {
        ...{ type: 'score', label: '情绪稳定', value: 72, standardError: 9 },
        ...{ requirement: 75, verdict: 'crosses' },
      },
      {
        ...{ type: 'score', label: '文化匹配', value: null, standardError: null },
        ...{ requirement: 70, verdict: 'unknown' },
      },
      { type: 'quote', text: '先陪阿姨把密码重置完', seconds: 256, note: '先看见人' },
    ],
    buttons: [
      {
        ...{ action: 'pass', label: '通过', style: 'plain' },
        ask: {
          label: '为什么',
          options: [
            { value: 'strong', label: '证据充分' },
            { value: 'other', label: '其他' },
          ],
          freeText: true,
        },
      },
      { action: 'hold', label: '待定', style: 'plain' },
      {
        ...{ action: 'askMore', label: '再问', style: 'quiet' },
        ask: { label: '问什么', options: [], freeText: true },
      },
      { action: 'open', label: '看报告', style: 'quiet', href: '/pages/report/index?id=1' },
    ],
    ...change,
  };
}

export function aMessage(address: string, change: Partial<OutgoingCard> = {}): OutgoingCard {
  return {
    deliveryId: '01HZZZZZZZZZZZZZZZZZZZZZZD',
    recipient: { kind: 'staff', id: '01HZZZZZZZZZZZZZZZZZZZZZZP', address },
    card: aCard(),
    link: `https://hr.example.com/#/pages/chat/index?card=${cardId}`,
    ...change,
  };
}

/** The error a promise ends with; fails when it does not. */
export async function errorOf(work: Promise<unknown>): Promise<Error> {
  const ended = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(ended instanceof Error)) {
    throw new Error('it should have failed');
  }
  return ended;
}
