import { routes } from '@zhiyu/contracts/routes';
import { Press } from '@zhiyu/server/notify/card.entity';
import { expect } from 'chai';
import { type Emulator, startEmulator } from '../bots/dingtalk/emulator-process.js';
import { until } from '../harness/until.js';
import { type SmtpStand, startSmtp } from '../emulators/mail/smtp.js';
import { aCandidate } from '../factories/candidate.js';
import { aStaff } from '../factories/company.js';
import type { TestApp } from '../harness/app.js';
import {
  decisionsOf,
  isKnownAs,
  listening,
  mailsTo,
  outsideTo,
  timelineOf,
} from './channels-walk.js';
import { apply, assessed, aStand, type Stand, type Walker } from './walk.js';
import { dingTalkSettings } from '../emulators/dingtalk/settings.js';

const kinds =
  'invitation,screeningReview,approval,notice,result,thanks,promiseDue,digest,alert,groupResult,request,grade,meeting'.split(
    ',',
  );

describe('the job through DingTalk and mail', () => {
  let dingTalk: Emulator;
  let smtp: SmtpStand;
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;

  before(async () => {
    dingTalk = await startEmulator();
    smtp = await startSmtp();
    const { base } = dingTalk;
    app = await listening(smtp, {
      ...dingTalkSettings(base),
      DINGTALK_CARD_TEMPLATES: kinds.map((kind) => `${kind}=${kind}.schema`).join(','),
    });
    await until(async () => (await dingTalk.state()).stream.serving === 1);
    stand = await aStand(app);
    await isKnownAs(app, stand.hr, { channel: 'dingtalk', address: 'hr01' });
    await isKnownAs(app, stand.head, { channel: 'dingtalk', address: 'mgr01' });
    walker = await assessed(stand);
  });
  after(async () => {
    await app.stop();
    await smtp.stop();
    await dingTalk.stop();
  });

  const cardsAt = async (user: string, kind: string) =>
    (await dingTalk.state()).cards.filter(
      ({ templateId, spaces }) =>
        templateId === `${kind}.schema` && spaces.some(({ id }) => id.includes(user)),
    );
  const shown = async (user: string) => {
    const [card] = await cardsAt(user, 'approval');
    return dingTalk.card(card?.outTrackId ?? '', user);
  };

  it('brings the approval to HR and the head; one press decides for both', async () => {
    const [mine] = await cardsAt('hr01', 'approval');
    const [theirs] = await cardsAt('mgr01', 'approval');
    const outTrackId = theirs?.outTrackId ?? '';
    expect(outTrackId).not.to.equal('').and.not.to.equal(mine?.outTrackId);
    await dingTalk.press({ user: 'mgr01', outTrackId, button: '待定' });
    const form = { value: 'needsTalk', text: '先见一面' };
    await dingTalk.press({ user: 'mgr01', outTrackId, form, times: 3 });
    expect((await shown('mgr01')).texts.join()).to.include('何敬选了待定');
    expect(await app.database.read(Press).countBy({ source: 'dingtalk' })).to.equal(1);
    expect(await decisionsOf(stand, walker)).to.have.length(1);
    await app.drainJobs();
    expect((await shown('hr01')).texts.join()).to.include('何敬选了待定');
  });

  it('writes to the candidate by mail: he is in no DingTalk', async () => {
    expect(mailsTo(smtp, walker).length).to.be.greaterThan(0);
    expect(await timelineOf(stand, walker)).to.include('卡片已送达（邮件）');
    expect(
      (await outsideTo(app, walker.applicationId)).map(({ channel }) => channel),
    ).not.to.include('dingtalk');
  });

  it('reaches an internal applicant by card, and his press is the candidate’s', async () => {
    const colleague = await aStaff(app, { company: stand.company, roles: ['interviewer'] });
    await isKnownAs(app, colleague, { channel: 'dingtalk', address: 'emp01' });
    const inside = await apply(stand, { candidate: aCandidate({ email: colleague.email }) });
    await app.drainJobs();
    const [card] = await cardsAt('emp01', 'invitation');
    const outTrackId = card?.outTrackId ?? '';
    expect(mailsTo(smtp, inside)).to.deep.equal([]);
    await dingTalk.press({ user: 'emp01', outTrackId, button: '明天提醒我' });
    const press = { source: 'dingtalk', actorKind: 'candidate', actorId: inside.applicationId };
    expect(await app.database.read(Press).existsBy({ ...press, effective: true })).to.equal(true);
  });

  it('shows the administrator the connection, and a test message arrives at himself', async () => {
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    const { channels } = await app.api(routes.channels, {}, admin.session);
    const of = (name: string) => channels.find((one) => one.name === name);
    expect(of('dingtalk')).to.include({ state: 'connected' });
    expect(of('feishu')?.missing).to.include('FEISHU_APP_ID');
    const nobody = await app.api(routes.testChannel, { name: 'dingtalk' }, admin.session);
    expect(nobody).to.deep.equal({ delivered: false, reason: '这条渠道里还没有您的地址' });
    const mail = await app.api(routes.testChannel, { name: 'mail' }, admin.session);
    expect(mail).to.deep.equal({ delivered: true, reason: '' });
    expect(smtp.mails.at(-1)?.to).to.deep.equal([admin.email]);
  });
});
