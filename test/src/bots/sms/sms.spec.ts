import { createHmac } from 'node:crypto';
import { axiosHttp } from '@zhiyu/bots/axios-http';
import { channelContract } from '@zhiyu/bots/channel.contract';
import { type ChannelEvent, DeliveryRefused } from '@zhiyu/bots/channel';
import { ShortLinks } from '@zhiyu/bots/sms/short-links';
import { SmsChannel, type SmsSettings } from '@zhiyu/bots/sms/sms.channel';
import { partsOf } from '@zhiyu/bots/sms/parts';
import { locales } from '@zhiyu/contracts/basics';
import { expect } from 'chai';
import { type SmsEmulator, startSmsEmulator } from '../../emulators/sms.emulator.js';
import {
  aCard,
  aMessage,
  cardId,
  errorOf,
  type StandTools,
  toolsInMemory,
} from '../channel-stand.js';

const number = '13800001234';
const secret = 'a-secret-of-the-gateway';
const candidate = { kind: 'candidate' as const, id: '01HZZZZZZZZZZZZZZZZZZZZZZP', address: number };

describe('text messages as a channel', () => {
  let gateway: SmsEmulator;
  let tools: StandTools;
  let clock: StandTools['clock'] | null = null;

  before(async () => {
    gateway = await startSmsEmulator({
      ...{ key: 'zhiyu', secret, templates: ['SMS_1', 'SMS_2'] },
      now: () => clock?.now ?? Date.UTC(2026, 10, 24, 2, 15),
    });
  });
  after(() => gateway.stop());
  beforeEach(() => {
    tools = toolsInMemory(axiosHttp(2_000));
    clock = tools.clock;
    gateway.messages.length = 0;
    gateway.faults.length = 0;
    gateway.unknownNumbers.clear();
  });

  function build(change: Partial<SmsSettings> = {}, given = tools): SmsChannel {
    const settings = { url: gateway.url, key: 'zhiyu', secret, sign: '知遇', templates: {} };
    const links = new ShortLinks(given.store, () => 'https://hr.example.com/s/');
    return new SmsChannel({ ...settings, ...change }, given, (link) => links.shorten(link));
  }

  describe('keep the contract of every channel:', () => {
    const cases = channelContract((given) => {
      const links = new ShortLinks(given.store, () => 'https://hr.example.com/s/');
      const settings = { url: gateway.url, key: 'zhiyu', secret, sign: '知遇', templates: {} };
      const withHttp = { ...given, http: axiosHttp(2_000) };
      const channel = new SmsChannel(settings, withHttp, (link) => links.shorten(link));
      // The contract's person has the name of a chat; a text message needs a number.
      const send = channel.send.bind(channel);
      channel.send = (message) =>
        send({ ...message, recipient: { ...message.recipient, address: number } });
      return channel;
    });
    for (const { name, run } of cases) {
      it(name, run);
    }
  });

  it('sign timestamp, nonce and body, and the gateway refuses another secret', async () => {
    await build().send(aMessage(number));
    expect(gateway.messages).to.have.length(1);
    const error = await errorOf(
      build({ secret: 'quite-another-secret' }, toolsInMemory(axiosHttp())).send(aMessage(number)),
    );
    expect(error).not.to.be.instanceOf(DeliveryRefused);
    expect(error.message).to.equal('短信网关不认密钥或签名（401），会再试');
  });

  it('begin with the signature and end with a short link that leads to the card’s page', async () => {
    await build().send(aMessage(number, { recipient: candidate }));
    const text = gateway.messages[0]?.text ?? '';
    const [, code = ''] = /^【知遇】.+ https:\/\/hr\.example\.com\/s\/(\w{10})$/.exec(text) ?? [];
    const links = new ShortLinks(tools.store, () => '');
    expect(await links.resolve(code)).to.include(`card=${cardId}`);
    expect(gateway.messages[0]?.to).to.equal(`+86${number}`);
  });

  it('give a candidate the title of his card, and staff nobody’s name', async () => {
    const channel = build();
    await channel.send(aMessage(number, { recipient: candidate }));
    await channel.send(aMessage(number, { deliveryId: 'other' }));
    const [his, theirs] = gateway.messages;
    expect(his?.text).to.include('陈雨桐');
    expect(JSON.stringify(theirs)).not.to.include('陈雨桐');
    expect(theirs?.text).to.include('有一位候选人在等您决定');
  });

  it('speak the receiver’s language', async () => {
    const channel = build();
    for (const locale of locales) {
      await channel.send(aMessage(number, { deliveryId: locale, card: aCard({}, locale) }));
    }
    expect(new Set(gateway.messages.map(({ text }) => text.split('http')[0])).size).to.equal(4);
    expect(gateway.messages.map(({ locale }) => locale)).to.deep.equal([...locales]);
  });

  it('are cut to two parts of 67 characters, never the link', async () => {
    const long = aCard({ title: '很长的标题'.repeat(60) });
    await build().send(aMessage(number, { recipient: candidate, card: long }));
    const { text = '', parts } = gateway.messages[0] ?? {};
    expect(parts).to.equal(2);
    expect([...text].length).to.be.within(125, 134);
    expect(text).to.match(/… https:\/\/hr\.example\.com\/s\/\w{10}$/);
  });

  it('let no title pretend a signature or a second line', async () => {
    const card = aCard({ title: '【银行】\n您的账户' });
    await build().send(aMessage(number, { recipient: candidate, card }));
    expect(gateway.messages[0]?.text).to.match(/^【知遇】[^【】\n]+$/);
  });

  it('take the template of kind and language, then of the kind', async () => {
    const templates = { approval: 'SMS_1', 'approval.en': 'SMS_2' };
    const channel = build({ templates });
    await channel.send(aMessage(number));
    await channel.send(aMessage(number, { deliveryId: 'en', card: aCard({}, 'en') }));
    expect(gateway.messages.map(({ template }) => template)).to.deep.equal(['SMS_1', 'SMS_2']);
    expect(Object.keys(gateway.messages[0]?.variables ?? {})).to.deep.equal(['title', 'link']);
  });

  it('without a registered template end in words instead of leaving', async () => {
    const before = gateway.requests;
    const error = await errorOf(build({ templates: { result: 'SMS_1' } }).send(aMessage(number)));
    expect(error).to.be.instanceOf(DeliveryRefused);
    expect(gateway.requests).to.equal(before);
  });

  it('sent again after a crash are one message: the gateway knows the id', async () => {
    const first = await build().send(aMessage(number));
    const again = await build({}, toolsInMemory(axiosHttp())).send(aMessage(number));
    expect(again.externalId).to.equal(first.externalId);
    expect(gateway.messages).to.have.length(1);
  });

  for (const wrong of ['', '110', 'u1', '+86', '13800001234\r\nx']) {
    it(`refuse ${JSON.stringify(wrong)} as a number`, async () => {
      expect(await errorOf(build().send(aMessage(wrong)))).to.be.instanceOf(DeliveryRefused);
    });
  }

  it('end where the network does not know the number, without the number in the reason', async () => {
    gateway.unknownNumbers.add(`+86${number}`);
    const error = await errorOf(build().send(aMessage(number)));
    expect(error).to.be.instanceOf(DeliveryRefused);
    expect(error.message).to.include('手机号').and.not.to.include(number);
  });

  for (const status of [429, 500, 503, 402]) {
    it(`wait for a later try after ${status}, which then sends once`, async () => {
      gateway.faults.push({ status });
      const channel = build();
      const error = await errorOf(channel.send(aMessage(number)));
      expect(error).not.to.be.instanceOf(DeliveryRefused);
      expect(channel.health().state).to.equal('failing');
      await channel.send(aMessage(number));
      await channel.send(aMessage(number));
      expect(gateway.messages).to.have.length(1);
      expect(channel.health().state).to.equal('ready');
    });
  }

  it('tell nothing of key, secret, address or number when the gateway is away', async () => {
    const url = 'http://127.0.0.1:1/send?token=hidden';
    const channel = build({ url });
    const error = await errorOf(channel.send(aMessage(number)));
    const said = JSON.stringify([error.message, channel.health(), tools.logged]);
    expect(said).not.to.match(/hidden|127\.0\.0\.1|a-secret|13800001234/);
  });

  describe('take receipts:', () => {
    const id = '0123456789abcdef0123456789abcdef';
    const failed = { id, state: 'failed', code: 'numberBlocked', at: 1 };

    async function hand(
      body: string,
      change: { age?: number; secret?: string; key?: string } = {},
    ) {
      const events: ChannelEvent[] = [];
      const channel = build();
      await channel.listen({
        press: () => Promise.reject(new Error('a text message is not pressed')),
        event: (event) => Promise.resolve(void events.push(event)),
      });
      const timestamp = String(Math.floor(tools.clock.now / 1000) - (change.age ?? 0));
      const nonce = 'nonce-of-this-request';
      const signature = createHmac('sha256', change.secret ?? secret)
        .update(`${timestamp}\n${nonce}\n${body}`)
        .digest('hex');
      const headers = {
        ...{ 'x-zhiyu-key': change.key ?? 'zhiyu', 'x-zhiyu-timestamp': timestamp },
        ...{ 'x-zhiyu-nonce': nonce, 'x-zhiyu-signature': signature },
      };
      const answer = await channel.callback({ method: 'POST', query: {}, headers, body });
      return { status: answer.status, events };
    }

    it('a failure is told with its message and its reason', async () => {
      const { status, events } = await hand(JSON.stringify({ receipts: [failed] }));
      expect(status).to.equal(204);
      expect(events).to.deep.equal([
        {
          ...{ eventId: `receipt:${id}`, at: 1, type: 'notDelivered', externalId: id },
          reason: '对方拒收这类短信',
        },
      ]);
    });

    it('an arrival is no event', async () => {
      const { events } = await hand(
        JSON.stringify({ receipts: [{ ...failed, state: 'delivered' }] }),
      );
      expect(events).to.have.length(0);
    });

    it('nothing is taken with a wrong signature, a wrong key or an old time', async () => {
      const body = JSON.stringify({ receipts: [failed] });
      const answers = [
        await hand(body, { secret: 'wrong-secret-of-nobody' }),
        await hand(body, { key: 'other' }),
        await hand(body, { age: 301 }),
        await hand(body, { age: -301 }),
      ];
      expect(answers.map(({ status, events }) => [status, events.length])).to.deep.equal(
        Array.from({ length: 4 }, () => [401, 0]),
      );
    });

    for (const body of ['', '[]', '{"receipts":1}', '{"receipts":[{"id":"x"}]}', 'null']) {
      it(`${JSON.stringify(body)} is refused whole`, async () => {
        expect((await hand(body)).status).to.equal(400);
      });
    }
  });
});

describe('parts of a text message', () => {
  for (const [text, encoding, parts] of [
    ['a'.repeat(160), 'gsm7', 1],
    ['a'.repeat(161), 'gsm7', 2],
    ['a'.repeat(306), 'gsm7', 2],
    ['a'.repeat(307), 'gsm7', 3],
    ['€'.repeat(80), 'gsm7', 1],
    ['€'.repeat(81), 'gsm7', 2],
    ['字'.repeat(70), 'ucs2', 1],
    ['字'.repeat(71), 'ucs2', 2],
    ['字'.repeat(134), 'ucs2', 2],
    ['字'.repeat(135), 'ucs2', 3],
    ['l’été', 'ucs2', 1],
    ['é à ù', 'gsm7', 1],
    [`${'字'.repeat(66)}😀${'字'.repeat(66)}`, 'ucs2', 3],
  ] as const) {
    it(`${[...text].slice(0, 3).join('')}… of ${[...text].length} characters is ${parts} in ${encoding}`, () => {
      expect(partsOf(text)).to.include({ encoding, parts });
    });
  }
});

describe('short links', () => {
  it('are the same for the same page, unlike for another, and end with their time', async () => {
    const tools = toolsInMemory(axiosHttp());
    const links = new ShortLinks(tools.store, () => 'https://x.test/s/');
    const one = await links.shorten('https://x.test/#/a');
    expect(await links.shorten('https://x.test/#/a')).to.equal(one);
    expect(await links.shorten('https://x.test/#/b')).not.to.equal(one);
    expect(one.length).to.be.at.most(30);
    const code = one.slice(-10);
    expect(await links.resolve(code)).to.equal('https://x.test/#/a');
    expect(await links.resolve('../../etc')).to.equal(null);
    tools.clock.now += 61 * 86_400_000;
    expect(await links.resolve(code)).to.equal(null);
  });

  it('live on for those who get them last', async () => {
    const tools = toolsInMemory(axiosHttp());
    const links = new ShortLinks(tools.store, () => '');
    const code = await links.shorten('https://x.test/#/a');
    tools.clock.now += 59 * 86_400_000;
    expect(await links.shorten('https://x.test/#/a')).to.equal(code);
    tools.clock.now += 30 * 86_400_000;
    expect(await links.resolve(code)).to.equal('https://x.test/#/a');
  });
});
