import { channelContract } from '@zhiyu/bots/channel.contract';
import { DeliveryRefused } from '@zhiyu/bots/channel';
import { MailChannel, type MailSettings } from '@zhiyu/bots/mail/mail.channel';
import { locales } from '@zhiyu/contracts/basics';
import { expect } from 'chai';
import {
  aCard,
  aMessage,
  cardId,
  errorOf,
  type StandTools,
  toolsInMemory,
} from '../channel-stand.js';
import { type SmtpStand, startSmtp, wordsOf } from '../../emulators/mail/smtp.js';

const address = 'yutong@example.org';
const noHttp = { request: () => Promise.reject(new Error('mail speaks no HTTP')) };

describe('mail as a channel', () => {
  let smtp: SmtpStand;
  let tools: StandTools;
  const made: MailChannel[] = [];

  function settings(change: Partial<MailSettings> = {}): MailSettings {
    return {
      ...{ host: '127.0.0.1', port: smtp.port, secure: false, user: null, password: null },
      ...{ from: { name: '知遇招聘', address: 'hr@example.com' }, replyTo: 'people@example.com' },
      bounceSecret: 'a-secret-of-the-mail-server',
      ...change,
    };
  }

  function build(change: Partial<MailSettings> = {}, given = tools): MailChannel {
    const channel = new MailChannel(settings(change), given);
    made.push(channel);
    return channel;
  }

  before(async () => {
    smtp = await startSmtp();
  });
  after(async () => {
    await Promise.all(made.map((channel) => channel.stop()));
    await smtp.stop();
  });
  beforeEach(() => {
    tools = toolsInMemory(noHttp);
    smtp.mails.length = 0;
    smtp.refuse.recipient = null;
    smtp.refuse.data = null;
  });

  const html = () => smtp.mails[0]?.parts.find(({ type }) => type === 'text/html')?.text ?? '';
  const text = () => smtp.mails[0]?.parts.find(({ type }) => type === 'text/plain')?.text ?? '';

  describe('keeps the contract of every channel:', () => {
    const cases = channelContract((given) => {
      const channel = new MailChannel(settings(), given);
      made.push(channel);
      // The contract's person has the name of a chat; a mail needs an address.
      const send = channel.send.bind(channel);
      channel.send = (message) =>
        send({ ...message, recipient: { ...message.recipient, address } });
      return channel;
    });
    for (const { name, run } of cases) {
      it(name, run);
    }
  });

  it('sends text and HTML that say the same and lead to the card’s page', async () => {
    await build().send(aMessage(address));
    for (const body of [html(), text()]) {
      expect(body).to.include('陈雨桐，门店店长').and.to.include('情绪稳定 7.2 ±0.9');
      expect(body).to.include('先陪阿姨把密码重置完').and.to.include('04:16');
      expect(body).to.include(`card=${cardId}`).and.to.include('8.5').and.to.include('未测到');
    }
    expect(html().match(/<a /g)).to.have.length(1);
  });

  it('writes every language in its own tongue, typeface and subject', async () => {
    const channel = build();
    for (const locale of locales) {
      await channel.send(aMessage(address, { deliveryId: locale, card: aCard({}, locale) }));
    }
    const subjects = smtp.mails.map(({ headers }) => headers.get('subject'));
    const pages = smtp.mails.map(({ parts }) => parts.find((p) => p.type === 'text/html')?.text);
    expect(new Set(subjects).size).to.equal(locales.length);
    expect(pages.map((page) => /<html lang="([^"]+)"/.exec(page ?? '')?.[1])).to.deep.equal([
      ...['zh-CN', 'en', 'ja', 'fr'],
    ]);
  });

  it('draws what was not measured as an empty track, never as a zero', async () => {
    const score = {
      ...{ type: 'score' as const, label: 'A', standardError: null, requirement: 70 },
      ...{ value: null, verdict: 'unknown' as const },
    };
    await build().send(aMessage(address, { card: aCard({ blocks: [score] }) }));
    expect(html())
      .to.include('未测到')
      .and.not.to.match(/<td[^>]*class="g-accent"/);
    expect(html()).to.match(/width="70%" class="g-track"/);
  });

  it('has colours of its own for dark readers', async () => {
    await build().send(aMessage(address));
    expect(html()).to.include('prefers-color-scheme:dark').and.to.include('content="light dark"');
  });

  it('lets no text of a card be a tag, an attribute or a style', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'&</table><script>';
    const card = aCard({
      ...{ title: evil, eyebrow: evil, footnote: evil },
      figure: { value: evil, error: evil, note: evil },
      blocks: [
        { type: 'text', text: evil },
        { type: 'fact', label: evil, value: evil },
        { type: 'quote', text: evil, seconds: 1, note: evil },
        { type: 'record', glyph: 'pass', title: evil, detail: evil },
        {
          ...{ type: 'score', label: evil, value: 50 },
          standardError: 1,
          requirement: 60,
          verdict: 'below',
        },
      ],
      buttons: [{ action: 'a', label: evil, style: 'primary' }],
    });
    await build().send(aMessage(address, { card, link: 'https://x.test/"><script>?a=1&b=2' }));
    expect(html()).not.to.match(/<img|<script|onerror=alert\(1\)>"/);
    expect(html()).to.include('&lt;img src=x').and.to.include('a=1&amp;b=2');
  });

  it('carries nothing of a person in a header but the address, and no line break gets into one', async () => {
    const broken = aCard({ title: '陈雨桐\r\nBcc: spy@evil.test', eyebrow: 'x\nX-Evil: 1' });
    const file = {
      name: 'a"\r\nX-Evil: 1.ics',
      mimeType: 'text/calendar\r\nX-Evil: 1',
      bytes: new Uint8Array([65]),
    };
    await build().send(aMessage(address, { card: broken, attachments: [file] }));
    const [mail] = smtp.mails;
    const head = mail?.raw.slice(0, mail.raw.indexOf('\r\n\r\n')) ?? '';
    expect(mail?.to).to.deep.equal([address]);
    expect([...(mail?.headers.keys() ?? [])]).not.to.include.members(['bcc']);
    expect(mail?.raw).not.to.match(/^X-Evil/im);
    const words = wordsOf(mail?.headers.get('subject') ?? '');
    expect(words).to.equal('有一位候选人在等您决定');
    expect(head).to.include(`To: ${address}`).and.to.include('Auto-Submitted: auto-generated');
    expect(mail?.headers.get('reply-to')).to.equal('people@example.com');
  });

  for (const wrong of ['not an address', 'a@b.c\r\nRCPT TO:<spy@evil.test>', 'a@b.c, d@e.f', '']) {
    it(`refuses ${JSON.stringify(wrong)} before it speaks to the server`, async () => {
      const error = await errorOf(build().send(aMessage(wrong)));
      expect(error).to.be.instanceOf(DeliveryRefused);
      expect(error.message).not.to.include('spy');
      expect(smtp.mails).to.have.length(0);
    });
  }

  it('attaches the calendar entry that the server gives', async () => {
    const bytes = new TextEncoder().encode('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n');
    const attachments = [
      { name: 'interview.ics', mimeType: 'text/calendar; method=PUBLISH', bytes },
    ];
    await build().send(aMessage(address, { attachments }));
    const part = smtp.mails[0]?.parts.find(({ fileName }) => fileName === 'interview.ics');
    expect(part?.type).to.equal('text/calendar');
    expect(part?.text).to.include('BEGIN:VCALENDAR');
  });

  it('makes the Message-ID of the delivery, so that a mail sent again after a crash is the same', async () => {
    const first = await build().send(aMessage(address));
    await build().send(aMessage(address));
    expect(smtp.mails, 'the store knows it').to.have.length(1);
    const forgetful = toolsInMemory(noHttp);
    const again = await build({}, forgetful).send(aMessage(address));
    expect(smtp.mails).to.have.length(2);
    expect(again.externalId).to.equal(first.externalId);
    const ids = smtp.mails.map(({ headers }) => headers.get('message-id'));
    expect(ids).to.deep.equal([`<${first.externalId}>`, `<${first.externalId}>`]);
    expect(smtp.mails[0]?.envelopeId).to.equal(first.externalId);
  });

  it('ends a delivery that the server refuses for good, with the reason and without the address', async () => {
    smtp.refuse.recipient = { code: 550, words: `5.1.1 <${address}>: no such user` };
    const channel = build();
    const error = await errorOf(channel.send(aMessage(address)));
    expect(error).to.be.instanceOf(DeliveryRefused);
    expect(error.message).to.equal('收件地址不存在（550 5.1.1）');
    smtp.refuse = Object.assign(smtp.refuse, {
      recipient: null,
      data: { code: 554, words: '5.7.1 spam' },
    });
    expect(await errorOf(channel.send(aMessage(address)))).to.be.instanceOf(DeliveryRefused);
    expect(channel.health().state, 'one address is no fault of the channel').to.equal('ready');
  });

  it('leaves a temporary refusal to a later try, which then sends', async () => {
    smtp.refuse.recipient = { code: 451, words: `4.3.0 ${address} try later` };
    const channel = build();
    const error = await errorOf(channel.send(aMessage(address)));
    expect(error).not.to.be.instanceOf(DeliveryRefused);
    expect(error.message).to.include('451').and.not.to.include(address);
    expect(channel.health().state).to.equal('failing');
    smtp.refuse.recipient = null;
    await channel.send(aMessage(address));
    expect(smtp.mails).to.have.length(1);
    expect(channel.health().state).to.equal('ready');
  });

  it('says that the server is away or does not take the password, and never the password', async () => {
    const gone = await errorOf(build({ port: 1 }).send(aMessage(address)));
    expect(gone).not.to.be.instanceOf(DeliveryRefused);
    const strict = await startSmtp('right');
    const account = { port: strict.port, user: 'hr', password: 'very-secret-wrong' };
    const channel = build(account);
    const error = await errorOf(channel.send(aMessage(address)));
    expect(error).not.to.be.instanceOf(DeliveryRefused);
    expect(error.message).to.include('不认账号或密码').and.not.to.include('very-secret');
    expect(JSON.stringify([channel.health(), tools.logged])).not.to.include('very-secret');
    await channel.stop();
    await strict.stop();
  });

  it('speaks to a server that wants a password', async () => {
    const strict = await startSmtp('right');
    const channel = build({ port: strict.port, user: 'hr', password: 'right' });
    await channel.send(aMessage(address));
    expect(strict.mails).to.have.length(1);
    await channel.stop();
    await strict.stop();
  });
});
