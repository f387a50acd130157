import { strict as assert } from 'node:assert';
import { type Locale, locales } from '@zhiyu/contracts/basics';
import { type Card, type CardBlock, cardKinds } from '@zhiyu/contracts/card';
import type { Channel, ChannelTools, OutgoingCard } from './channel.js';
import { blockLine } from './card-words.js';
import { degrade } from './degrade.js';

export interface ContractCase {
  name: string;
  run: () => Promise<void>;
}

const cardId = '01HZZZZZZZZZZZZZZZZZZZZZZC';

function sample(kind: Card['kind'], locale: Locale): Card {
  const blocks: CardBlock[] = [
    { type: 'text', text: '由沈岚看过全部回答后决定。' },
    { type: 'fact', label: '截止', value: '11月25日 22:00' },
    {
      type: 'score',
      label: '情绪稳定',
      value: 72,
      standardError: 9,
      requirement: 75,
      verdict: 'crosses',
    },
    {
      type: 'score',
      label: '文化匹配',
      value: null,
      standardError: null,
      requirement: 70,
      verdict: 'unknown',
    },
    { type: 'quote', text: '先陪阿姨把密码重置完', seconds: 256, note: '先看见人' },
    { type: 'record', glyph: 'hold', title: '何敬选了待定', detail: '10:30' },
  ];
  const acts = ['pass', 'hold', 'reject', 'askMore'];
  const buttons = acts.map((action) => ({ action, label: action, style: 'plain' as const }));
  return {
    ...{ id: cardId, kind, version: 3, locale, state: 'open', blocks, buttons },
    ...{ eyebrow: '线上面试完成', title: '陈雨桐，门店店长', footnote: '谁先定都算数' },
    figure: { value: '8.5', error: '±0.3', note: '要求 7.5' },
  };
}

function message(deliveryId: string, card: Card): OutgoingCard {
  const recipient = { kind: 'staff' as const, id: '01HZZZZZZZZZZZZZZZZZZZZZZP', address: 'u1' };
  return {
    deliveryId,
    recipient,
    card,
    link: `https://hr.example.com/#/pages/chat/index?card=${card.id}`,
  };
}

/** What a channel is given here: everything in memory, and the lines it logs. */
function toolsInMemory(logged: string[]): ChannelTools {
  const kept = new Map<string, string>();
  return {
    store: {
      get: (key) => Promise.resolve(kept.get(key) ?? null),
      set: (key, value) => Promise.resolve(void kept.set(key, value)),
      claim: (key, value) => {
        const free = !kept.has(key);
        return Promise.resolve(free && Boolean(kept.set(key, value)));
      },
      delete: (key) => Promise.resolve(void kept.delete(key)),
    },
    now: () => Date.UTC(2026, 10, 24, 2, 15),
    log: (text, facts) => void logged.push(`${text} ${JSON.stringify(facts)}`),
    http: { request: ({ url }) => Promise.reject(new Error(`nothing answers at ${url}`)) },
  };
}

const lengthOf = (text: string) => [...text].length;

function checkDegraded(channel: Channel, card: Card): void {
  const { buttons, textLength, picture } = channel.capabilities;
  const shown = degrade(card, channel.capabilities);
  assert.deepEqual([shown.id, shown.version, shown.state], [card.id, card.version, card.state]);
  assert.ok(shown.buttons.length <= buttons, 'more buttons than the channel has');
  assert.ok(
    picture || shown.blocks.every((block) => block.type !== 'score'),
    'a drawing where none can be',
  );
  assert.ok(
    shown.blocks.some((block) => block.type === 'record'),
    'what the card turned into was lost',
  );
  const body = shown.blocks.reduce(
    (sum, block) => sum + lengthOf(blockLine(block, card.locale)),
    0,
  );
  assert.ok(body <= textLength, 'longer than the channel takes');
  const behindLink = shown.buttons.some((button) => button.href?.includes(card.id));
  const all = card.buttons.every((one) =>
    shown.buttons.some((button) => button.action === one.action),
  );
  assert.ok(
    all || behindLink || buttons === 0,
    'a button is neither on the card nor behind its link',
  );
}

type Make = (logged?: string[]) => Channel;

function shapeCases(fresh: Make): ContractCase[] {
  return [
    {
      name: 'has a name that fits a delivery and capabilities that make sense',
      run: () => {
        const { name, capabilities } = fresh();
        assert.match(name, /^[a-z]{2,20}$/);
        assert.ok(Number.isInteger(capabilities.buttons) && capabilities.buttons >= 0);
        assert.ok(capabilities.textLength >= 200, 'no room for a sentence and a link');
        return Promise.resolve();
      },
    },
    {
      name: 'loses neither the decision nor its buttons when a card degrades to it',
      run: () => {
        const channel = fresh();
        for (const locale of locales) {
          checkDegraded(channel, sample('approval', locale));
        }
        return Promise.resolve();
      },
    },
  ];
}

function messageCases(fresh: Make): ContractCase[] {
  return [
    {
      name: 'sends every kind of card in every language',
      run: async () => {
        const channel = fresh();
        for (const card of cardKinds.flatMap((kind) =>
          locales.map((locale) => sample(kind, locale)),
        )) {
          const shown = degrade(card, channel.capabilities);
          const { externalId } = await channel.send(message(`${card.kind}-${card.locale}`, shown));
          assert.ok(externalId.length > 0 && externalId.length <= 128);
        }
      },
    },
    {
      name: 'makes one message of a delivery that is sent twice, and two of two deliveries',
      run: async () => {
        const channel = fresh();
        const card = degrade(sample('approval', 'zh'), channel.capabilities);
        const first = await channel.send(message('delivery-a', card));
        const again = await channel.send(message('delivery-a', card));
        const other = await channel.send(message('delivery-b', card));
        assert.equal(again.externalId, first.externalId);
        assert.notEqual(other.externalId, first.externalId);
      },
    },
    {
      name: 'takes a changed card any number of times',
      run: async () => {
        const channel = fresh();
        const card = degrade(sample('approval', 'zh'), channel.capabilities);
        await channel.send(message('delivery-a', card));
        const done: Card = { ...card, version: card.version + 1, state: 'done', buttons: [] };
        await channel.update(message('delivery-a', done));
        await channel.update(message('delivery-a', done));
      },
    },
    {
      name: 'logs nobody’s name and no words of a card',
      run: async () => {
        const logged: string[] = [];
        const channel = fresh(logged);
        const card = degrade(sample('approval', 'zh'), channel.capabilities);
        await channel.send(message('delivery-a', card));
        assert.ok(logged.every((line) => !/陈雨桐|密码重置/.test(line)));
      },
    },
  ];
}

/**
 * What every channel must pass; run it with the test runner of the caller.
 * @param make builds the channel; a channel of a chat puts the client of its emulator in place of `tools.http`
 */
export function channelContract(make: (tools: ChannelTools) => Channel): ContractCase[] {
  const fresh: Make = (logged = []) => make(toolsInMemory(logged));
  return [...shapeCases(fresh), ...messageCases(fresh)];
}
