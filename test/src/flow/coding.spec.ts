import type { Problem } from '@zhiyu/contracts/problem';
import { routes } from '@zhiyu/contracts/routes';
import { SubmissionRow } from '@zhiyu/server/interviews/coding/program.entity';
import { newId } from '@zhiyu/server/platform/time/ids';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import {
  answerMinutes,
  aProblem,
  type Coder,
  coding,
  codingPosition,
  elsewhere,
  handInProgram,
  keep,
  partlyRight,
  ran,
  solutionOf,
  submit,
  taskOf,
} from './coding-walk.js';
import {
  aStand,
  begin,
  choose,
  currentOf,
  finishAttempt,
  interviewOf,
  interviewing,
  minute,
  signInAgain,
  type Stand,
} from './walk.js';

const second = 1000;

describe('a programming question', function () {
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
  const interviewId = async (coder: Coder) => (await interviewOf(stand, coder)).interviewId;
  const reportOf = async (coder: Coder) => {
    const id = await interviewId(coder);
    return (await app.api(routes.report, { id }, stand.hr.session)).report;
  };

  describe('for its candidate', () => {
    it('shows statement, samples and points, never a hidden test or a solution', async () => {
      const coder = await coding(stand);
      const task = await taskOf(stand, coder);
      expect(task.title).to.equal(problem.title.zh);
      expect(task.samples.map(({ stdin }) => stdin)).to.deep.equal(
        problem.samples.map(({ stdin }) => stdin),
      );
      expect(task.groups.map(({ tests }) => tests)).to.deep.equal(
        problem.groups.map(({ tests }) => tests.length),
      );
      expect(task.languages.map(({ language }) => language)).to.deep.equal([
        'python',
        'javascript',
      ]);
      const said = JSON.stringify(task);
      const shown = new Set(problem.samples.map(({ stdin }) => stdin));
      const hidden = problem.groups.flatMap(({ tests }) => tests.map(({ stdin }) => stdin));
      for (const stdin of hidden.filter((one) => !shown.has(one) && one.length > 6)) {
        expect(said).not.to.include(JSON.stringify(stdin).slice(1, -1));
      }
      expect(said).not.to.include(JSON.stringify(solutionOf(problem)).slice(1, 60));
    });

    it('is not shown before it is asked, nor to another candidate', async () => {
      const coder = await coding(stand);
      const other = await coding(stand);
      const { answerId } = coder;
      await refused(app.api(routes.codingTask, { answerId }, other.session), 'notFound');
      await handInProgram(stand, coder, 'print(1)');
      await refused(taskOf(stand, coder), 'questionNotOpen');
    });

    it('has the time that the question says, once, however often it is begun', async () => {
      const coder = await coding(stand);
      expect(coder.endsAt - app.clock.now()).to.be.closeTo(answerMinutes * minute, second);
      app.clock.advance(5 * minute);
      const device = await elsewhere(stand, coder);
      const { answerId } = coder;
      const input = { answerId, mode: 'text' as const, mimeType: '', audioMimeType: '' };
      const again = await app.api(routes.beginAttempt, { ...input, takeOver: true }, device);
      expect(again.endsAt).to.equal(coder.endsAt);
      app.clock.set(coder.endsAt + minute);
      await refused(app.api(routes.beginAttempt, input, device), 'answerTooLate');
    });

    it('is kept as it is written, and goes on at another device', async () => {
      const coder = await coding(stand);
      await keep(stand, coder, { source: 'print(2)', revision: 2 });
      await keep(stand, coder, { source: 'print(1)', revision: 1 });
      const { work } = await taskOf(stand, coder);
      expect(work).to.include({ attemptId: coder.attemptId, revision: 2, language: 'python' });
      expect(work?.sources.python, 'an older state changes nothing').to.equal('print(2)');
      const device = await elsewhere(stand, coder);
      const input = { answerId: coder.answerId, mode: 'text' as const };
      const types = { mimeType: '', audioMimeType: '', takeOver: true };
      await app.api(routes.beginAttempt, { ...input, ...types }, device);
      const there = await taskOf(stand, { ...coder, session: device });
      expect(there.work?.sources.python).to.equal('print(2)');
      app.clock.advance(6 * second);
      const late = keep(stand, coder, { source: 'print(3)', revision: 3 });
      await refused(late, 'answerTooLate');
    });

    it('runs on the samples, with what was expected, and on an input of one’s own', async () => {
      const coder = await coding(stand);
      const { attemptId, session } = coder;
      const program = { attemptId, language: 'python' as const, source: solutionOf(problem) };
      const samples = await ran(
        stand,
        coder,
        await app.api(routes.runProgram, { ...program, stdin: null }, session),
      );
      expect(samples).to.include({ state: 'done', verdict: 'accepted' });
      expect(samples.tests.map(({ expected }) => expected)).to.deep.equal(
        problem.samples.map(({ stdout }) => stdout),
      );
      const echo = { ...program, source: 'print(input()[::-1])', stdin: 'abc\n' };
      const own = await ran(stand, coder, await app.api(routes.runProgram, echo, session));
      expect(own.tests[0]).to.include({ stdout: 'cba\n', expected: null });
      expect(await app.database.read(SubmissionRow).countBy({ attemptId })).to.equal(0);
    });

    it('runs once at a time and so often in a minute; a run is nobody else’s', async () => {
      const coder = await coding(stand);
      const { attemptId, session } = coder;
      const slow = { attemptId, language: 'python' as const, stdin: '' };
      const source = 'import time\ntime.sleep(0.5)';
      const first = await app.api(routes.runProgram, { ...slow, source }, session);
      await refused(app.api(routes.runProgram, { ...slow, source }, session), 'tooManyTries');
      const other = await coding(stand);
      const { runId } = first;
      await refused(app.api(routes.programRun, { runId }, other.session), 'notFound');
      await ran(stand, coder, first);
      for (let n = 1; n < 12; n += 1) {
        const quick = { ...slow, source: 'pass' };
        await ran(stand, coder, await app.api(routes.runProgram, quick, session));
      }
      await refused(app.api(routes.runProgram, { ...slow, source }, session), 'tooManyTries');
      app.clock.advance(minute);
      await ran(stand, coder, await app.api(routes.runProgram, { ...slow, source }, session));
    });

    it('is judged by groups: part of the points for part of them', async () => {
      const coder = await coding(stand);
      const queued = await submit(stand, coder, partlyRight(problem));
      expect(queued.submissions[0]).to.include({ state: 'queued', points: null, ahead: 0 });
      await app.drainJobs();
      const { submissions, submissionsLeft } = await taskOf(stand, coder);
      expect(submissions[0]).to.include({ state: 'done', points: firstPoints(), best: true });
      const verdicts = submissions[0]?.groups.map(({ verdict }) => verdict);
      expect(verdicts?.[0]).to.equal('accepted');
      expect(verdicts?.slice(1)).to.include('wrongAnswer');
      expect(submissionsLeft).to.equal(queued.submissionsLeft);
    });

    it('counts the best submission, whatever comes after it', async () => {
      const coder = await coding(stand);
      for (const source of ['print(', solutionOf(problem), 'print(0)']) {
        await submit(stand, coder, source);
        await app.drainJobs();
      }
      const { submissions } = await taskOf(stand, coder);
      expect(submissions.map(({ best }) => best)).to.deep.equal([false, true, false]);
      expect(submissions[1]).to.include({ points: 100, verdict: 'accepted' });
      expect(submissions[0]).to.include({ points: 0, verdict: 'compile' });
      expect(submissions[0]?.compile).to.match(/SyntaxError/);
    });

    it('may be handed in eight times by hand, two waiting at most', async () => {
      const coder = await coding(stand);
      await submit(stand, coder, 'print(1)');
      await submit(stand, coder, 'print(2)');
      await refused(submit(stand, coder, 'print(3)'), 'tooManyTries');
      await app.drainJobs();
      const rows = app.database.read(SubmissionRow);
      const row = await rows.findOneByOrFail({ attemptId: coder.attemptId });
      for (let n = 3; n <= 8; n += 1) {
        await rows.insert(Object.assign(row, { id: newId(app.clock.now()) }));
      }
      await refused(submit(stand, coder, 'print(9)'), 'attemptsUsed');
    });

    it('takes a language that the question offers, and only in its time', async () => {
      const coder = await coding(stand);
      await refused(submit(stand, coder, 'int main() {}', 'cpp'), 'invalidInput');
      app.clock.set(coder.endsAt + 6 * second);
      await refused(submit(stand, coder, 'print(1)'), 'answerTooLate');
      await refused(keep(stand, coder, { source: 'print(1)', revision: 1 }), 'answerTooLate');
    });
  });

  describe('at the end of its time', () => {
    it('what was kept and never handed in is handed in by itself', async () => {
      const coder = await coding(stand);
      await keep(stand, coder, { source: solutionOf(problem), revision: 1 });
      app.clock.set(coder.endsAt + minute);
      await app.api(routes.finishInterview, {}, coder.session);
      await app.drainJobs();
      const { answers } = await reportOf(coder);
      expect(answers[0]?.coding).to.include({ points: 100, submissions: 1 });
    });

    it('a program that comes late is cut to what was kept of it in time', async () => {
      const coder = await coding(stand);
      await keep(stand, coder, { source: 'print(1)', revision: 1 });
      app.clock.set(coder.endsAt + 6 * second);
      await handInProgram(stand, coder, solutionOf(problem));
      const { answers } = await reportOf(coder);
      expect(answers[0]?.transcript?.segments[0]?.text).to.match(/print\(1\)$/);
    });

    it('a program finished without a network counts as soon as the device is reached', async () => {
      const coder = await coding(stand);
      app.clock.set(coder.endsAt + 10 * minute);
      await interviewOf(stand, coder);
      const program = { language: 'python' as const, source: solutionOf(problem) };
      const offline = { offline: true, durationMs: 10 * minute, program };
      await finishAttempt(stand, coder, coder.attemptId, offline);
      await app.drainJobs();
      const { submissions } = await taskOf(stand, coder);
      expect(submissions[0]).to.include({ points: 100, auto: true });
    });

    it('an untouched starter is no program, and the answer is empty', async () => {
      const coder = await coding(stand);
      const [python] = (await taskOf(stand, coder)).languages;
      await handInProgram(stand, coder, python?.starter ?? '');
      const { answers, dimensions } = await reportOf(coder);
      expect(answers[0]?.gate).to.equal('empty');
      expect(dimensions[0]?.value).to.equal(null);
    });

    it('cannot be written again, nor its words be edited', async () => {
      const coder = await coding(stand);
      const { attemptId } = coder;
      const words = app.api(routes.writeTranscript, { attemptId, text: 'x' }, coder.session);
      await refused(words, 'interviewClosed');
      const program = { language: 'python' as const, source: 'print(1)' };
      await finishAttempt(stand, coder, attemptId, { program });
      expect((await currentOf(stand, coder)).attemptsLeft).to.equal(0);
      await refused(begin(stand, coder), 'attemptsUsed');
      await choose(stand, coder, attemptId);
    });
  });

  it('an interview of other questions has no program', async () => {
    const plain = await aStand(app);
    const walker = await interviewing(plain);
    const { answerId, coding: program } = await currentOf(plain, walker);
    expect(program).to.equal(false);
    await refused(app.api(routes.codingTask, { answerId }, walker.session), 'notFound');
  });
});
