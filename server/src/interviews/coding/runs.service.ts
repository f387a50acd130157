import { Injectable } from '@nestjs/common';
import type { ProgramRun, RunProgram } from '@zhiyu/contracts/coding';
import { AppError } from '@zhiyu/contracts/errors';
import type { Judgement } from '@zhiyu/contracts/judge';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Judge } from '../../platform/judge/judge.js';
import { AppLog } from '../../platform/log/app-log.js';
import { Clock } from '../../platform/time/clock.js';
import { newId } from '../../platform/time/ids.js';
import { InterviewReader } from '../interview-reader.js';
import { JudgeLine } from './judge-line.js';
import { OwnCodings, refuseOther } from './own-coding.js';

/** Runs of one candidate: one at a time, so many in a minute. */
const mostInMinute = 12;
/** Runs that may wait for a processor before more are refused; what was handed in always waits its turn. */
const longestLine = 200;
const minuteMs = 60_000;
/** A run is forgotten so long after it was asked for. */
const keptMs = 5 * minuteMs;

interface Run {
  personId: string;
  at: number;
  view: ProgramRun;
}

interface Test {
  stdin: string;
  stdout?: string;
}

/**
 * Runs on the samples or on an input of the candidate's own. They count for nothing and are kept in memory only: after a
 * restart of the server a run is asked for again.
 */
@Injectable()
export class Runs {
  private readonly runs = new Map<string, Run>();

  constructor(
    private readonly own: OwnCodings,
    private readonly reader: InterviewReader,
    private readonly judge: Judge,
    private readonly line: JudgeLine,
    private readonly clock: Clock,
    private readonly log: AppLog,
  ) {}

  /** Answers at once with its place in the line. @throws tooManyTries, engineMissing */
  async begin(actor: CandidateActor, input: RunProgram): Promise<ProgramRun> {
    const interview = await this.reader.own(actor);
    const now = this.clock.now();
    const { attemptId, language, source } = input;
    const own = await this.own.attemptOf({ actor, attemptId, interview, now });
    refuseOther(own.coding, language);
    if (!this.judge.available().languages.includes(language)) {
      throw new AppError('engineMissing', { engine: language });
    }
    this.refuseMany(actor.id, now);
    if (this.line.length >= longestLine) {
      throw new AppError('tooManyTries', { seconds: 30 });
    }
    const tests: Test[] = input.stdin === null ? own.problem.samples : [{ stdin: input.stdin }];
    const run = this.add(actor.id, now);
    void this.work(run, { language, source, limits: own.problem.limits }, tests);
    return run.view;
  }

  find(actor: CandidateActor, runId: string): ProgramRun {
    const run = this.runs.get(runId);
    if (run?.personId !== actor.id) {
      throw new AppError('notFound');
    }
    return run.view;
  }

  private add(personId: string, at: number): Run {
    const runId = newId(at);
    const state = this.line.busy ? ('queued' as const) : ('running' as const);
    const nothing = { verdict: null, compile: '', tests: [] };
    const view: ProgramRun = { runId, state, ahead: this.line.length, ...nothing };
    const run = { personId, at, view };
    this.runs.set(runId, run);
    return run;
  }

  /** Never fails: what goes wrong is the run's state. */
  private async work(
    run: Run,
    program: Omit<Parameters<JudgeLine['run']>[0], 'tests'>,
    tests: Test[],
  ): Promise<void> {
    const given = tests.map(({ stdin, stdout }) =>
      stdout === undefined ? { stdin } : { stdin, stdout },
    );
    try {
      const judgement = await this.line.run({ ...program, tests: given }, () => {
        run.view = { ...run.view, state: 'running', ahead: 0 };
      });
      run.view = { ...run.view, ...said(judgement, tests), state: 'done' };
    } catch (error) {
      this.log.warn('a program could not be run', { error });
      run.view = { ...run.view, state: 'failed', ahead: 0 };
    }
  }

  private refuseMany(personId: string, now: number): void {
    for (const [id, { at }] of this.runs) {
      if (now - at > keptMs) {
        this.runs.delete(id);
      }
    }
    const own = [...this.runs.values()].filter((run) => run.personId === personId);
    const under = own.some(({ view }) => view.state === 'queued' || view.state === 'running');
    const recent = own.filter(({ at }) => now - at < minuteMs);
    if (under || recent.length >= mostInMinute) {
      throw new AppError('tooManyTries', { seconds: under ? 3 : 30 });
    }
  }
}

function said(judgement: Judgement, tests: Test[]): Omit<ProgramRun, 'runId' | 'state'> {
  const ran = judgement.tests.slice(0, tests.length);
  return {
    ahead: 0,
    verdict: judgement.verdict,
    compile: judgement.compile ?? '',
    tests: ran.map((test, at) => ({
      verdict: test.verdict,
      timeMs: Math.round(test.timeMs),
      memoryKb: Math.round(test.memoryKb),
      stdin: tests[at]?.stdin ?? '',
      expected: tests[at]?.stdout ?? null,
      stdout: test.stdout ?? '',
      stderr: test.stderr ?? '',
    })),
  };
}
