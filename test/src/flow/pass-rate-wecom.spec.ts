import { routes } from '@zhiyu/contracts/routes';
import { ProcessMeeting } from '@zhiyu/server/recruiting/entities/process-meeting.entity';
import { expect } from 'chai';
import { ChannelDesk } from '@zhiyu/server/notify/channel-desk';
import { EmulatedWeCom } from '../bots/wecom/stand.js';
import { startApp, type TestApp } from '../harness/app.js';
import { isKnownAs } from './channels-walk.js';
import { alertsOf, decided, looksAgain, pressOn } from './pass-rate-walk.js';
import { aStand, day, signInAgain, type Stand } from './walk.js';

describe('a meeting about the process in WeCom (R14)', () => {
  const weCom = new EmulatedWeCom();
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    await weCom.start();
    const { base, ws, corpId, app: of } = weCom.at;
    app = await startApp({
      env: {
        ...{ WECOM_API_BASE: base, WECOM_OAUTH_BASE: base, WECOM_LOGIN_BASE: base },
        ...{ WECOM_WS_BASE: ws, WECOM_CORP_ID: corpId, WECOM_AGENT_ID: String(of.agentId) },
        ...{ WECOM_SECRET: of.secret, WECOM_TOKEN: of.token, WECOM_ENCODING_AES_KEY: of.aesKey },
      },
    });
    await app.get(ChannelDesk).begin();
    const callbackUrl = `${app.base}/api/callbacks/wecom`;
    await weCom.order('setup', { app: { callbackUrl }, retryMs: 20, verify: true });
    stand = await aStand(app);
    await isKnownAs(app, stand.hr, { channel: 'wecom', address: 'zhangsan' });
    await isKnownAs(app, stand.head, { channel: 'wecom', address: 'hejing' });
    app.clock.advance(4 * day); // a Tuesday
    await signInAgain(stand);
    await decided(stand, 'pass', 4);
    await decided(stand, 'reject', 26);
    await looksAgain(app);
  });
  after(async () => {
    await app.stop();
    weCom.stop();
  });

  it('is proposed to both in their chat, with the way to its page', async () => {
    const [meeting] = await app.database.read(ProcessMeeting).find();
    const { shown } = await weCom.state();
    for (const user of ['zhangsan', 'hejing']) {
      const cards = shown.filter((one) => one.user === user);
      expect(JSON.stringify(cards), user).to.include('建议开一次流程优化会议');
    }
    const [card] = await alertsOf(app, stand.hr);
    expect(card?.buttons.at(-1)?.href).to.include(meeting?.id);
  });

  it('becomes an entry and an online meeting of both by one press', async () => {
    const [card] = await alertsOf(app, stand.hr);
    expect((await pressOn(app, stand.hr, { card, action: 'meet' })).effective).to.equal(true);
    await app.drainJobs();
    await app.drainJobs();
    const [meeting] = await app.database.read(ProcessMeeting).find();
    expect(meeting).to.include({ state: 'arranged' });
    const state = await weCom.state();
    const [schedules, meetings] = [Object.values(state.schedules), Object.values(state.meetings)];
    expect(schedules).to.have.length(1);
    const entry = JSON.stringify(schedules[0]);
    expect(entry).to.include('流程优化会议').and.include('zhangsan').and.include('hejing');
    expect(entry).to.include(String(Number(meeting?.startsAt) / 1000));
    expect(entry).to.include(`/pages/alerts/index?id=${meeting?.id}`);
    expect(meetings).to.have.length(1);
    expect(JSON.stringify(meetings[0])).to.include('zhangsan').and.include('hejing');
    expect(meeting?.link).to.match(/^https:\/\/meeting\.example\//);
    const id = meeting?.id ?? '';
    const seen = await app.api(routes.passAlert, { id }, stand.head.session);
    expect(seen).to.include({ calendar: 'wecom', state: 'arranged', link: meeting?.link });
  });

  it('makes no second entry when the job is repeated', async () => {
    const [meeting] = await app.database.read(ProcessMeeting).find();
    const meetings = app.database.read(ProcessMeeting);
    await meetings.update({ id: meeting?.id ?? '' }, { state: 'asked' });
    await app.database.transaction((tx) => {
      tx.enqueue('passRate.meet', { meetingId: meeting?.id ?? '' });
      return Promise.resolve();
    });
    await app.drainJobs();
    expect((await meetings.find())[0]).to.include({ state: 'arranged' });
    const state = await weCom.state();
    expect(Object.keys(state.schedules)).to.have.length(1);
    expect(Object.keys(state.meetings)).to.have.length(1);
  });
});
