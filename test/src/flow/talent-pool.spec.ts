import type { PoolReason } from '@zhiyu/contracts/talent-pool';
import { routes } from '@zhiyu/contracts/routes';
import { Erasure } from '@zhiyu/server/privacy/erasure.service';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { betterFirst, findsWords, fitsBy, reasonsFor } from '@zhiyu/server/talent/pool-match';
import { typedResume } from '@zhiyu/server/recruiting/resume-view';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { anotherSession, aStaff } from '../factories/company.js';
import { type APosition, aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused, TestSession } from '../harness/client.js';
import { cardOf, cardsOf, press, textOf } from './look.js';
import {
  assessed,
  apply,
  aStand,
  day,
  goodResume,
  shortPosition,
  type Stand,
  type Walker,
} from './walk.js';

const reason = (outcome: PoolReason['outcome']): PoolReason => ({
  ...{ kind: 'rule', text: '规则', outcome, found: '', line: null },
});

describe('how somebody fits a position', () => {
  const content = shortPosition();
  const nameOf = (code: string) => code;
  const wanted = { content, version: 1, nameOf, language: 'zh' as const };
  const typed = { name: '祝晴', phone: '13911110001', email: '' };

  it('every requirement has its outcome and its line; what nobody asked is unknown', () => {
    const resume = typedResume({
      ...typed,
      education: '2016.09-2019.06 杭州第二中学 高中',
      work: '2020.07-2023.12 云杉超市 店员，负责收银',
    });
    const reasons = reasonsFor({ resume, measured: [], total: null }, wanted, Date.now());
    const rules = reasons.filter(({ kind }) => kind === 'rule');
    expect(rules).to.have.length(content.requirements.length);
    expect(rules.some(({ outcome, line }) => outcome === 'held' && line !== null)).to.equal(true);
    const interview = reasons.find(({ kind }) => kind === 'interview');
    expect(interview).to.include({ outcome: 'unknown', found: '' });
  });

  it('an old score counts only through the dimensions that both models have', () => {
    const [first] = content.model.dimensions;
    const total = { value: 95, standardError: 2 };
    const other = [{ code: 'somethingElse', value: 95, standardError: 2 }];
    const of = (measured: typeof other) =>
      reasonsFor({ resume: null, measured, total }, wanted, Date.now());
    expect(of(other).map(({ outcome }) => outcome)).to.deep.equal(['unknown']);
    const same = of([{ code: first?.code ?? '', value: 95, standardError: 2 }]);
    expect(same.map(({ kind, outcome }) => [kind, outcome])).to.deep.equal([
      ['interview', 'held'],
      ['dimension', 'held'],
    ]);
  });

  it('something that fails is no fit, and stands behind those where nothing does', () => {
    expect(fitsBy([reason('held'), reason('unknown')])).to.equal(true);
    expect(fitsBy([reason('held'), reason('failed')])).to.equal(false);
    expect(fitsBy([reason('unknown')])).to.equal(false);
    const fit = { reasons: [reason('held')], evidenceAt: 1 };
    const not = { reasons: [reason('held'), reason('held'), reason('failed')], evidenceAt: 2 };
    expect([not, fit].sort(betterFirst)).to.deep.equal([fit, not]);
  });

  it('all words of a search must stand somewhere', () => {
    const resume = typedResume({ ...typed, education: '', work: '2020.07-2023.12 云杉超市 店员' });
    const of = { resume, positionName: '导购', tags: ['能上早班'] };
    expect(findsWords('云杉 店员', of)).to.equal(true);
    expect(findsWords('导购 早班', of)).to.equal(true);
    expect(findsWords('云杉 厨师', of)).to.equal(false);
    expect(findsWords('祝晴', of), 'nobody is searched by name').to.equal(false);
  });
});

describe('the talent pool (R41)', () => {
  let app: TestApp;
  let stand: Stand;
  let other: APosition;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    const { company, hr, position } = stand;
    other = await aPosition(app, { company, ownerId: hr.id, content: position.content });
  });
  after(() => app.stop());

  const pool = (input = {}, session = stand.hr.session) => app.api(routes.pool, input, session);
  const invite = (walker: Walker, session = stand.hr.session) =>
    app.api(routes.inviteFromPool, { id: walker.applicationId, positionId: other.id }, session);
  const decline = async (walker: Walker) => {
    const input = { id: walker.applicationId, kind: 'reject' as const, note: '' };
    await app.api(routes.decide, { ...input, reason: 'positionFilled' as const }, stand.hr.session);
    await app.drainJobs();
  };
  const join = (walker: Walker, given = true) =>
    app.api(routes.talentPool, { given }, walker.session);
  /** Turned down, and agreed to be told of other positions. */
  const member = async (given: Parameters<typeof apply>[1] = {}) => {
    const walker = await apply(stand, given);
    await app.drainJobs();
    await decline(walker);
    await join(walker);
    return walker;
  };
  const has = async (walker: Walker) =>
    (await pool()).members.some(({ applicationId }) => applicationId === walker.applicationId);

  it('holds only who agreed, is not under way, and whose consent has not run out', async () => {
    const going = await apply(stand);
    await join(going);
    await app.drainJobs();
    expect(await has(going), 'under way').to.equal(false);
    const refusing = await apply(stand);
    await app.drainJobs();
    await decline(refusing);
    expect(await has(refusing), 'never asked').to.equal(false);
    const walker = await member();
    const seen = (await pool()).members.find(
      ({ applicationId }) => applicationId === walker.applicationId,
    );
    expect(seen?.until).to.equal((seen?.since ?? 0) + 360 * day);
    expect(seen?.decision).to.include({ kind: 'reject', reason: 'positionFilled', by: '许澜' });
    await join(walker, false);
    expect(await has(walker), 'left again').to.equal(false);
  });

  it('the newest word of a person counts, whichever application it was given with', async () => {
    const candidate = aCandidate();
    const walker = await member({ candidate });
    expect(await has(walker)).to.equal(true);
    const again = await apply({ ...stand, position: other }, { candidate });
    await app.drainJobs();
    await app.api(routes.withdraw, {}, again.session);
    expect(await has(walker), 'the form asked again and was not agreed to').to.equal(false);
  });

  it('shows an erased person to nobody', async () => {
    const walker = await member();
    const { personId } = await app.database
      .read(Application)
      .findOneByOrFail({ id: walker.applicationId });
    await app.database.transaction((tx) => app.get(Erasure).erase(tx, personId));
    expect(await has(walker)).to.equal(false);
  });

  it('is searched by skill and employer, and by a competency that was reached', async () => {
    const strong = await assessed(stand);
    await decline(strong);
    await join(strong);
    await member({ resume: null });
    const ids = async (input: object) =>
      (await pool(input)).members.map(({ applicationId }) => applicationId);
    expect(await ids({ q: 'Excel 收银' })).to.include(strong.applicationId);
    expect(await ids({ q: '厨师长' })).to.deep.equal([]);
    const { competencies } = await pool();
    expect(competencies.length).to.be.greaterThan(0);
    const found = await Promise.all(competencies.map(({ code }) => ids({ competency: code })));
    expect(found.flat()).to.include(strong.applicationId);
    expect(new Set(found.flat()).size, 'nobody without an interview').to.equal(1);
  });

  it('matches a position with reasons: the line of the résumé, the age of the score', async () => {
    const { members, fitting } = await pool({ positionId: other.id });
    const [best] = members;
    expect(best?.fits).to.equal(true);
    expect(fitting).to.be.greaterThan(0);
    const rule = best?.reasons.find(({ kind, outcome }) => kind === 'rule' && outcome === 'held');
    expect(rule?.found).to.include('简历第');
    const scored = members.find(({ score }) => score !== null);
    expect(scored?.score?.at).to.be.a('number');
    expect(scored?.reasons.some(({ kind }) => kind === 'dimension')).to.equal(true);
  });

  it('one tap tells the person; a yes is an application with the old résumé, screened', async () => {
    const candidate = aCandidate();
    const walker = await member({ candidate, resume: goodResume(candidate) });
    await invite(walker);
    await refused(invite(walker), 'conflict');
    const card = await cardOf(stand, walker, 'poolInvite');
    expect(textOf(card)).to.include('许澜');
    const pressed = await press(stand, walker, card, { action: 'come' });
    expect(pressed.effective).to.equal(true);
    expect(textOf(pressed.card)).to.include('已经投递');
    await app.drainJobs();
    const { applications } = await app.api(
      routes.listApplications,
      { positionId: other.id, q: candidate.phone },
      stand.hr.session,
    );
    expect(applications).to.have.length(1);
    expect(applications[0]).to.include({ source: 'pool', candidateName: candidate.name });
    const id = applications[0]?.id ?? '';
    const file = await app.api(routes.application, { id }, stand.hr.session);
    expect(file.resume?.fileName).to.equal('简历.txt');
    expect(file.screening?.outcome).to.equal('pass');
    expect(await has(walker), 'under way now').to.equal(false);
  });

  it('a no is a year of silence, also under another position', async () => {
    const walker = await member();
    await invite(walker);
    await press(stand, walker, await cardOf(stand, walker, 'poolInvite'), { action: 'decline' });
    const seen = (await pool()).members.find(
      ({ applicationId }) => applicationId === walker.applicationId,
    );
    expect(seen?.mayInvite).to.equal(false);
    expect(seen?.invited?.quietUntil).to.be.closeTo(app.clock.now() + 365 * day, day);
    const third = await aPosition(app, { company: stand.company, ownerId: stand.hr.id });
    const elsewhere = { id: walker.applicationId, positionId: third.id };
    await refused(app.api(routes.inviteFromPool, elsewhere, stand.hr.session), 'conflict');
  });

  it('whoever is not in the pool is not told of anything', async () => {
    const walker = await apply(stand);
    await app.drainJobs();
    await decline(walker);
    await refused(invite(walker), 'consentMissing');
    expect(await cardsOf(stand, walker, 'poolInvite')).to.deep.equal([]);
  });

  it('a position that closed meanwhile is said so, and nobody applies', async () => {
    const walker = await member();
    const { company, hr } = stand;
    const closing = await aPosition(app, { company, ownerId: hr.id });
    const where = { id: walker.applicationId, positionId: closing.id };
    await app.api(routes.inviteFromPool, where, hr.session);
    await app.api(routes.changePosition, { id: closing.id, state: 'closed' }, hr.session);
    const card = await cardOf(stand, walker, 'poolInvite');
    const pressed = await press(stand, walker, card, { action: 'come' });
    expect(textOf(pressed.card)).to.include('已经不招了');
    const closed = { positionId: closing.id };
    const { applications } = await app.api(routes.listApplications, closed, hr.session);
    expect(applications).to.deep.equal([]);
    await refused(app.api(routes.inviteFromPool, where, hr.session), 'stageRefused');
  });

  it('is HR’s: neither a head nor an interviewer sees it', async () => {
    const interviewer = await aStaff(app, { company: stand.company, roles: ['interviewer'] });
    await refused(pool({}, stand.head.session), 'notAllowed');
    await refused(pool({}, interviewer.session), 'notAllowed');
    await refused(pool({}, new TestSession()), 'notSignedIn');
  });

  it('a consent ends by itself, and says so a month before', async () => {
    const before = await pool();
    expect(before.total).to.be.greaterThan(0);
    app.clock.advance(340 * day);
    const session = await anotherSession(app, stand.hr);
    const soon = await pool({}, session);
    expect(soon.ending).to.equal(soon.total);
    app.clock.advance(21 * day);
    const over = await pool({}, await anotherSession(app, stand.hr));
    expect(over.total).to.equal(0);
  });
});
