import { routes } from '@zhiyu/contracts/routes';
import { shanghaiDay, shanghaiHour } from '@zhiyu/server/platform/time/shanghai';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { cardOf, cardsOf, fileOf, press, textOf } from './look.js';
import {
  answersOf,
  assessed,
  aStand,
  invited,
  signInAgain,
  type Stand,
  statusOf,
  type Walker,
} from './walk.js';

/** Lines of a calendar file, unfolded, by their names. */
function readCalendar(text: string): Map<string, string> {
  expect(text).to.match(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r?\n?$/);
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  return new Map(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).split(';')[0] ?? '', line.slice(at + 1)];
    }),
  );
}

describe('the result', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  async function decided(of: Stand, action: 'pass' | 'reject'): Promise<Walker> {
    const walker = await assessed(of);
    const card = await cardOf(of, of.hr, 'approval', walker);
    const reason = action === 'pass' ? 'meetsRequirement' : 'positionFilled';
    await press(of, of.hr, card, { action, reason });
    await app.drainJobs();
    return walker;
  }

  it('of a pass is the next round on a working day: after a weekend the Tuesday', async () => {
    // Friday 9 January 2026, 10:00 in Shanghai: two working days on is Tuesday the 13th.
    app.clock.set(shanghaiHour('2026-01-09', 10));
    await signInAgain(stand);
    const walker = await decided(stand, 'pass');
    const { nextRound, outcome, promises } = await statusOf(stand, walker);
    expect(outcome).to.equal('passed');
    expect(shanghaiDay(nextRound?.startsAt ?? 0)).to.equal('2026-01-13');
    expect(nextRound?.startsAt).to.equal(shanghaiHour('2026-01-13', 14));
    expect(promises.every((promise) => promise.keptAt !== null)).to.equal(true);
    const card = await cardOf(stand, walker, 'result');
    expect(textOf(card)).to.include('1月13日').and.to.include('湖滨店一楼服务台');
  });

  it("respects the administrator's table of holidays, also for the people of one company only", async () => {
    const closed = await aStand(app);
    const admin = await aStaff(app, { company: closed.company, roles: ['admin'] });
    app.clock.set(shanghaiHour('2026-01-16', 10));
    for (const of of [closed, stand]) {
      await signInAgain(of);
    }
    const again = await aStaff(app, { company: closed.company, roles: ['admin'] });
    expect(again.companyId).to.equal(admin.companyId);
    const days = [
      { day: '2026-01-18', working: true },
      { day: '2026-01-19', working: false },
      { day: '2026-01-20', working: false },
    ];
    await app.api(routes.saveHolidays, { days }, again.session);
    const ours = await statusOf(closed, await decided(closed, 'pass'));
    expect(shanghaiDay(ours.nextRound?.startsAt ?? 0)).to.equal('2026-01-21');
    const theirs = await statusOf(stand, await decided(stand, 'pass'));
    expect(shanghaiDay(theirs.nextRound?.startsAt ?? 0)).to.equal('2026-01-20');
  });

  it('of a pass has a calendar file that a calendar reads, for the candidate and the staff only', async () => {
    const walker = await decided(stand, 'pass');
    const { nextRound } = await statusOf(stand, walker);
    const path = nextRound?.calendarUrl ?? '';
    const response = await app.client.raw(path, {}, walker.session);
    expect(response.headers.get('content-type')).to.include('text/calendar');
    const calendar = readCalendar(await response.text());
    const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.000/g, '');
    const startsAt = nextRound?.startsAt ?? 0;
    expect(calendar.get('DTSTART')).to.equal(stamp(startsAt));
    expect(calendar.get('DTEND')).to.equal(stamp(startsAt + 45 * 60_000));
    expect(calendar.get('LOCATION')).to.equal(nextRound?.place);
    expect(calendar.get('SUMMARY')).to.include(stand.company.name);
    expect(calendar.get('UID')).to.match(/@zhiyu$/);
    expect((await app.client.raw(path, {}, stand.hr.session)).status).to.equal(200);
    const other = await invited(stand);
    const foreign = await aStand(app);
    expect((await app.client.raw(path, {}, other.session)).status).to.equal(404);
    expect((await app.client.raw(path, {}, foreign.hr.session)).status).to.equal(404);
    expect((await app.client.raw(path)).status).to.equal(401);
  });

  it('of a rejection is a letter by name with two strengths and one practice in own words', async () => {
    const walker = await decided(stand, 'reject');
    const { letter, outcome } = await statusOf(stand, walker);
    expect(outcome).to.equal('notSelected');
    expect(letter?.greeting).to.include(walker.candidate.name);
    expect(letter?.decidedBy).to.equal('许澜');
    expect(letter?.strengths).to.have.length(2);
    const said = answersOf('strong').join('\n');
    const points = letter ? [...letter.strengths, letter.practice] : [];
    expect(points).to.have.length(3);
    for (const point of points) {
      expect(point?.text).not.to.equal('');
      expect(said).to.include(point?.quote);
    }
    const card = await cardOf(stand, walker, 'thanks');
    expect(textOf(card)).to.include(points[0]?.quote);
    const shown = JSON.stringify(await statusOf(stand, walker));
    expect(shown, 'no score for the candidate').not.to.match(/"(total|score|standardError)"/);
  });

  it('lets who was not chosen join the talent pool by a press, and leave it', async () => {
    const walker = await decided(stand, 'reject');
    expect((await statusOf(stand, walker)).talentPool).to.equal(false);
    const card = await cardOf(stand, walker, 'thanks');
    const joined = await press(stand, walker, card, { action: 'talentPool', reason: 'yes' });
    expect(joined).to.include({ effective: true });
    expect((await fileOf(stand, walker)).stage).to.equal('talentPool');
    expect((await statusOf(stand, walker)).talentPool).to.equal(true);
    await app.api(routes.talentPool, { given: false }, walker.session);
    const status = await statusOf(stand, walker);
    expect(status).to.include({ talentPool: false, outcome: 'notSelected' });
    const { consents } = await fileOf(stand, walker);
    const pool = consents.filter((one) => one.purpose === 'talentPool').map((one) => one.given);
    expect(pool, 'every word is kept').to.deep.equal([false, true, false]);
  });

  it('comes at once: the candidate waits for no timer after the decision', async () => {
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    expect((await statusOf(stand, walker)).outcome).to.equal('passed');
    await app.drainJobs();
    expect(await cardsOf(stand, walker, 'result')).to.have.length(1);
  });
});
