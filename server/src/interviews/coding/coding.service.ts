import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { CodingTask, SubmitProgram } from '@zhiyu/contracts/coding';
import type { Problem } from '@zhiyu/contracts/problem';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Judge } from '../../platform/judge/judge.js';
import { Clock } from '../../platform/time/clock.js';
import { Consents } from '../../privacy/consents.service.js';
import { Drafts } from './drafts.service.js';
import { type OwnCoding, OwnCodings } from './own-coding.js';
import { starterOf } from './starters.js';
import { mostSubmissions, Submissions } from './submissions.service.js';

/** A programming question as its candidate sees it: never its hidden tests. */
@Injectable()
export class CandidateCoding {
  constructor(
    private readonly own: OwnCodings,
    private readonly drafts: Drafts,
    private readonly submissions: Submissions,
    private readonly consents: Consents,
    private readonly judge: Judge,
    private readonly clock: Clock,
  ) {}

  async task(actor: CandidateActor, answerId: string): Promise<CodingTask> {
    const own = await this.own.open(actor, answerId);
    const open = await this.submissions.ofAnswer(answerId);
    const byHand = open.filter(({ row }) => !row.auto).length;
    return {
      answerId,
      serverNow: this.clock.now(),
      startedAt: own.part.attempts[0]?.startedAt ?? null,
      ...shown(own.problem, actor),
      languages: this.languagesOf(own),
      work: await this.workOf(answerId),
      replayed: (await this.consents.of(actor.applicationId)).recording === true,
      submissions: await this.submissions.views(open, actor.locale),
      submissionsLeft: Math.max(0, mostSubmissions - byHand),
    };
  }

  async submit(actor: CandidateActor, input: SubmitProgram): Promise<CodingTask> {
    return this.task(actor, await this.submissions.submit(actor, input));
  }

  private languagesOf({ coding, problem }: OwnCoding): CodingTask['languages'] {
    const runs = this.judge.available().languages;
    return coding.languages.map((language) => ({
      language,
      runs: runs.includes(language),
      starter: starterOf(problem, language),
    }));
  }

  private async workOf(answerId: string): Promise<CodingTask['work']> {
    const draft = await this.drafts.newest(answerId);
    if (!draft) {
      return null;
    }
    const { row, written } = draft;
    const { id: attemptId, revision, snapshots } = row;
    return { attemptId, ...written, revision, snapshots };
  }
}

function shown(problem: Problem, { locale }: CandidateActor) {
  const { limits } = problem;
  return {
    title: textIn(problem.title, locale),
    statement: textIn(problem.statement, locale),
    input: textIn(problem.input, locale),
    output: textIn(problem.output, locale),
    samples: problem.samples.map(({ stdin, stdout, note }) => ({
      stdin,
      stdout,
      note: note ? textIn(note, locale) : '',
    })),
    timeMs: limits.timeMs,
    memoryMb: limits.memoryMb,
    groups: problem.groups.map(({ name, points, tests }) => ({
      name: textIn(name, locale),
      points,
      tests: tests.length,
    })),
  };
}
