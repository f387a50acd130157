import { routes } from '@zhiyu/contracts/routes';
import { HeldTime } from '@zhiyu/server/interviews/meetings/meeting.entity';
import { AuditLog } from '@zhiyu/server/privacy/audit.service';
import { expect } from 'chai';
import { type AStaff, aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { alertsOf, decided, looksAgain, pressOn } from './pass-rate-walk.js';
import { aStand, day, signInAgain, type Stand } from './walk.js';

describe('the page of a share of passes that is low (R14)', () => {
  let app: TestApp;
  let stand: Stand;
  let admin: AStaff;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    app.clock.advance(4 * day); // a Tuesday
    admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
  });
  after(() => app.stop());
  beforeEach(async () => {
    await signInAgain(stand);
  });

  const list = async () => (await app.api(routes.passAlerts, {}, stand.hr.session)).alerts;
  const newest = async () => (await list())[0]?.id ?? '';
  const view = async (id?: string) =>
    app.api(routes.passAlert, { id: id ?? (await newest()) }, stand.hr.session);

  it('is counted by limits that an administrator may change, with what they say shown at once', async () => {
    await decided(stand, 'pass', 1);
    await decided(stand, 'reject', 7);
    await looksAgain(app);
    expect(await list(), '8 of 20').to.deep.equal([]);
    const before = await app.api(routes.passLimits, {}, stand.hr.session);
    expect(before).to.include({ leastDecided: 20, limit: 50, days: 90, changedAt: null });
    expect(before.changers).to.have.length(1);
    const limits = { leastDecided: 8, limit: 60, days: 30 };
    await refused(app.api(routes.savePassLimits, limits, stand.hr.session), 'notAllowed');
    const wrong = { ...limits, leastDecided: 1 };
    await refused(app.api(routes.savePassLimits, wrong, admin.session), 'invalidInput');
    const saved = await app.api(routes.savePassLimits, limits, admin.session);
    expect(saved).to.include(limits);
    expect(saved.changedAt).to.be.closeTo(app.clock.now(), 5_000);
    expect(saved.changedBy).to.equal(saved.changers[0]);
    await app.drainJobs();
    const [row] = await list();
    expect(row).to.include({ state: 'proposed', limit: 0.6 });
    expect(row?.now).to.deep.equal({ passed: 1, decided: 8 });
    const lines = await app.get(AuditLog).page(stand.company.id, null);
    expect(JSON.stringify(lines)).to.include('process.limits');
  });

  it('shows what it rests on: week by week, the line, who came, nobody’s name', async () => {
    const seen = await view();
    expect(seen).to.include({ minutes: 45, calendar: null, noTimeAt: null, mayAct: true });
    expect(seen.limits).to.deep.equal({ leastDecided: 8, limit: 60, days: 30 });
    expect(seen.people).to.deep.equal(['许澜', '何敬']);
    expect(seen.weeks).to.have.length(9);
    expect(seen.weeks.at(-1)).to.include({ passed: 1, decided: 8 });
    expect(seen.weeks.slice(0, -1).every(({ decided: n }) => n === 0)).to.equal(true);
    const all = seen.sources.reduce((sum, one) => sum + one.now, 0);
    expect(all, 'all of them came from somewhere').to.equal(8);
    const others = await aStaff(app, { company: stand.company, roles: ['interviewer'] });
    await refused(app.api(routes.passAlert, { id: seen.id }, others.session), 'notAllowed');
    const elsewhere = await aStaff(app, { company: stand.company, roles: ['manager'] });
    await refused(app.api(routes.passAlert, { id: seen.id }, elsewhere.session), 'notAllowed');
    expect((await app.api(routes.passAlerts, {}, elsewhere.session)).alerts).to.deep.equal([]);
  });

  it('gets a chosen time by one press, and its card says so; whoever is second is told', async () => {
    const id = await newest();
    const { times, calendarRead } = await app.api(routes.passAlertTimes, { id }, stand.hr.session);
    expect(calendarRead, 'no chat is connected').to.equal(false);
    expect(times).to.have.length(3);
    expect(times).to.deep.equal([...new Set(times)].sort((one, two) => one - two));
    const [first = 0, startsAt = 0] = times;
    const early = { id, startsAt: first - day };
    await refused(app.api(routes.meetAboutPass, early, stand.hr.session), 'timeTaken');
    expect((await view(id)).state, 'nothing was asked for').to.equal('proposed');
    const asked = await app.api(routes.meetAboutPass, { id, startsAt }, stand.hr.session);
    expect(asked.state).to.equal('asked');
    const second = { id, startsAt: first };
    await refused(app.api(routes.meetAboutPass, second, stand.head.session), 'alreadyDecided');
    await refused(app.api(routes.meetAboutPass, { id }, stand.head.session), 'alreadyDecided');
    await app.drainJobs();
    const seen = await view(id);
    expect(seen.state).to.equal('arranged');
    expect(seen.startsAt, 'the chosen one').to.equal(startsAt);
    const held = await app.database.read(HeldTime).findBy({ interviewId: id });
    expect(held, '45 minutes of two people').to.have.length(6);
    const card = (await alertsOf(app, stand.head)).find(({ state }) => state === 'open');
    expect(card?.buttons.map(({ action }) => action)).to.deep.equal(['decide', 'open']);
  });

  it('turns what was decided into a change request, whichever of page and card says so', async () => {
    const text = '服务意识的要求从 7.5 改到 7.0';
    const id = await newest();
    const after = await app.api(routes.decidePassAlert, { id, text }, stand.head.session);
    expect(after).to.include({ state: 'decided', decision: text, decidedBy: '何敬' });
    expect(after.request).to.include({ state: 'open', text, alertId: id, baseVersion: 1 });
    await app.drainJobs();
    const { requests } = await app.api(
      routes.changeRequests,
      { positionId: stand.position.id },
      stand.hr.session,
    );
    expect(requests.map((one) => one.text)).to.deep.equal([text]);
    const card = (await alertsOf(app, stand.head)).find(({ title }) => title.includes('请求修改'));
    expect(card?.state).to.equal('open');
    const requestId = requests[0]?.id ?? '';
    const without = { id: requestId, state: 'dismissed' as const, reason: '' };
    await refused(app.api(routes.settleChange, without, stand.hr.session), 'invalidInput');
    const why = { ...without, reason: '先看两周' };
    const settled = await app.api(routes.settleChange, why, stand.hr.session);
    expect(settled).to.include({ state: 'dismissed', reason: '先看两周', settledBy: '许澜' });
    const closed = (await alertsOf(app, stand.head)).find(({ id: one }) => one === card?.id);
    expect(closed?.state).to.equal('done');
    expect(JSON.stringify(closed?.blocks)).to.include('先看两周');
    const press = pressOn(app, stand.head, { card: closed, action: 'done' });
    expect((await press).effective).to.equal(false);
    await refused(app.api(routes.settleChange, why, stand.hr.session), 'alreadyDecided');
  });

  it('is put off with a reason that everybody reads, and keeps which version a change became', async () => {
    app.clock.advance(35 * day);
    await signInAgain(stand);
    await decided(stand, 'reject', 9);
    await looksAgain(app);
    const id = await newest();
    const reason = '这周在校招，先不改';
    const over = await app.api(routes.declinePassAlert, { id, reason }, stand.hr.session);
    expect(over).to.include({ state: 'over', decision: reason, decidedBy: '许澜', request: null });
    const card = (await alertsOf(app, stand.head)).find(({ blocks }) =>
      JSON.stringify(blocks).includes(reason),
    );
    expect(card?.state).to.equal('done');
    await refused(
      app.api(routes.decidePassAlert, { id, text: '改' + reason }, stand.hr.session),
      'alreadyDecided',
    );
  });

  it('names the version in which a change was carried out', async () => {
    app.clock.advance(35 * day);
    await signInAgain(stand);
    await decided(stand, 'reject', 9);
    await looksAgain(app);
    const id = await newest();
    const [first] = (await app.api(routes.passAlertTimes, { id }, stand.head.session)).times;
    await app.api(routes.meetAboutPass, { id }, stand.hr.session);
    await app.drainJobs();
    expect((await view(id)).startsAt, 'without a choice the first').to.equal(first);
    const text = '通过线改到 6.5';
    const { request } = await app.api(routes.decidePassAlert, { id, text }, stand.hr.session);
    const { content } = stand.position;
    const changed = { ...content, model: { ...content.model, threshold: 65 } };
    const save = { id: stand.position.id, baseVersion: 1, content: changed, note: text };
    await app.api(routes.savePosition, save, stand.hr.session);
    const done = { id: request?.id ?? '', state: 'done' as const, reason: '' };
    const settled = await app.api(routes.settleChange, done, stand.hr.session);
    expect(settled).to.include({ state: 'done', baseVersion: 1, doneVersion: 2 });
    app.clock.advance(35 * day);
    await signInAgain(stand);
    await decided(stand, 'reject', 9);
    await looksAgain(app);
    const [line] = (await view()).lines;
    expect(line, 'it moved in the time before').to.include({ version: 2, to: 65 });
  });
});
