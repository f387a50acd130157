import { routes, timeZoneHeader } from '@zhiyu/contracts/routes';
import { Delivery } from '@zhiyu/server/notify/card.entity';
import { ChannelDesk } from '@zhiyu/server/notify/channel-desk';
import { CandidateAddress } from '@zhiyu/server/notify/channel.entity';
import { quietUntil } from '@zhiyu/server/notify/quiet-hours';
import { Presence } from '@zhiyu/server/platform/auth/presence';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { type SmtpStand, startSmtp } from '../emulators/mail/smtp.js';
import { type SmsEmulator, startSmsEmulator } from '../emulators/sms.emulator.js';
import { startApp, type TestApp } from '../harness/app.js';
import { listening, mailsTo, outsideTo, timelineOf } from './channels-walk.js';
import { apply, aStand, invited, minute, signInAgain, type Stand } from './walk.js';

const shanghai = (text: string) => Date.parse(`${text}+08:00`);

async function settled(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200 && !(await holds()); tries++) {
    await new Promise((done) => setTimeout(done, 10));
  }
}

describe('quiet hours', () => {
  it('are from 22:00 to 8:00', () => {
    const morning = shanghai('2026-01-03T08:00');
    expect(quietUntil(shanghai('2026-01-02T21:59'))).to.equal(null);
    expect(quietUntil(shanghai('2026-01-02T22:00'))).to.equal(morning);
    expect(quietUntil(shanghai('2026-01-03T00:00'))).to.equal(morning);
    expect(quietUntil(shanghai('2026-01-03T07:59'))).to.equal(morning);
    expect(quietUntil(morning)).to.equal(null);
  });

  it('are those of the receiver’s own clock, also in the night in which it is changed', () => {
    const at = (text: string) => Date.parse(text);
    expect(quietUntil(at('2026-01-02T12:00Z'), 'America/New_York')).to.equal(
      at('2026-01-02T13:00Z'),
    );
    expect(quietUntil(at('2026-01-02T14:00Z'), 'America/New_York')).to.equal(null);
    expect(quietUntil(at('2026-03-28T22:00Z'), 'Europe/Paris')).to.equal(at('2026-03-29T06:00Z'));
    expect(quietUntil(at('2026-10-24T21:00Z'), 'Europe/Paris')).to.equal(at('2026-10-25T07:00Z'));
    expect(quietUntil(at('2026-01-02T16:20Z'), 'Asia/Kathmandu')).to.equal(at('2026-01-03T02:15Z'));
  });
});

describe('the ways to a person', () => {
  let smtp: SmtpStand;
  let sms: SmsEmulator;
  let app: TestApp;
  let stand: Stand;

  before(async () => {
    smtp = await startSmtp();
    const account = { key: 'zhiyu-test', secret: 'a secret of the gateway' };
    sms = await startSmsEmulator({ ...account, templates: [], now: () => app.clock.now() });
    app = await listening(smtp, {
      ...{ SMS_API_URL: sms.url, SMS_API_KEY: account.key },
      ...{ SMS_API_SECRET: account.secret, SMS_SIGN: '知遇' },
    });
    stand = await aStand(app);
  });
  after(async () => {
    await app.stop();
    await smtp.stop();
    await sms.stop();
  });
  beforeEach(() => signInAgain(stand));
  afterEach(() => {
    smtp.refuse.recipient = null;
  });

  it('are tried one after the other; the text message leads to the page by a short link', async () => {
    smtp.refuse.recipient = { code: 550, words: '5.1.1 no such user' };
    const walker = await invited(stand);
    const ways = await outsideTo(app, walker.applicationId);
    expect(ways.map(({ channel, state }) => `${channel} ${state}`)).to.deep.equal([
      'mail refused',
      'mail refused',
      'sms delivered',
      'sms delivered',
    ]);
    const [code] = /\/s\/(\w+)/.exec(sms.messages.at(-1)?.text ?? '')?.slice(1) ?? [];
    const page = await app.client.raw(`/s/${code ?? ''}`);
    expect(page.status).to.equal(302);
    expect(page.headers.get('location')).to.match(/#\/pages\/inbox\/index\?card=\w+&t=/);
    expect((await app.client.raw('/s/AAAAAAAAAA')).status).to.equal(404);
    const lines = await timelineOf(stand, walker);
    expect(lines.filter((line) => line.startsWith('卡片没有送达（邮件）'))).to.have.length(2);
    expect(lines.filter((line) => line === '卡片已送达（短信）')).to.have.length(2);
  });

  it('are left after a quarter of an hour in which one did not work', async () => {
    smtp.refuse.recipient = { code: 451, words: '4.3.0 try again later' };
    const walker = await invited(stand);
    const before = await outsideTo(app, walker.applicationId);
    expect(before.map(({ state }) => state)).to.deep.equal(['failed', 'failed']);
    app.clock.advance(16 * minute);
    await app.drainJobs();
    const after = await outsideTo(app, walker.applicationId);
    expect(after.filter(({ channel }) => channel === 'mail')[0]?.state).to.equal('refused');
    expect(
      after.filter(({ channel, state }) => channel === 'sms' && state === 'delivered').length,
    ).to.equal(2);
  });

  it('wait for the morning, unless he did something a moment ago', async () => {
    app.clock.set(shanghai('2026-01-06T22:30'));
    const awake = await apply(stand);
    await app.drainJobs();
    expect(mailsTo(smtp, awake)).to.have.length(2);
    const asleep = await apply(stand);
    app.clock.advance(20 * minute);
    await app.drainJobs();
    expect(mailsTo(smtp, asleep)).to.deep.equal([]);
    app.clock.set(shanghai('2026-01-07T08:01'));
    await app.drainJobs();
    expect(mailsTo(smtp, asleep)).to.have.length(2);
  });

  it('wait for the morning of where he is, as his device says it', async () => {
    const from = async (zone: string) => {
      const walker = await apply(stand);
      const headers = { [timeZoneHeader]: zone };
      await app.client.call(routes.candidateStatus, {}, walker.session, { headers });
      const at = { id: walker.applicationId };
      const { personId: id } = await app.database.read(Application).findOneByOrFail(at);
      const who = { kind: 'candidate' as const, id };
      await settled(async () => (await app.get(Presence).zoneOf(who)) === zone);
      app.clock.advance(20 * minute);
      await app.drainJobs();
      return { walker, who };
    };
    app.clock.set(shanghai('2026-01-08T11:30')); // 22:30 in New York
    const asleep = await from('America/New_York');
    expect(mailsTo(smtp, asleep.walker)).to.deep.equal([]);
    app.clock.set(shanghai('2026-01-08T21:01')); // 8:01
    await app.drainJobs();
    expect(mailsTo(smtp, asleep.walker)).to.have.length(2);
    app.clock.set(shanghai('2026-01-08T23:00')); // 10:00 there
    const awake = await from('America/New_York');
    expect(mailsTo(smtp, awake.walker)).to.have.length(2);
    await app.database.transaction((tx) => {
      tx.emit('PersonErased', stand.company.id, { personId: awake.who.id });
      return Promise.resolve();
    });
    await app.drainJobs();
    expect(await app.get(Presence).zoneOf(awake.who)).to.equal(null);
  });

  it('take who is at work here for awake, and no device’s word for a zone that there is not', async () => {
    const presence = app.get(Presence);
    const who = { kind: 'staff' as const, id: stand.company.id };
    presence.seen(who, { zone: 'Mars/Olympus', acts: false });
    presence.seen(who, { zone: '../../etc/passwd', acts: true });
    await settled(async () => (await presence.actedAt(who)) > 0);
    expect(await presence.zoneOf(who)).to.equal(null);
    const first = await presence.actedAt(who);
    expect(first).to.be.above(0);
    app.clock.advance(30_000);
    presence.seen(who, { zone: 'Asia/Tokyo', acts: true });
    await settled(async () => (await presence.zoneOf(who)) === 'Asia/Tokyo');
    expect(await presence.actedAt(who), 'once a minute').to.equal(first);
  });

  it('are followed when a mail comes back, once however often it is told', async () => {
    const walker = await invited(stand);
    const [sent] = await outsideTo(app, walker.applicationId);
    const event = { type: 'notDelivered', externalId: sent?.externalId ?? '' } as const;
    const told = { ...event, eventId: 'bounce:1', at: app.clock.now(), reason: '收件人不存在' };
    const desk = app.get(ChannelDesk);
    await Promise.all([desk.event('mail', told), desk.event('mail', told)]);
    await desk.event('mail', told);
    await app.drainJobs();
    const lines = await timelineOf(stand, walker);
    expect(lines.filter((line) => line === '卡片没有送达（邮件）：收件人不存在')).to.have.length(1);
    const ways = await outsideTo(app, walker.applicationId);
    expect(ways.filter(({ channel }) => channel === 'sms')).to.have.length(1);
  });

  it('lose the address in a chat with the person', async () => {
    const { applicationId } = await invited(stand);
    const companyId = stand.company.id;
    const { personId } = await app.database
      .read(Application)
      .findOneByOrFail({ id: applicationId });
    const row = { companyId, personId, applicationId, createdAt: app.clock.now() };
    await app.database
      .read(CandidateAddress)
      .insert({ ...row, channel: 'wecomkf', address: 'wmGone' });
    await app.database.transaction((tx) => {
      tx.emit('PersonErased', companyId, { personId });
      return Promise.resolve();
    });
    await app.drainJobs();
    expect(await app.database.read(CandidateAddress).countBy({ applicationId })).to.equal(0);
  });
});

describe('without any channel outside', () => {
  let app: TestApp;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  it('a card orders nothing but its place in the web inbox', async () => {
    const stand = await aStand(app);
    const { applicationId } = await invited(stand);
    expect(await outsideTo(app, applicationId)).to.deep.equal([]);
    expect(await app.database.read(Delivery).countBy({ recipientId: applicationId })).to.equal(2);
    expect(await app.database.read(Job).countBy({ name: 'card.reach' })).to.equal(0);
  });
});
