import type { DigestPlan } from '@zhiyu/contracts/digest';
import { routes } from '@zhiyu/contracts/routes';
import { monthOf, shanghaiHour } from '@zhiyu/server/platform/time/shanghai';
import { DigestPlans } from '@zhiyu/server/workflow/digest-plans.service';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardsOf } from './look.js';
import { assessed, aStand, invited, signInAgain, type Stand } from './walk.js';

const at = (date: string, hour: number) => shanghaiHour(date, hour);
// The first working day of April 2026: the first is a Wednesday.
const due = at('2026-04-01', 9);

describe('a month in China', () => {
  it('begins and ends at midnight there, also over the turn of a year', () => {
    expect(monthOf('2026-01')).to.deep.equal({
      before: at('2025-12-01', 0),
      from: at('2026-01-01', 0),
      to: at('2026-02-01', 0),
    });
  });
});

describe('the report of a month (R53)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    app.clock.set(at('2026-03-12', 9));
    stand = await aStand(app);
  });
  before('somebody interviewed, and somebody invited', async () => {
    await assessed(stand);
    await invited(stand);
  });
  after(() => app.stop());

  const goTo = async (moment: number) => {
    app.clock.set(moment);
    await signInAgain(stand);
  };
  const sweep = async () => {
    await app.database.transaction((tx) => {
      tx.enqueue('digest.sweep', { due });
      return Promise.resolve();
    });
    await app.drainJobs();
  };
  const reports = async (who: Stand['hr']) =>
    (await cardsOf(stand, who, 'digest')).filter(({ eyebrow }) => eyebrow.startsWith('招聘月报'));
  const plan = (change: Partial<DigestPlan>) =>
    app.api(
      routes.saveDigestPlan,
      { rhythm: 'off', weekday: 1, time: '09:00', group: false, monthly: true, ...change },
      stand.hr.session,
    );

  it('is due on the first working day of the next month, at the hour that was chosen', async () => {
    const dueAt = (moment: number) => app.get(DigestPlans).dueMonth(stand.company.id, moment);
    expect(await dueAt(due)).to.equal('2026-03');
    expect(await dueAt(at('2026-04-01', 9.5))).to.equal(null);
    expect(await dueAt(at('2026-04-02', 9))).to.equal(null);
    expect(await dueAt(at('2026-03-01', 9)), 'a Sunday').to.equal(null);
    expect(await dueAt(at('2026-03-02', 9))).to.equal('2026-02');
    // The National Day of 2026: 1 to 7 October.
    expect(await dueAt(at('2026-10-08', 9))).to.equal('2026-09');
    expect(await dueAt(at('2026-01-02', 9)), 'New Year').to.equal(null);
    expect(await dueAt(at('2026-01-04', 9)), 'a Sunday of work').to.equal('2025-12');
  });

  it('tells each once what the figures page says of that month, and leads there', async () => {
    await goTo(due);
    await sweep();
    await sweep();
    const [card, ...more] = await reports(stand.hr);
    expect(more).to.deep.equal([]);
    expect(card?.eyebrow).to.equal('招聘月报，2026年3月');
    const asked = { days: '30' as const, scope: 'all' as const, month: '2026-03' };
    const { rates, times, ...of } = await app.api(routes.outcomes, asked, stand.hr.session);
    expect([of.before, of.from, of.until]).to.deep.equal(
      ['2026-02-01', '2026-03-01', '2026-04-01'].map((day) => at(day, 0)),
    );
    const applied = rates.find(({ name }) => name === 'loss')?.now.of;
    expect(applied).to.equal(2);
    expect(card?.title).to.equal('2 份投递，0 人入职');
    const facts = (card?.blocks ?? []).flatMap((block) =>
      block.type === 'fact' ? [block.label] : [],
    );
    const counted = [...rates, ...times].filter(({ now }) => now.of > 0);
    expect(facts).to.have.length(2 + counted.length);
    expect(card?.buttons[0]?.href).to.equal('/pages/figures/index?month=2026-03');
    expect(await reports(stand.head)).to.have.length(1);
  });

  it('names nobody, and goes to nobody who sees no board', async () => {
    const [card] = await reports(stand.hr);
    const { applications } = await app.api(routes.listApplications, {}, stand.hr.session);
    expect(applications).to.have.length(2);
    for (const { candidateName } of applications) {
      expect(JSON.stringify(card)).not.to.include(candidateName);
    }
    const { company } = stand;
    const interviewer = await aStaff(app, { company, roles: ['interviewer'] });
    await sweep();
    const { items } = await app.api(routes.inbox, {}, interviewer.session);
    expect(items).to.deep.equal([]);
  });

  it('can be turned off, and stays on without the weekly digest', async () => {
    const dueAt = () => app.get(DigestPlans).dueMonth(stand.company.id, due);
    await plan({});
    expect(await dueAt()).to.equal('2026-03');
    await plan({ monthly: false });
    expect(await dueAt()).to.equal(null);
  });

  it('a month that has not begun has no figures; the one that runs ends now', async () => {
    const ask = (month: string) =>
      app.api(routes.outcomes, { days: '30', scope: 'all', month }, stand.hr.session);
    await refused(ask('2026-05'), 'invalidInput');
    await refused(ask('2026-13'), 'invalidInput');
    const now = await ask('2026-04');
    expect(now.until).to.equal(now.asOf).and.to.be.at.least(due);
  });

  it('its trend has six parts of each month, and its file its name', async () => {
    const asked = { days: '30' as const, scope: 'all' as const, month: '2026-03' };
    const { from, ends } = await app.api(routes.outcomeTrend, asked, stand.hr.session);
    expect([from, ends[5], ends[11]]).to.deep.equal(
      ['2026-02-01', '2026-03-01', '2026-04-01'].map((day) => at(day, 0)),
    );
    const headers = { cookie: stand.hr.session.header };
    const query = '?days=30&scope=all&month=2026-03';
    const file = await fetch(`${app.base}/api/outcomes/file/figures.csv${query}`, { headers });
    expect(file.headers.get('content-disposition')).to.include('zhiyu-figures-2026-03.csv');
    expect(await file.text()).to.include('2026-03-01 00:00');
  });
});
