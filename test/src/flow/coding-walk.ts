import type { CodingTask, ProgramRun, Snapshot } from '@zhiyu/contracts/coding';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import type { PositionContent, Question } from '@zhiyu/contracts/position';
import type { Problem } from '@zhiyu/contracts/problem';
import { routes } from '@zhiyu/contracts/routes';
import { ProblemBank } from '@zhiyu/server/recruiting/problem-seeds';
import type { TestApp } from '../harness/app.js';
import { TestSession } from '../harness/client.js';
import {
  allConsents,
  begin,
  choose,
  currentOf,
  finishAttempt,
  interviewing,
  type Stand,
  type Walker,
} from './walk.js';

export const answerMinutes = 30;

/** A problem of the product with several groups. */
export function aProblem(app: TestApp): Problem {
  const problem = app.get(ProblemBank).find('morning-shift');
  if (!problem) {
    throw new Error('config/content/problems has no morning-shift');
  }
  return problem;
}

/** The position's first question is a program, on all its dimensions; nothing else is asked. */
export function codingPosition(problem: string) {
  return (content: PositionContent): PositionContent => {
    const dimensions = content.model.dimensions
      .slice(0, 1)
      .map(({ weight: _, ...one }) => ({ ...one, weight: 1 }));
    const question: Question = {
      code: 'program',
      kind: 'coding',
      dimensions: dimensions.map(({ code }) => code),
      text: { zh: '请写一个程序' },
      thinkingSeconds: 0,
      answerSeconds: answerMinutes * 60,
      anchors: content.questions[0]?.anchors ?? [],
      indicators: [],
      coding: { problem, languages: ['python', 'javascript'] },
    };
    return {
      ...content,
      questions: [question],
      model: { ...content.model, dimensions },
      plan: { ...content.plan, questionCodes: ['program'] },
    };
  };
}

/** The reference solution in Python. */
export function solutionOf(problem: Problem): string {
  const solution = problem.solutions.find(({ language }) => language === 'python');
  if (!solution) {
    throw new Error(`${problem.code} has no solution in Python`);
  }
  return solution.source;
}

/** Right for the inputs of the first group, silent on all others. */
export function partlyRight(problem: Problem): string {
  const known = Object.fromEntries(
    (problem.groups[0]?.tests ?? []).map(({ stdin, stdout }) => [stdin, stdout]),
  );
  return `import sys\nknown = ${JSON.stringify(known)}\nprint(known.get(sys.stdin.read(), ''), end='')\n`;
}

export interface Coder extends Walker {
  answerId: string;
  attemptId: string;
  endsAt: number;
}

/** In the middle of writing the program. */
export async function coding(stand: Stand, consents = allConsents): Promise<Coder> {
  const walker = await interviewing(stand, consents);
  const { attemptId, endsAt } = await begin(stand, walker);
  const { answerId } = await currentOf(stand, walker);
  return { ...walker, attemptId, answerId, endsAt };
}

export function taskOf({ app }: Stand, { answerId, session }: Coder): Promise<CodingTask> {
  return app.api(routes.codingTask, { answerId }, session);
}

export function keep(
  { app }: Stand,
  { attemptId, session }: Coder,
  given: { source: string; revision: number; first?: number; snapshots?: Snapshot[] },
) {
  const { source, revision, first = 0, snapshots = [] } = given;
  const sources = { python: source };
  const input = { attemptId, language: 'python' as const, sources, revision, first, snapshots };
  return app.api(routes.keepProgram, input, session);
}

export function submit(
  { app }: Stand,
  { attemptId, session }: Coder,
  source: string,
  language: ProgramLanguage = 'python',
): Promise<CodingTask> {
  return app.api(routes.submitProgram, { attemptId, language, source }, session);
}

/** Asks until the run is over. */
export async function ran(
  { app }: Stand,
  { session }: Coder,
  begun: ProgramRun,
): Promise<ProgramRun> {
  let run = begun;
  while (run.state === 'queued' || run.state === 'running') {
    await new Promise((done) => setTimeout(done, 50));
    run = await app.api(routes.programRun, { runId: run.runId }, session);
  }
  return run;
}

/** Written, taken, handed in; the tests have spoken. */
export async function handInProgram(stand: Stand, coder: Coder, source: string): Promise<void> {
  const program = { language: 'python' as const, source };
  await finishAttempt(stand, coder, coder.attemptId, { program });
  await choose(stand, coder, coder.attemptId);
  await stand.app.api(routes.finishInterview, {}, coder.session);
  await stand.app.drainJobs();
}

/** The same candidate at a second device. */
export async function elsewhere({ app }: Stand, { token, candidate }: Coder): Promise<TestSession> {
  const session = new TestSession();
  const { challenge } = await app.api(routes.exchange, { token }, session);
  const digits = candidate.phone.slice(-4);
  await app.api(routes.enterCode, { challenge: challenge ?? '', digits }, session);
  return session;
}
