import type { Snapshot } from '@zhiyu/contracts/coding';
import type { Problem } from '@zhiyu/contracts/problem';
import { routes } from '@zhiyu/contracts/routes';
import { playedTo } from '@zhiyu/contracts/snapshots';
import { SubmissionRow } from '@zhiyu/server/interviews/coding/program.entity';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import {
  aProblem,
  type Coder,
  coding,
  codingPosition,
  handInProgram,
  keep,
  partlyRight,
  solutionOf,
  submit,
  taskOf,
} from './coding-walk.js';
import {
  allConsents,
  aStand,
  choose,
  finishAttempt,
  interviewOf,
  signInAgain,
  type Stand,
} from './walk.js';

describe('a program as HR reads it', function () {
  this.timeout(60_000);
  let app: TestApp;
  let stand: Stand;
  let problem: Problem;
  before(async () => {
    app = await startApp();
    problem = aProblem(app);
    stand = await aStand(app, codingPosition(problem.code));
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const firstPoints = () => problem.groups[0]?.points ?? 0;
  const reportOf = async (coder: Coder) => {
    const { interviewId: id } = await interviewOf(stand, coder);
    return (await app.api(routes.report, { id }, stand.hr.session)).report;
  };

  describe('in the report', () => {
    it('is scored by the points, with the judge’s lines as evidence', async () => {
      const coder = await coding(stand);
      await handInProgram(stand, coder, partlyRight(problem));
      const report = await reportOf(coder);
      const [measured] = report.dimensions;
      expect(measured?.value).to.equal(firstPoints());
      expect(measured?.evidence.map(({ stance }) => stance)).to.include.members(['for', 'against']);
      expect(report.engine.judge).to.equal('judge (bubblewrap)');
      expect(report.total.value).to.equal(firstPoints());
    });

    it('waits for the last verdict', async () => {
      const coder = await coding(stand);
      await submit(stand, coder, solutionOf(problem));
      await choose(
        stand,
        coder,
        (await finishAttempt(stand, coder, coder.attemptId)).current?.attempts[0]?.id ?? '',
      );
      await app.api(routes.finishInterview, {}, coder.session);
      await refused(reportOf(coder), 'notFound');
      await app.drainJobs();
      expect((await reportOf(coder)).total.value).to.equal(100);
    });

    it('says so and gives no score where the problem cannot be judged', async () => {
      const coder = await coding(stand);
      await submit(stand, coder, 'print(1)');
      const { attemptId } = coder;
      await app.database.read(SubmissionRow).update({ attemptId }, { problem: 'gone' });
      await app.drainJobs();
      const { submissions } = await taskOf(stand, coder);
      expect(submissions[0]).to.include({ state: 'notJudged', points: null });
      await handInProgram(stand, coder, 'print(1)');
      const report = await reportOf(coder);
      expect(report.answers[0]?.gate).to.equal('notJudged');
      expect(report.total.value).to.equal(null);
    });
  });

  describe('with the way there', () => {
    const typed = (at: number, from: number, cut: number, put: string): Snapshot => ({
      at,
      language: 'python',
      from,
      cut,
      put,
    });
    const film = [typed(1000, 0, 0, 'print(1)'), typed(2000, 6, 1, '2'), typed(3000, 8, 0, '\n')];

    it('replays the typing second by second, from the snapshots that came', async () => {
      const coder = await coding(stand);
      const first = { source: 'print(1)', revision: 1, snapshots: film.slice(0, 1) };
      expect(await keep(stand, coder, first)).to.include({ snapshots: 1, full: false });
      // The answer to the first was lost: the device sends it again with what came after.
      const again = { source: 'print(2)\n', revision: 3, snapshots: film };
      expect(await keep(stand, coder, again)).to.include({ snapshots: 3 });
      expect(await keep(stand, coder, { ...again, first: 7 }), 'a gap').to.include({
        snapshots: 3,
      });
      const { answerId } = coder;
      const { attempts } = await app.api(routes.replay, { answerId }, stand.hr.session);
      expect(attempts[0]?.snapshots).to.deep.equal(film);
      const states = [1, 2, 3].map((count) => playedTo(film, count).sources.python);
      expect(states).to.deep.equal(['print(1)', 'print(2)', 'print(2)\n']);
    });

    it('notes no typing of who did not agree to recording', async () => {
      const coder = await coding(stand, { ...allConsents, recording: false });
      expect(await taskOf(stand, coder)).to.include({ replayed: false });
      const kept = { source: 'print(1)', revision: 1, snapshots: film };
      expect(await keep(stand, coder, kept)).to.include({ revision: 1, snapshots: 0, full: true });
      const { answerId } = coder;
      const { attempts } = await app.api(routes.replay, { answerId }, stand.hr.session);
      expect(attempts[0]?.snapshots).to.deep.equal([]);
    });

    it('stops at its limit and keeps the program itself', async () => {
      const coder = await coding(stand);
      const huge = Array.from({ length: 11 }, (_, n) => typed(n * 1000, 0, 0, 'x'.repeat(59_000)));
      const kept = { source: 'print(3)', revision: 1, snapshots: huge };
      expect(await keep(stand, coder, kept)).to.include({ snapshots: 0, full: true });
      expect((await taskOf(stand, coder)).work?.sources.python).to.equal('print(3)');
    });
  });

  describe('beside others', () => {
    it('tells which lines stand in another candidate’s program, names aside, and whose it is', async () => {
      const copied = solutionOf(problem).replaceAll('events', 'moments') + '# my own\n';
      const one = await coding(stand);
      await handInProgram(stand, one, copied);
      const other = await coding(stand);
      await handInProgram(stand, other, solutionOf(problem));
      const { answerId } = other;
      const said = await app.api(routes.similarPrograms, { answerId }, stand.hr.session);
      expect(said.reference).to.equal(true);
      const named = said.matches.find(({ applicationId }) => applicationId === one.applicationId);
      expect(named).to.include({ kind: 'submission', candidateName: one.candidate.name });
      expect(named?.share).to.be.above(0.9);
      expect(named?.spans.length).to.be.above(0);
      expect(said.matches.some(({ kind, share }) => kind === 'reference' && share > 0.9)).to.equal(
        true,
      );
    });

    it('tells nothing of whom the reader may not see, and nothing at all to who may not read reports', async () => {
      const one = await coding(stand);
      await handInProgram(stand, one, solutionOf(problem));
      const { answerId } = one;
      const interviewer = await aStaff(app, { company: stand.company, roles: ['interviewer'] });
      await refused(app.api(routes.programs, { answerId }, interviewer.session), 'notAllowed');
      const apart = await aStand(app, codingPosition(problem.code));
      await refused(app.api(routes.replay, { answerId }, apart.hr.session), 'notFound');
      const theirs = await coding(apart);
      await handInProgram(apart, theirs, solutionOf(problem));
      const asked = { answerId: theirs.answerId };
      const said = await app.api(routes.similarPrograms, asked, apart.hr.session);
      expect(said.compared, 'other companies are not compared with').to.equal(0);
    });
  });

  it('a position takes only problems that there are, and points of words for all else', async () => {
    const { id, content } = stand.position;
    const session = stand.hr.session;
    const { problems, runs } = await app.api(routes.problems, {}, session);
    expect(problems.map(({ code }) => code)).to.include(problem.code);
    expect(runs).to.include('python');
    const save = (change: object) => {
      const questions = content.questions.map((one) => ({ ...one, ...change }));
      const saved = { ...content, questions };
      return app.api(
        routes.savePosition,
        { id, baseVersion: 1, content: saved, note: '' },
        session,
      );
    };
    await refused(save({ coding: { problem: 'no-such', languages: ['python'] } }), 'invalidInput');
    await refused(save({ kind: 'knowledge', coding: undefined }), 'invalidInput');
  });

  it('without a sandbox JavaScript alone runs, and a program in Python waits for a person', async () => {
    const bare = await startApp({ env: { BWRAP_PATH: '/nonexistent/bwrap' } });
    const here = await aStand(bare, codingPosition(problem.code));
    const coder = await coding(here);
    const { languages } = await taskOf(here, coder);
    expect(languages.map(({ language, runs }) => [language, runs])).to.deep.equal([
      ['python', false],
      ['javascript', true],
    ]);
    const { attemptId, session } = coder;
    const program = { attemptId, language: 'python' as const, source: 'print(1)', stdin: null };
    await refused(bare.api(routes.runProgram, program, session), 'engineMissing');
    await handInProgram(here, coder, solutionOf(problem));
    const { interviewId: id } = await interviewOf(here, coder);
    const { report } = await bare.api(routes.report, { id }, here.hr.session);
    expect(report.answers[0]?.gate).to.equal('notJudged');
    expect(report.total.value).to.equal(null);
    await bare.stop();
  });

  it('everything of it is gone with the person', async () => {
    const coder = await coding(stand);
    const at = { at: 1000, language: 'python' as const, from: 0, cut: 0 };
    const snapshots = [{ ...at, put: 'secret_name = 1' }];
    await keep(stand, coder, { source: 'secret_name = 1', revision: 1, snapshots });
    await handInProgram(stand, coder, 'secret_name = 1\nprint(secret_name)');
    const { answerId } = coder;
    const rows = await app.database.dataSource.query<object[]>('SELECT * FROM program_draft');
    expect(JSON.stringify(rows), 'sealed at rest').not.to.include('secret_name');
    const { personId } = await app.database
      .read(Application)
      .findOneByOrFail({ id: coder.applicationId });
    await app.database.transaction((tx) => app.get(Vault).destroy(tx, personId));
    const { submissions } = await app.api(routes.programs, { answerId }, stand.hr.session);
    expect(submissions).to.deep.equal([]);
    const { attempts } = await app.api(routes.replay, { answerId }, stand.hr.session);
    expect(JSON.stringify(attempts)).not.to.include('secret_name');
  });
});
