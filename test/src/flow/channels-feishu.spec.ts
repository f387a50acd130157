import { CardRow, Delivery } from '@zhiyu/server/notify/card.entity';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { expect } from 'chai';
import { buttonsOf } from '../emulators/feishu/card-rules.js';
import { type FeishuEmulator, settingsFor, startFeishu } from '../emulators/feishu/emulator.js';
import { type SmtpStand, startSmtp } from '../emulators/mail/smtp.js';
import type { TestApp } from '../harness/app.js';
import {
  decisionsOf,
  isKnownAs,
  listening,
  mailsTo,
  outsideTo,
  textOfMail,
  timelineOf,
} from './channels-walk.js';
import { assessed, aStand, invited, minute, signInAgain, type Stand, type Walker } from './walk.js';

const hr = 'ou_shenlan';
const head = 'ou_hejing';

describe('the job through Feishu and mail', () => {
  let feishu: FeishuEmulator;
  let smtp: SmtpStand;
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;

  before(async () => {
    feishu = await startFeishu();
    smtp = await startSmtp();
    const { apiBase, loginBase, appId, appSecret, verificationToken, encryptKey } = settingsFor(
      feishu.address,
    );
    app = await listening(smtp, {
      ...{ FEISHU_API_BASE: apiBase, FEISHU_LOGIN_BASE: loginBase },
      ...{ FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret },
      ...{ FEISHU_VERIFICATION_TOKEN: verificationToken, FEISHU_ENCRYPT_KEY: encryptKey },
    });
    feishu.callbacks.url = `${app.base}/api/callbacks/feishu`;
    feishu.platform.limits = { perSecond: 1000 };
    stand = await aStand(app);
    await isKnownAs(app, stand.hr, { channel: 'feishu', address: hr });
    await isKnownAs(app, stand.head, { channel: 'feishu', address: head });
    walker = await assessed(stand);
  });
  after(async () => {
    await app.stop();
    await smtp.stop();
    await feishu.stop();
  });

  /** The newest message that this person has and that can be decided on. */
  const approvalAt = (person: string) => {
    const found = feishu.platform.messages.filter(
      ({ receiver, card }) =>
        receiver === person && buttonsOf(card).some(({ label }) => label === '通过'),
    );
    return found.at(-1)?.id ?? '';
  };
  const shownTo = (person: string) =>
    JSON.stringify(
      feishu.platform.messages.filter(({ receiver }) => receiver === person).map((one) => one.card),
    );

  it('is open to the callback address only with the key, and answers its check', async () => {
    expect((await feishu.callbacks.verify()).body).to.deep.equal({ challenge: 'a-challenge' });
    expect((await feishu.callbacks.verify({ token: 'wrong' })).status).to.equal(401);
    const unknown = await app.client.raw('/api/callbacks/pigeon', { method: 'POST', body: 'x' });
    expect(unknown.status).to.equal(404);
  });

  it('invites the candidate by mail with a link that lets in', () => {
    const mail = textOfMail(mailsTo(smtp, walker)[0]);
    expect(mail).to.match(/#\/pages\/inbox\/index\?card=[0-9A-Z]{26}&t=[\w-]{43}/);
    expect(mail).to.include(app.base);
  });

  it('brings the approval to HR and the head, and one press decides for both', async () => {
    const [mine, theirs] = [approvalAt(hr), approvalAt(head)];
    expect(mine).not.to.equal('');
    expect(theirs).not.to.equal('').and.not.to.equal(mine);
    const order = { messageId: mine, as: hr, label: '通过', choose: 'meetsRequirement' };
    const answers = await Promise.all([
      feishu.callbacks.press({ ...order, eventId: 'one-event' }),
      feishu.callbacks.press({ ...order, eventId: 'one-event' }),
    ]);
    expect(answers.map(({ toast }) => toast?.type)).to.deep.equal(['success', 'success']);
    const late = { messageId: theirs, as: head, label: '不通过', choose: 'belowRequirement' };
    const { toast } = await feishu.callbacks.press(late);
    expect(toast?.type).to.equal('warning');
    expect(toast?.content).to.include('许澜选了通过');
    expect(await decisionsOf(stand, walker)).to.have.length(1);
    await app.drainJobs();
    expect(shownTo(hr)).to.include('许澜选了通过');
    expect(shownTo(head)).to.include('许澜选了通过');
  });

  it('tells the candidate the result by mail with the date for the calendar', () => {
    const files = mailsTo(smtp, walker).flatMap(({ parts }) => parts.map((one) => one.fileName));
    expect(files).to.include('interview.ics');
  });

  it('keeps in the timeline by which way each card went', async () => {
    const lines = await timelineOf(stand, walker);
    expect(lines).to.include('卡片已送达（飞书）');
    expect(lines).to.include('卡片已送达（邮件）');
    expect(lines).to.include('卡片已送达（网页）');
  });

  it('tells a stranger who presses that he is not known, and does nothing', async () => {
    const other = await assessed(stand);
    const stranger = { messageId: approvalAt(hr), as: 'ou_zhoumo', label: '待定' };
    const { toast } = await feishu.callbacks.press({ ...stranger, choose: 'needsTalk' });
    expect(toast?.content).to.include('还不认识您');
    expect(await decisionsOf(stand, other)).to.deep.equal([]);
  });

  it('reminds the staff on working days, after the night', async () => {
    const remindedBy = async (channel: string) =>
      app.database
        .read(Delivery)
        .createQueryBuilder('d')
        .innerJoin(CardRow, 'c', "c.id = d.cardId AND c.kind = 'promiseDue'")
        .where('d.channel = :channel', { channel })
        .getCount();
    app.clock.set(Date.parse('2026-01-03T12:00+08:00'));
    await app.drainJobs();
    expect(await remindedBy('console')).to.be.greaterThan(0);
    expect(await remindedBy('feishu')).to.equal(0);
    app.clock.set(Date.parse('2026-01-04T07:59+08:00'));
    await app.drainJobs();
    expect(await remindedBy('feishu')).to.equal(0);
    app.clock.set(Date.parse('2026-01-04T08:01+08:00'));
    await app.drainJobs();
    expect(await remindedBy('feishu')).to.be.greaterThan(0);
    await signInAgain(stand);
  });

  it('tries a chat again that was away longer than the job had patience', async () => {
    app.clock.set(Date.parse('2026-01-05T10:00+08:00'));
    await app.drainJobs();
    await signInAgain(stand);
    const away = { status: 503, body: { code: 1, msg: 'away' } };
    const path = '/open-apis/im/v1/messages';
    feishu.platform.faults.push(...Array.from({ length: 6 }, () => ({ path, answer: away })));
    const other = await assessed(stand);
    const unsent = { channel: 'feishu', state: 'failed' } as const;
    expect(await app.database.read(Delivery).countBy(unsent)).to.equal(2);
    await app.database
      .read(Job)
      .update({ name: 'card.deliver', state: 'ready' }, { state: 'dead' });
    feishu.platform.faults.length = 0;
    app.clock.advance(16 * minute);
    await app.drainJobs();
    expect(await app.database.read(Delivery).countBy(unsent)).to.equal(0);
    expect(shownTo(hr)).to.include(other.candidate.name);
  });

  it('puts a refused mail into the timeline with its reason', async () => {
    smtp.refuse.recipient = { code: 550, words: '5.1.1 no such user' };
    const refused = await invited(stand);
    smtp.refuse.recipient = null;
    const [tried] = await outsideTo(app, refused.applicationId);
    expect(tried).to.include({ channel: 'mail', state: 'refused' });
    const line = (await timelineOf(stand, refused)).find((one) => one.includes('没有送达'));
    expect(line).to.match(/^卡片没有送达（邮件）：.+/);
  });
});
