import type { Card } from '@zhiyu/contracts/card';
import { usualPassLimits as limits } from '@zhiyu/contracts/pass-limits';
import { HeldTime } from '@zhiyu/server/interviews/meetings/meeting.entity';
import { newId } from '@zhiyu/server/platform/time/ids';
import { ChangeRequestRow } from '@zhiyu/server/recruiting/entities/change-request.entity';
import { ProcessMeeting } from '@zhiyu/server/recruiting/entities/process-meeting.entity';
import { hasFallen, isUnder, passInterval } from '@zhiyu/server/workflow/pass-rate/pass-rate';
import { expect } from 'chai';
import { type Emulator, startEmulator } from '../bots/dingtalk/emulator-process.js';
import type { AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { isKnownAs } from './channels-walk.js';
import { alertsOf, decided, looksAgain, pressOn } from './pass-rate-walk.js';
import { aStand, day, signInAgain, type Stand } from './walk.js';
import { dingTalkSettings } from '../emulators/dingtalk/settings.js';

const quarterMs = 15 * 60_000;

describe('a share of passes', () => {
  it('is under its limit only where its whole interval is, and with enough cases', () => {
    expect(isUnder({ passed: 5, decided: 19 }, limits), 'too few').to.equal(false);
    expect(isUnder({ passed: 9, decided: 20 }, limits), '45 % of 20 may be chance').to.equal(false);
    expect(isUnder({ passed: 4, decided: 20 }, limits)).to.equal(true);
    expect(isUnder({ passed: 41, decided: 100 }, limits), '41 % of 100 touches it').to.equal(false);
    expect(isUnder({ passed: 40, decided: 100 }, limits)).to.equal(true);
  });

  it('has the interval of Wilson', () => {
    const { low, high } = passInterval({ passed: 4, decided: 20 });
    expect(low).to.be.closeTo(0.0807, 1e-3);
    expect(high).to.be.closeTo(0.416, 1e-3);
    expect(passInterval({ passed: 0, decided: 0 })).to.deep.equal({ low: 0, high: 1 });
  });

  it('has fallen only where the intervals do not touch', () => {
    expect(hasFallen({ passed: 60, decided: 100 }, { passed: 25, decided: 100 }, limits)).to.equal(
      true,
    );
    expect(hasFallen({ passed: 40, decided: 100 }, { passed: 35, decided: 100 }, limits)).to.equal(
      false,
    );
  });
});

describe('a meeting about the process (R14)', () => {
  let dingTalk: Emulator;
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    dingTalk = await startEmulator();
    const { base } = dingTalk;
    app = await startApp({
      env: {
        ...dingTalkSettings(base),
        DINGTALK_STREAM: 'off',
      },
    });
    stand = await aStand(app);
    await isKnownAs(app, stand.hr, { channel: 'dingtalk', address: 'hr01' });
    await isKnownAs(app, stand.head, { channel: 'dingtalk', address: 'mgr01' });
    app.clock.advance(4 * day); // a Tuesday
  });
  after(async () => {
    await app.stop();
    await dingTalk.stop();
  });
  beforeEach(() => signInAgain(stand));

  const decide = (kind: 'pass' | 'reject', count: number) => decided(stand, kind, count);
  const look = () => looksAgain(app);
  const alerts = (reader: AStaff) => alertsOf(app, reader);
  const press = (reader: AStaff, card: Card | undefined, action: string, text = '') =>
    pressOn(app, reader, { card, action, text });

  it('is proposed once, to recruiting and the model’s owner, with counts and means and no names', async () => {
    await decide('pass', 4);
    await decide('reject', 14);
    await look();
    expect(await alerts(stand.hr), 'too few cases').to.deep.equal([]);
    await decide('reject', 12);
    await look();
    await look();
    const [card, ...more] = await alerts(stand.hr);
    expect(more).to.deep.equal([]);
    expect(card?.figure).to.include({ value: '13 %' });
    expect(card?.figure?.note).to.match(/^在 5 % 到 30 % 之间/);
    expect(card?.buttons.map(({ action }) => action)).to.deep.equal(['meet', 'later', 'open']);
    const [meeting] = await app.database.read(ProcessMeeting).find();
    expect(card?.buttons.at(-1)?.href).to.equal(`/pages/alerts/index?id=${meeting?.id}`);
    expect((await alerts(stand.head)).map(({ id }) => id)).to.deep.equal([card?.id]);
  });

  it('says so where no time suits both, and can be asked for again', async () => {
    const from = Math.floor(app.clock.now() / quarterMs);
    const { id: staffId, companyId } = stand.head;
    const rows = Array.from({ length: 30 * 96 }, (_, n) => ({
      ...{ staffId, companyId, interviewId: newId(0), quarter: from + n },
    }));
    for (let at = 0; at < rows.length; at += 96) {
      await app.database.read(HeldTime).insert(rows.slice(at, at + 96));
    }
    const [card] = await alerts(stand.hr);
    expect((await press(stand.hr, card, 'meet')).effective).to.equal(true);
    await app.drainJobs();
    const [now] = await alerts(stand.head);
    expect(JSON.stringify(now?.blocks)).to.include('没有大家都空的时间');
    expect(now?.buttons.map(({ action }) => action)).to.deep.equal(['meet', 'later', 'open']);
    expect((await dingTalk.state()).calendar).to.deep.equal([]);
    await app.database.read(HeldTime).delete({ staffId });
  });

  it('gets a time that suits both, an entry with an online meeting, and holds that time, by one press', async () => {
    const [card] = await alerts(stand.hr);
    expect((await press(stand.hr, card, 'meet')).effective).to.equal(true);
    await app.drainJobs();
    const [meeting] = await app.database.read(ProcessMeeting).find();
    expect(meeting).to.include({ state: 'arranged' });
    const [entry, ...more] = (await dingTalk.state()).calendar;
    expect(more).to.deep.equal([]);
    expect(String(entry?.body.summary)).to.match(/^流程优化会议/);
    const attendees = JSON.stringify(entry?.body.attendees);
    expect(attendees).to.include('union-hr01').and.include('union-mgr01');
    expect(meeting?.link).to.match(/^https:\/\/meeting\.dingtalk\.com\//);
    const held = await app.database.read(HeldTime).findBy({ interviewId: meeting?.id ?? '' });
    expect(held, '45 minutes of two people').to.have.length(6);
    const [now] = await alerts(stand.head);
    expect(now?.buttons.map(({ action }) => action)).to.deep.equal(['decide', 'open', 'open']);
  });

  it('turns what was decided into a change request to those who may publish the model', async () => {
    const [card] = await alerts(stand.head);
    const text = '服务意识的要求从 7.5 改到 7.0';
    expect((await press(stand.head, card, 'decide', text)).effective).to.equal(true);
    await app.drainJobs();
    const request = (await alerts(stand.head)).at(-1);
    expect(request?.title).to.equal('何敬请求修改能力模型');
    expect(JSON.stringify(request?.blocks)).to.include(text);
    expect(request?.buttons.find(({ href }) => href)?.href).to.include('part=model');
    await press(stand.head, request, 'done');
    const [row] = await app.database.read(ChangeRequestRow).find();
    expect(row).to.include({ state: 'done', text, settledBy: stand.head.id, doneVersion: null });
    expect((await alerts(stand.head)).at(-1)?.state).to.equal('done');
    expect(await app.database.read(ProcessMeeting).find()).to.have.length(1);
    await look();
    expect(await app.database.read(ProcessMeeting).find(), 'not again so soon').to.have.length(1);
  });
});
