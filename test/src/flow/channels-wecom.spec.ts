import { routes } from '@zhiyu/contracts/routes';
import { Delivery, Press } from '@zhiyu/server/notify/card.entity';
import { CandidateAddress, ChannelEventRow } from '@zhiyu/server/notify/channel.entity';
import { Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { expect } from 'chai';
import { Not } from 'typeorm';
import { type SmtpStand, startSmtp } from '../emulators/mail/smtp.js';
import { EmulatedWeCom, type Json } from '../bots/wecom/stand.js';
import { until } from '../harness/until.js';
import { aStaff } from '../factories/company.js';
import type { TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import {
  decisionsOf,
  isKnownAs,
  listening,
  mailsTo,
  outsideTo,
  timelineOf,
} from './channels-walk.js';
import { cardOf, cardsOf, press } from './look.js';
import { apply, assessed, aStand, type Stand, type Walker } from './walk.js';

const customer = 'wmCandidate01';

describe('the job through WeCom and 微信客服', () => {
  const weCom = new EmulatedWeCom();
  let smtp: SmtpStand;
  let app: TestApp;
  let stand: Stand;

  before(async () => {
    await weCom.start();
    smtp = await startSmtp();
    const { base, ws, corpId, app: of, kfId } = weCom.at;
    app = await listening(smtp, {
      ...{ WECOM_API_BASE: base, WECOM_OAUTH_BASE: base, WECOM_LOGIN_BASE: base },
      ...{ WECOM_WS_BASE: ws, WECOM_CORP_ID: corpId, WECOM_AGENT_ID: String(of.agentId) },
      ...{ WECOM_SECRET: of.secret, WECOM_TOKEN: of.token, WECOM_ENCODING_AES_KEY: of.aesKey },
      WECOM_KF_ID: kfId,
    });
    const callbackUrl = `${app.base}/api/callbacks/wecom`;
    const { verified } = await weCom.order<{ verified: boolean }>('setup', {
      ...{ app: { callbackUrl }, retryMs: 20, verify: true },
    });
    expect(verified).to.equal(true);
    stand = await aStand(app);
    await isKnownAs(app, stand.hr, { channel: 'wecom', address: 'zhangsan' });
    await isKnownAs(app, stand.head, { channel: 'wecom', address: 'hejing' });
  });
  after(async () => {
    await app.stop();
    await smtp.stop();
    weCom.stop();
  });

  const shownTo = async (user: string) =>
    (await weCom.state()).shown.filter((one) => one.user === user);
  const keyFor = (body: Json, label: string) =>
    (body.button_list as { text: string; key: string }[]).find(({ text }) => text === label)?.key;
  const boundTo = (applicationId: string) =>
    app.database.read(CandidateAddress).existsBy({ applicationId, address: customer });

  it('brings the approval to HR and the head; redelivered presses decide once, for both', async () => {
    const walker = await assessed(stand);
    const [mine] = await shownTo('zhangsan');
    const [theirs] = await shownTo('hejing');
    const of = {
      ...{ user: 'hejing', taskId: theirs?.taskId, key: keyFor(theirs?.body ?? {}, '待定') },
      ...{ selected: { why: ['needsTalk'] }, again: 2 },
    };
    const { shown } = await weCom.order<{ shown: { greyed: string; body: Json } }>('press', of);
    expect(JSON.stringify(shown.body)).to.include('何敬选了待定');
    const presses = await app.database.read(Press).findBy({ source: 'wecom' });
    expect(presses).to.have.length(1);
    expect(await decisionsOf(stand, walker)).to.have.length(1);
    await app.drainJobs();
    const [now] = await shownTo('zhangsan');
    expect(now?.taskId).to.equal(mine?.taskId);
    expect(JSON.stringify(now?.body)).to.include('何敬选了待定');
  });

  it('says which reasons a button has when the chosen one is another button’s', async () => {
    const walker = await assessed(stand);
    const [card] = (await shownTo('hejing')).filter(({ body }) =>
      JSON.stringify(body).includes(walker.candidate.name),
    );
    const key = keyFor(card?.body ?? {}, '不通过');
    const of = {
      user: 'hejing',
      taskId: card?.taskId,
      key,
      selected: { why: ['meetsRequirement'] },
    };
    await weCom.order('press', of);
    const told = async () => {
      const texts = (await shownTo('hejing')).filter(({ msgtype }) => msgtype === 'text');
      return String(texts.at(-1)?.body.content);
    };
    await until(async () => (await told()).includes('“不通过”要选适合它的原因'));
    expect(await told())
      .to.include('低于要求')
      .and.not.to.include('达到要求');
    expect(await decisionsOf(stand, walker)).to.deep.equal([]);
  });

  it('puts the next round into the calendars of those who decide, without a name, and takes it out again', async () => {
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await app.drainJobs();
    const { applicationId } = walker;
    const where = { applicationId, kind: 'human' as const };
    const meeting = await app.database.read(Interview).findOneByOrFail(where);
    const mine = async () => {
      const { schedules } = await weCom.state();
      return Object.values(schedules).filter(({ description }) =>
        String(description).endsWith(`id=${applicationId}`),
      );
    };
    const [entry, ...more] = await mine();
    expect(more).to.deep.equal([]);
    expect(entry).to.deep.include({
      ...{ start_time: (meeting.startsAt ?? 0) / 1000, location: meeting.place, cancelled: false },
      attendees: [{ userid: 'zhangsan' }, { userid: 'hejing' }],
    });
    expect(JSON.stringify(entry)).not.to.include(walker.candidate.name);
    await app.api(routes.withdraw, {}, walker.session);
    await app.drainJobs();
    expect((await mine()).map(({ cancelled }) => cancelled)).to.deep.equal([true]);
  });

  it('goes on without the calendars where the app may not write to them', async () => {
    const path = '/cgi-bin/oa/schedule/add';
    await weCom.order('fault', { path, kind: 'errcode', errcode: 48_002, times: 1 });
    const before = Object.keys((await weCom.state()).schedules).length;
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await app.drainJobs();
    expect(Object.keys((await weCom.state()).schedules)).to.have.length(before);
    const where = { name: 'on:ResultSent:workflow.calendar', state: Not('done' as const) };
    expect(await app.database.read(Job).countBy(where), 'tried no further').to.equal(0);
    const { items } = await app.api(routes.candidateInbox, {}, walker.session);
    expect(items.map(({ card: { kind } }) => kind)).to.include('result');
  });

  it('writes to a candidate by mail as long as he has not come in by 微信客服', async () => {
    const walker = await assessed(stand);
    const ways = await outsideTo(app, walker.applicationId);
    expect(new Set(ways.map(({ channel }) => channel))).to.deep.equal(new Set(['mail']));
  });

  describe('with a candidate in 微信客服', () => {
    let walker: Walker;
    const chat = async () => (await weCom.state()).customers[customer]?.chat ?? [];

    before(async () => {
      walker = await apply(stand);
      const { url } = await app.api(routes.candidateChat, {}, walker.session);
      await weCom.order('kf-enter', { user: customer, url });
      await until(() => boundTo(walker.applicationId));
      await weCom.order('kf-say', { user: customer, text: '你好' });
      await app.drainJobs();
    });

    it('invites him there, and by nothing else', async () => {
      const ways = await outsideTo(app, walker.applicationId);
      expect(ways.map(({ channel, state }) => `${channel} ${state}`)).to.deep.equal([
        'wecomkf delivered',
        'wecomkf delivered',
      ]);
      expect(mailsTo(smtp, walker)).to.deep.equal([]);
      expect(JSON.stringify((await chat()).at(-1)?.body)).to.include('t=');
    });

    it('answers him there, with the promised date, and writes both on the timeline', async () => {
      const { length } = await chat();
      await weCom.order('kf-say', { user: customer, text: '我的进度怎么样了' });
      await until(async () => (await chat()).length === length + 2);
      const answer = JSON.stringify((await chat()).at(-1)?.body);
      expect(answer).to.include('线上面试在等您').and.to.include('pages/status/index?t=');
      await until(async () => {
        const lines = await timelineOf(stand, walker);
        return lines.includes('已在微信客服里回答：进度');
      });
      expect(await timelineOf(stand, walker)).to.include('候选人在微信客服里说：进度');
    });

    it('takes his tap as a press', async () => {
      const [menu] = (await chat()).flatMap(({ body }) =>
        (
          ((body.msgmenu as Json | undefined)?.list as { click?: { id: string } }[] | undefined) ??
          []
        ).filter(({ click }) => click?.id.endsWith('.later')),
      );
      const menuId = menu?.click?.id;
      await weCom.order('kf-say', { user: customer, text: '晚点再做', menuId });
      const about = { source: 'wecomkf', actorId: walker.applicationId };
      await until(() => app.database.read(Press).existsBy({ ...about, effective: true }));
    });

    it('tells HR when he asks for a person', async () => {
      await weCom.order('kf-say', { user: customer, text: '想和真人谈谈' });
      const told = () => cardsOf(stand, stand.hr, 'notice', walker);
      await until(async () => (await told()).length === 1);
      expect((await told())[0]?.title).to.include('想和真人面');
    });

    it('goes on by mail when his conversation is over', async () => {
      const sent = await app.database.read(Delivery).findOneByOrFail({ channel: 'wecomkf' });
      await weCom.order('kf-fail', { msgid: sent.externalId, type: 4 });
      await until(async () => (await outsideTo(app, walker.applicationId))[0]?.state === 'refused');
      await app.drainJobs();
      expect(mailsTo(smtp, walker)).to.have.length(1);
      const lines = await timelineOf(stand, walker);
      expect(lines.join()).to.include('卡片没有送达（微信客服）：微信客服：会话已过期');
    });
  });

  it('closes the account of somebody who left the company’s WeCom', async () => {
    await weCom.order('contact', { ChangeType: 'delete_user', UserID: 'hejing' });
    expect(await app.database.read(ChannelEventRow).countBy({ type: 'memberLeft' })).to.equal(1);
    await app.drainJobs();
    await refused(app.api(routes.me, {}, stand.head.session), 'notSignedIn');
  });

  it('a candidate adds the recruiter by her code: welcomed once, one line in the timeline, nothing of him told', async () => {
    const walker = await apply(stand);
    const id = walker.applicationId;
    const [one, again] = [
      await app.api(routes.contactWay, { id }, stand.hr.session),
      await app.api(routes.contactWay, { id }, stand.hr.session),
    ];
    expect(one.url)
      .to.match(/^https?:/)
      .and.to.equal(again.url);
    const added = { user: 'zhangsan', external: 'wmContact01', state: id };
    await weCom.order('external', { ...added, again: 2 });
    await until(async () => (await weCom.state()).welcomes.length > 0);
    const { welcomes } = await weCom.state();
    expect(welcomes).to.have.length(1);
    const said = JSON.stringify(welcomes);
    expect(said).to.include('许澜').and.not.include(walker.candidate.name);
    const lines = (await timelineOf(stand, walker)).filter((text) => text.includes('联系人'));
    expect(lines).to.have.length(1);
    // A code that was made elsewhere says nothing about anybody here.
    await weCom.order('external', { user: 'zhangsan', external: 'wmOther', state: 'campaign-7' });
    expect((await weCom.state()).welcomes).to.have.length(1);
  });

  it('a recruiter whom WeCom does not know, or whom it refuses, is told so', async () => {
    const walker = await apply(stand);
    const id = walker.applicationId;
    const other = await aStaff(app, { company: stand.company, roles: ['hr'] });
    await refused(app.api(routes.contactWay, { id }, other.session), 'contactRefused');
    const path = '/cgi-bin/externalcontact/add_contact_way';
    await weCom.order('fault', { path, kind: 'errcode', errcode: 84_074 });
    await refused(app.api(routes.contactWay, { id }, stand.hr.session), 'contactRefused');
  });
});
