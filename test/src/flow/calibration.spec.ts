import type { CalibrationView } from '@zhiyu/contracts/calibration';
import { routes } from '@zhiyu/contracts/routes';
import type { Report } from '@zhiyu/contracts/scoring';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { GradedAnswerRow } from '@zhiyu/server/scoring/grading/calibration.entity';
import { replay } from '@zhiyu/server/scoring/replay';
import { ReportRow } from '@zhiyu/server/scoring/report.entity';
import { Reports } from '@zhiyu/server/scoring/reports.service';
import { expect } from 'chai';
import { aCompany, aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { asked, at, gradeAll, open, tales, told, toldAll } from './grading-walk.js';
import { cardsOf, press, reportOf, textOf } from './look.js';
import { aStand, day, type Stand, type Walker } from './walk.js';

describe('calibration of a question by people’s grades', () => {
  let app: TestApp;
  let stand: Stand;
  let colleague: AStaff;
  let walkers: Walker[];
  before(async function () {
    this.timeout(120_000);
    app = await startApp();
    stand = await aStand(app);
    colleague = await aStaff(app, { company: stand.company, roles: ['hr'], name: '丁宁' });
    walkers = await toldAll(stand, tales);
  });
  after(() => app.stop());

  const rowsOf = ({ applicationId }: Walker) =>
    app.database.read(ReportRow).find({ where: { applicationId }, order: { version: 'ASC' } });
  const valueOf = (report: Report) =>
    report.dimensions.find(({ code }) => code === asked.dimension)?.value ?? null;
  const interviewOf = async (walker: Walker) => (await reportOf(stand, walker)).interviewId;
  let first: Report;

  it('shows answers without a name and without the machine’s score, one a person', async () => {
    first = await reportOf(stand, at(walkers, 10));
    const view = await open(stand);
    expect(view.answers.length).to.be.within(10, tales.length);
    expect(view.answers.every(({ state, mine }) => state === 'open' && mine === null)).to.equal(
      true,
    );
    for (const { words } of view.answers) {
      expect(tales.some((tale) => tale.includes(words.slice(0, 12)))).to.equal(true);
    }
    const shown = JSON.stringify(view);
    for (const { candidate, applicationId } of walkers) {
      expect(shown).not.to.contain(candidate.name);
      expect(shown).not.to.contain(applicationId);
    }
    expect(Object.keys(at(view.answers, 0)).sort()).to.deep.equal([
      'id',
      'language',
      'mine',
      'state',
      'words',
    ]);
    expect(view.anchors).to.have.length(5);
    expect(view.positions.map(({ id }) => id)).to.deep.equal([stand.position.id]);
    expect(view.preview).to.equal(null);
  });

  it('is for HR of the company only, and learns from nothing less than ten answers', async () => {
    const { id } = await open(stand);
    const other = await aStaff(app, { company: await aCompany(app), roles: ['hr'] });
    await refused(app.api(routes.calibration, { id }, other.session), 'notFound');
    await refused(app.api(routes.calibration, { id }, stand.head.session), 'notAllowed');
    await refused(app.api(routes.learnCalibration, { id }, stand.hr.session), 'tooFewGrades');
  });

  it('keeps each grade at once; a later one takes its place, and who cannot grade says so', async () => {
    const before = await open(stand);
    const answer = at(before.answers, 0).id;
    const give = (value: number | null) =>
      app.api(routes.gradeAnswer, { id: before.id, answer, value }, stand.hr.session);
    await give(25);
    expect(at((await give(null)).answers, 0)).to.include({ state: 'skipped', mine: null });
    expect(at((await give(50)).answers, 0)).to.include({ state: 'graded', mine: 50 });
    const again = await open(stand);
    expect(at(again.answers, 0)).to.include({ state: 'graded', mine: 50 });
    expect(again.graders).to.deep.equal([{ name: '许澜', graded: 1, self: true }]);
    const theirs = await open(stand, colleague);
    expect(theirs.id, 'the same answers').to.equal(again.id);
    expect(at(theirs.answers, 0), 'blind for each other').to.include({ state: 'open', mine: null });
  });

  it('shows before and after by leave-one-out, and how a second person agrees', async () => {
    const view = await gradeAll(stand);
    expect(view.preview?.answers).to.equal(view.answers.length);
    expect(view.preview?.cells).to.have.length(view.answers.length);
    expect(view.between).to.equal(null);
    const theirs = await gradeAll(stand, colleague, (words) => (words.includes('卡片') ? 4 : 2));
    expect(theirs.between).to.include({ name: '许澜', answers: view.answers.length });
    expect(theirs.between?.agreement.icc?.value).to.be.a('number');
    expect(theirs.graders.map(({ name }) => name).sort()).to.deep.equal(['丁宁', '许澜']);
  });

  it('is learned as a version and used by nothing until somebody puts it to use', async () => {
    const { id } = await open(stand);
    const learned = await app.api(routes.learnCalibration, { id }, stand.hr.session);
    expect(learned.versions.map(({ version }) => version)).to.deep.equal([1]);
    expect(learned.fresh).to.equal(false);
    const same = await app.api(routes.learnCalibration, { id }, stand.hr.session);
    expect(same.versions, 'nothing new to learn').to.have.length(1);
    expect(learned.inUse).to.equal(null);
    const walker = await told(stand, at(tales, 11));
    expect((await reportOf(stand, walker)).engine.calibrated).to.equal(undefined);
  });

  const use = (view: Pick<CalibrationView, 'id'>, version: number | null, reason = '') =>
    app.api(routes.useCalibration, { id: view.id, version, reason }, stand.hr.session);

  it('that agrees no better needs a reason in writing', async () => {
    const { id, versions } = await open(stand);
    const lesson = at(versions, 0).lesson;
    expect(lesson.trust === 'none').to.equal(!lesson.improves);
    await refused(use({ id }, 9), 'notFound');
    if (!lesson.improves) {
      await refused(use({ id }, 1), 'reasonNeeded');
    }
    const used = await use({ id }, 1, '评得更细，先用两周');
    expect(used.inUse).to.include({ version: 1, by: '许澜', reason: '评得更细，先用两周' });
    const lines = await app.database.read(AuditEntry).find({ order: { at: 'ASC' } });
    expect(
      lines.filter(({ verb }) => verb === 'calibration.use').map(({ object }) => object),
    ).to.include(id);
  });

  it('moves the next report, which says so, quotes as before and is rebuilt byte for byte', async () => {
    const walker = await told(stand, at(tales, 11));
    const report = await reportOf(stand, walker);
    const taught = (await open(stand)).versions[0]?.lesson.answers;
    expect(report.engine.calibrated).to.deep.equal([
      { questionIndex: 0, dimension: asked.dimension, version: 1, graded: taught },
    ]);
    const dimension = report.dimensions.find(({ code }) => code === asked.dimension);
    expect(dimension?.standardError).to.be.within(4, 20);
    for (const { quote } of dimension?.evidence ?? []) {
      expect(at(tales, 11)).to.contain(quote);
    }
    await isRebuilt(walker);
  });

  async function isRebuilt(walker: Walker): Promise<void> {
    const [row] = await rowsOf(walker);
    const kept = await app.get(Reports).kept(row?.id ?? '');
    if (!kept?.report || !kept.snapshot) {
      throw new Error('nothing was kept');
    }
    expect(replay(kept.report, kept.snapshot)).to.deep.equal([]);
    expect(JSON.stringify(kept.snapshot.learned), 'numbers, no words of others').not.to.match(
      /[\u4e00-\u9fff]/u,
    );
    const { learned: _, ...without } = kept.snapshot;
    expect(replay(kept.report, without), 'it is what was learned').not.to.deep.equal([]);
  }

  it('leaves past reports alone, unless HR asks for a new assessment; the person’s level stands beside', async () => {
    const walker = at(walkers, 10);
    const id = await interviewOf(walker);
    const queue = (again: boolean) =>
      app.database.transaction((tx) => {
        tx.enqueue('scoring.report', {
          interviewId: id,
          ...(again ? { again: true as const } : {}),
        });
        return Promise.resolve();
      });
    await queue(false);
    await app.drainJobs();
    expect(await rowsOf(walker)).to.have.length(1);
    await app.api(routes.assessAgain, { id }, stand.hr.session);
    await queue(true);
    await app.drainJobs();
    const rows = await rowsOf(walker);
    expect(rows, 'asked twice, the same comes out').to.have.length(2);
    const now = await reportOf(stand, walker);
    expect(valueOf(now)).not.to.equal(valueOf(first));
    expect(JSON.stringify(await app.get(Reports).open(at(rows, 0)))).to.equal(
      JSON.stringify(first),
    );
    const view = await app.api(routes.report, { id }, stand.hr.session);
    const graded = view.graded.filter(({ dimension }) => dimension === asked.dimension);
    expect(graded.map(({ by }) => by).sort()).to.deep.equal(['丁宁', '许澜']);
  });

  it('is taken back: the next report is as without it', async () => {
    const { id } = await open(stand);
    expect((await use({ id }, null)).inUse).to.equal(null);
    const walker = await told(stand, at(tales, 11));
    expect((await reportOf(stand, walker)).engine.calibrated).to.equal(undefined);
    expect((await open(stand)).versions, 'it is still there').to.have.length(1);
  });

  it('comes to who asked as cards: a few a day, nobody named, one press grades', async () => {
    const { id } = await open(stand);
    const third = await aStaff(app, { company: stand.company, roles: ['hr'], name: '白露' });
    const daily = async (later = 0) => {
      await app.database.transaction((tx) => {
        tx.enqueue('grade.daily', { due: app.clock.now() + later * day });
        return Promise.resolve();
      });
      await app.drainJobs();
    };
    const reader = { ...stand, hr: third };
    await daily();
    expect(await cardsOf(reader, third, 'grade'), 'nobody asked').to.have.length(0);
    await app.api(routes.gradeByCard, { id, aDay: 3 }, third.session);
    await daily();
    const cards = await cardsOf(reader, third, 'grade');
    expect(cards).to.have.length(3);
    await daily();
    expect(await cardsOf(reader, third, 'grade'), 'once a day').to.have.length(3);
    expect(await cardsOf(stand, colleague, 'grade')).to.have.length(0);
    for (const { candidate } of walkers) {
      expect(cards.map(textOf).join()).not.to.contain(candidate.name);
    }
    const card = at(cards, 0);
    const pressed = await app.api(
      routes.press,
      { cardId: card.id, action: 'grade', value: '4', text: null, seenVersion: card.version },
      third.session,
    );
    expect(pressed.card.state).to.equal('done');
    expect(textOf(pressed.card)).to.contain('4 级');
    const skipped = await press(reader, third, at(cards, 1), { action: 'skip' });
    expect(skipped.effective).to.equal(true);
    const seen = await app.api(routes.calibration, { id }, third.session);
    expect(seen.answers.filter(({ mine }) => mine === 75)).to.have.length(1);
    expect(seen.answers.filter(({ state }) => state === 'skipped')).to.have.length(1);
    for (let later = 1; later < 5; later += 1) {
      await daily(later);
    }
    const waiting = (await cardsOf(reader, third, 'grade')).filter(({ state }) => state === 'open');
    expect(waiting, 'they do not pile up').to.have.length(5);
    await app.api(routes.gradeByCard, { id, aDay: 0 }, third.session);
  });

  it('goes on without the words of an erased person, and of who took the consent back', async () => {
    const { id } = await open(stand);
    const rows = await app.database.read(GradedAnswerRow).findBy({ calibrationId: id });
    const [erased, withdrew] = [at(rows, 0), at(rows, 1)];
    await app.database.transaction((tx) => app.get(Vault).destroy(tx, erased.personId));
    const walker = walkers.find(({ applicationId }) => applicationId === withdrew.applicationId);
    const { companyId } = await app.database
      .read(Application)
      .findOneByOrFail({ id: withdrew.applicationId });
    expect(walker).not.to.equal(undefined);
    await app.database.transaction((tx) => {
      const payload = { applicationId: withdrew.applicationId, purpose: 'automatedAssessment' };
      tx.emit('ConsentWithdrawn', companyId, payload);
      return Promise.resolve();
    });
    await app.drainJobs();
    const view = await open(stand);
    const gone = view.answers.filter(({ words }) => words === '');
    expect(gone.map((one) => one.id).sort()).to.deep.equal([erased.id, withdrew.id].sort());
    expect(view.versions[0]?.wordless).to.equal(2);
    expect(view.preview?.answers, 'their grades count').to.equal(rows.length);
    await use({ id }, 1, '先用两周');
    const report = await reportOf(stand, await told(stand, at(tales, 11)));
    expect(report.engine.calibrated).to.have.length(1);
  });

  it('does not hold where the rubric differs: the page says for which position', async () => {
    const { position } = stand;
    const detail = await app.api(routes.position, { id: position.id }, stand.hr.session);
    const questions = detail.content.questions.map((one) =>
      one.code === asked.code
        ? {
            ...one,
            anchors: one.anchors.map((anchor) =>
              anchor.level === 5 ? { level: 5, text: { zh: '还改了做法，并且写下来' } } : anchor,
            ),
          }
        : one,
    );
    const before = await open(stand);
    await app.api(
      routes.savePosition,
      {
        ...{ id: position.id, baseVersion: detail.version, note: '' },
        content: { ...detail.content, questions },
      },
      stand.hr.session,
    );
    const old = await app.api(routes.calibration, { id: before.id }, stand.hr.session);
    expect(old.positions).to.deep.equal([]);
    expect(old.elsewhere.map(({ id }) => id)).to.deep.equal([position.id]);
    const fresh = await open(stand);
    expect(fresh.id).not.to.equal(before.id);
    expect(fresh.answers, 'nobody has answered it with these anchors').to.have.length(0);
    const report = await reportOf(stand, await told(stand, at(tales, 11)));
    expect(report.engine.calibrated).to.equal(undefined);
  });
});
