import { Injectable } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { hiddenTests, type Problem } from '@zhiyu/contracts/problem';
import { Database, type Tx } from '../../platform/database/database.js';
import { OnJob } from '../../platform/jobs/on.js';
import { Judge } from '../../platform/judge/judge.js';
import { AppLog } from '../../platform/log/app-log.js';
import { Clock } from '../../platform/time/clock.js';
import { ProblemBank } from '../../recruiting/problem-seeds.js';
import { Interview } from '../entities/interview.entity.js';
import { JudgeLine } from './judge-line.js';
import { type Judged, judgedOf, pointsOf } from './judged.js';
import { SubmissionRow } from './program.entity.js';
import { type OpenSubmission, Submissions } from './submissions.service.js';

/** Judge jobs of this process at once: the other jobs keep a place. */
const atOnce = 3;
const againMs = 500;
/** After so many failures a person reads the program instead. */
const mostTries = 3;

/** Judges what was handed in; the report waits for it. */
@Injectable()
export class JudgeJob {
  private running = 0;

  constructor(
    private readonly database: Database,
    private readonly submissions: Submissions,
    private readonly problems: ProblemBank,
    private readonly line: JudgeLine,
    private readonly judge: Judge,
    private readonly clock: Clock,
    private readonly log: AppLog,
  ) {}

  @OnJob('coding.judge')
  async run(job: JobMap['coding.judge']): Promise<void> {
    const row = await this.database.read(SubmissionRow).findOneBy({ id: job.submissionId });
    const [submission] = row ? await this.submissions.open([row]) : [];
    if (submission?.row.state !== 'queued') {
      return;
    }
    if (this.running >= atOnce) {
      const runAt = this.clock.now() + againMs;
      await this.database.transaction((tx) => {
        tx.enqueue('coding.judge', job, { runAt });
        return Promise.resolve();
      });
      return;
    }
    this.running += 1;
    try {
      await this.look(submission);
    } finally {
      this.running -= 1;
    }
  }

  private async look(submission: OpenSubmission): Promise<void> {
    const problem = this.problems.find(submission.row.problem);
    const runs = this.judge.available().languages;
    const judged =
      problem && runs.includes(submission.language)
        ? await this.verdictOn(problem, submission)
        : null;
    await this.database.transaction((tx) => this.store(tx, submission.row, judged));
  }

  /** @returns null when the judge keeps failing. @throws to be tried again */
  private async verdictOn(problem: Problem, submission: OpenSubmission): Promise<Judged | null> {
    const { language, source, row } = submission;
    const tests = hiddenTests(problem);
    try {
      const program = { language, source, tests, limits: problem.limits };
      return judgedOf(problem, await this.line.run(program));
    } catch (error) {
      if (row.tries + 1 >= mostTries) {
        this.log.error('a program could not be judged', { error });
        return null;
      }
      const tries = row.tries + 1;
      await this.database.transaction((tx) =>
        tx.manager.update(SubmissionRow, { id: row.id }, { tries }),
      );
      throw error;
    }
  }

  /** An interview that was handed in meanwhile waits for this verdict with its report. */
  private async store(tx: Tx, row: SubmissionRow, judged: Judged | null): Promise<void> {
    const said = judged && { judged, points: pointsOf(judged) };
    const first = await this.submissions.judge(tx, row, said);
    const interview = await tx.manager.findOneBy(Interview, { id: row.interviewId });
    if (first && interview?.state === 'finished') {
      tx.enqueue('scoring.report', { interviewId: interview.id });
    }
  }
}
