import type { ChannelEvent } from '@zhiyu/bots/channel';
import { MailChannel } from '@zhiyu/bots/mail/mail.channel';
import { expect } from 'chai';
import { toolsInMemory } from '../channel-stand.js';

const address = 'yutong@example.org';
const externalId = '0123456789abcdef0123456789abcdef@example.com';

function build(bounceSecret: string | null): MailChannel {
  const http = { request: () => Promise.reject(new Error('mail speaks no HTTP')) };
  const server = { host: '127.0.0.1', port: 1, secure: false, user: null, password: null };
  const from = { name: '', address: 'hr@example.com' };
  return new MailChannel({ ...server, from, replyTo: null, bounceSecret }, toolsInMemory(http));
}

describe('a mail that came back:', () => {
  const secret = 'Bearer a-secret-of-the-mail-server';

  async function hand(raw: string, authorization = secret) {
    const events: ChannelEvent[] = [];
    const channel = build('a-secret-of-the-mail-server');
    await channel.listen({
      press: () => Promise.reject(new Error('a mail is not pressed')),
      event: (event) => Promise.resolve(void events.push(event)),
    });
    const headers = { authorization };
    const call = { method: 'POST', query: {}, headers, body: raw };
    return { status: (await channel.callback(call)).status, events };
  }

  function notification(
    action: string,
    status: string,
    original = `Message-ID:\r\n <${externalId}>`,
  ) {
    return [
      'From: MAILER-DAEMON@mx.example.org',
      'Content-Type: multipart/report; report-type=delivery-status;',
      '\tboundary="=_b1"',
      '',
      'This is a MIME message.',
      '--=_b1',
      'Content-Type: text/plain',
      '',
      `<${address}>: host said no. Action: delivered`,
      '--=_b1',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.org',
      '',
      `Final-Recipient: rfc822; ${address}`,
      `Action: ${action}`,
      `Status: ${status}`,
      `Diagnostic-Code: smtp; 550 5.1.1 <${address}> unknown`,
      '',
      '--=_b1',
      'Content-Type: text/rfc822-headers',
      '',
      'Subject: x',
      original,
      '',
      '--=_b1--',
      '',
    ].join('\r\n');
  }

  it('a failure is told with its message and its reason, without the address', async () => {
    const { status, events } = await hand(notification('failed', '5.1.1'));
    expect(status).to.equal(204);
    expect(events).to.have.length(1);
    expect(events[0]).to.include({ type: 'notDelivered', externalId });
    expect(events[0]).to.have.property('reason', '收件地址不存在（5.1.1）');
    expect(JSON.stringify(events)).not.to.include(address);
  });

  it('the same failure handed in twice is the same event', async () => {
    const one = await hand(notification('failed', '5.2.2'));
    const two = await hand(notification('failed', '5.2.2'));
    expect(one.events[0]?.eventId).to.equal(two.events[0]?.eventId);
    expect(one.events[0]?.eventId.length).to.be.at.most(128);
  });

  it('the envelope’s id stands in where the mail’s own headers are missing', async () => {
    const raw = notification('failed', '5.0.0', 'X: y').replace(
      'Reporting-MTA:',
      `Original-Envelope-Id: ${externalId}\r\nReporting-MTA:`,
    );
    expect((await hand(raw)).events[0]).to.include({ externalId });
  });

  for (const [name, raw] of [
    ['a delay', notification('delayed', '4.4.1')],
    ['an ordinary answer', 'From: a@b.c\r\nSubject: hi\r\n\r\nAction: failed'],
    ['a failure of somebody else’s mail', notification('failed', '5.1.1', 'Message-ID: <x@y.z>')],
    ['nonsense', '\u0000\u0001--=_b1'],
    ['a report without an end', notification('failed', '5.1.1').slice(0, 330)],
  ] as const) {
    it(`${name} is no event`, async () => {
      const { status, events } = await hand(raw);
      expect([status, events.length]).to.deep.equal([204, 0]);
    });
  }

  it('nobody hands one in without the secret', async () => {
    const { status, events } = await hand(notification('failed', '5.1.1'), 'Bearer wrong');
    expect([status, events.length]).to.deep.equal([401, 0]);
  });

  it('nobody at all where no secret is set', async () => {
    const channel = build(null);
    const call = { method: 'POST', query: {}, headers: { authorization: 'Bearer ' }, body: '' };
    expect((await channel.callback(call)).status).to.equal(401);
  });
});
