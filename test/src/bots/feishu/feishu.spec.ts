import { channelContract } from '@zhiyu/bots/channel.contract';
import { axiosHttp } from '@zhiyu/bots/axios-http';
import { DeliveryRefused, type OutgoingCard } from '@zhiyu/bots/channel';
import { degrade } from '@zhiyu/bots/degrade';
import { FeishuChannel } from '@zhiyu/bots/feishu/feishu.channel';
import { expect } from 'chai';
import { buttonsOf, wordsOf } from '../../emulators/feishu/card-rules.js';
import { settingsFor } from '../../emulators/feishu/emulator.js';
import { aCard, aMessage, cardId, errorOf, toolsInMemory } from '../channel-stand.js';
import { type FeishuStand, startStand } from './feishu-stand.js';

describe('Feishu as a channel', () => {
  let stand: FeishuStand;

  beforeEach(async () => {
    stand = await startStand();
  });
  afterEach(() => stand.stop());

  const messages = () => stand.emulator.platform.messages;

  function message(address = 'ou_shenlan', change: Partial<OutgoingCard> = {}): OutgoingCard {
    const card = degrade(aCard(), stand.channel.capabilities, aMessage(address).link);
    return aMessage(address, { card, ...change });
  }

  describe('keeps the contract of every channel:', () => {
    const cases = channelContract((given) => {
      // The contract's person is u1: a user of the emulated company.
      const [user] = stand.emulator.platform.tenant.users;
      Object.assign(user ?? {}, { userId: 'u1' });
      stand.emulator.platform.limits = { perSecond: 1_000 };
      const tools = { ...given, http: axiosHttp(3_000) };
      return new FeishuChannel(settingsFor(stand.emulator.address), tools);
    });
    for (const { name, run } of cases) {
      it(name, run);
    }
  });

  it('draws a card that the platform takes, with every word and every button', async () => {
    await stand.channel.send(message());
    const card = messages()[0]?.card;
    const words = wordsOf(card).join('\n');
    for (const word of [
      '陈雨桐，门店店长',
      '线上面试完成',
      '情绪稳定 7.2 ±0.9',
      '未测到',
      '04:16',
      '8.5 ±0.3',
    ]) {
      expect(words).to.include(word);
    }
    expect(buttonsOf(card).map(({ label }) => label)).to.deep.equal([
      '通过',
      '待定',
      '再问',
      '看报告',
    ]);
  });

  it('opens pages as whole addresses, those of the mini-app behind the #', async () => {
    await stand.channel.send(message());
    const text = JSON.stringify(messages()[0]?.card);
    expect(text).to.include('"default_url":"https://hr.example.com/#/pages/report/index?id=1"');
    expect(text).to.include(
      `"default_url":"https://hr.example.com/#/pages/chat/index?card=${cardId}"`,
    );
  });

  it('lets no text of a card mention people or be markup', async () => {
    const evil = '<at id=all></at> [x](https://evil.test) **b**';
    const card = aCard({
      title: evil,
      eyebrow: evil,
      footnote: evil,
      blocks: [{ type: 'text', text: evil }],
    });
    await stand.channel.send(
      message('ou_shenlan', { card: degrade(card, stand.channel.capabilities) }),
    );
    const text = JSON.stringify(messages()[0]?.card);
    expect(text).not.to.match(/"tag":"(markdown|lark_md)"/);
  });

  it('asks for one token for many messages and keeps it between processes', async () => {
    const receivers = ['ou_shenlan', 'ou_hejing', 'ou_zhoumo'];
    await Promise.all(
      receivers.map((to, index) => stand.channel.send(message(to, { deliveryId: `d${index}` }))),
    );
    const again = new FeishuChannel(settingsFor(stand.emulator.address), stand.tools);
    await again.send(message('ou_shenlan', { deliveryId: 'd9' }));
    const { calls } = stand.emulator.platform;
    expect(calls.filter((call) => call.includes('tenant_access_token'))).to.have.length(1);
    expect(stand.channel.health().tokenUntil).to.be.greaterThan(stand.tools.clock.now);
  });

  it('renews a token before its end', async () => {
    await stand.channel.send(message());
    stand.tools.clock.now += 7_000_000;
    stand.emulator.platform.advance(7_000);
    await stand.channel.send(message('ou_shenlan', { deliveryId: 'later' }));
    const { calls } = stand.emulator.platform;
    expect(calls.filter((call) => call.includes('tenant_access_token'))).to.have.length(2);
    expect(messages()).to.have.length(2);
  });

  it('renews a token that the platform no longer takes, once, and sends', async () => {
    await stand.channel.send(message());
    stand.emulator.platform.revoke();
    await stand.channel.send(message('ou_shenlan', { deliveryId: 'later' }));
    expect(messages()).to.have.length(2);
  });

  it('sent again after a crash is one message: the platform knows the uuid', async () => {
    const first = await stand.channel.send(message());
    const forgetful = new FeishuChannel(
      settingsFor(stand.emulator.address),
      toolsInMemory(axiosHttp(3_000)),
    );
    const again = await forgetful.send(message());
    expect(again.externalId).to.equal(first.externalId);
    expect(messages()).to.have.length(1);
  });

  it('sent again after the platform’s hour is one message: the store knows it', async () => {
    await stand.channel.send(message());
    stand.emulator.platform.advance(7_200);
    await stand.channel.send(message());
    expect(messages()).to.have.length(1);
  });

  it('writes to a group where the bot is, and says so where it is not', async () => {
    const group = (address: string) => ({ kind: 'group' as const, id: 'g', address });
    await stand.channel.send(message('', { recipient: group('oc_recruiting') }));
    expect(messages()[0]?.receiver).to.equal('oc_recruiting');
    const error = await errorOf(
      stand.channel.send(message('', { deliveryId: 'x', recipient: group('oc_closed') })),
    );
    expect(error).to.be.instanceOf(DeliveryRefused);
    expect(error.message).to.equal('机器人不在这个群里（230002）');
  });

  for (const [address, words] of [
    ['ou_outofrange', '这个人不在应用的可用范围内（230013）'],
    ['ou_nobody', '飞书里没有这个收件人（99992351）'],
  ] as const) {
    it(`ends a delivery to ${address} with the reason`, async () => {
      const error = await errorOf(stand.channel.send(message(address)));
      expect(error).to.be.instanceOf(DeliveryRefused);
      expect(error.message).to.equal(words);
      expect(stand.channel.health().state).to.equal('ready');
    });
  }

  it('waits out a short limit of frequency, and leaves a long one to a later try', async () => {
    const busy = (seconds: string) => ({
      path: '/open-apis/im/v1/messages',
      answer: {
        ...{ status: 429, body: { code: 99991400, msg: 'request trigger frequency limit' } },
        headers: { 'x-ogw-ratelimit-reset': seconds },
      },
    });
    stand.emulator.platform.faults.push(busy('0.05'));
    await stand.channel.send(message());
    expect(messages()).to.have.length(1);
    stand.emulator.platform.faults.push(busy('60'));
    const error = await errorOf(stand.channel.send(message('ou_shenlan', { deliveryId: 'x' })));
    expect(error).not.to.be.instanceOf(DeliveryRefused);
    expect(stand.channel.health().state).to.equal('failing');
  });

  it('leaves an outage to a later try and says nothing of secrets', async () => {
    stand.emulator.platform.faults.push({
      path: '/open-apis/auth',
      answer: { status: 502, body: {} },
    });
    const error = await errorOf(stand.channel.send(message()));
    expect(error).not.to.be.instanceOf(DeliveryRefused);
    await stand.channel.send(message());
    const said = JSON.stringify([error.message, stand.channel.health(), stand.tools.logged]);
    expect(said).not.to.match(/emulated-app-secret|t-[0-9a-f]{24}/);
    expect(stand.channel.health().state).to.equal('ready');
  });

  it('brings a message up to date where it stands', async () => {
    await stand.channel.send(message());
    const card = aCard({ version: 4, state: 'done', buttons: [], title: '陈雨桐：已通过' });
    await stand.channel.update(message('ou_shenlan', { card }));
    expect(messages()).to.have.length(1);
    expect(wordsOf(messages()[0]?.card)).to.include('陈雨桐：已通过');
  });

  for (const [name, spoil] of [
    ['recalled', () => Object.assign(messages()[0] ?? {}, { recalled: true })],
    ['older than 14 days', () => stand.emulator.platform.advance(15 * 86_400)],
  ] as const) {
    it(`lets a message be that is ${name}`, async () => {
      await stand.channel.send(message());
      spoil();
      await stand.channel.update(message('ou_shenlan', { card: aCard({ version: 4 }) }));
      expect(messages()[0]?.updates).to.equal(0);
    });
  }

  it('has nothing to bring up to date where nothing was sent', async () => {
    await stand.channel.update(message());
    expect(stand.emulator.platform.calls).to.have.length(0);
  });
});
