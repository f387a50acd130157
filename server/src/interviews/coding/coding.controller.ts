import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import type {
  AskCoding,
  AskRun,
  CodingTask,
  KeepProgram,
  KeptProgram,
  ProgramRun,
  RunProgram,
  SubmitProgram,
} from '@zhiyu/contracts/coding';
import type {
  AskPrograms,
  ProblemList,
  ProgramsOfAnswer,
  Replay,
  SimilarPrograms,
} from '@zhiyu/contracts/coding-staff';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateActor, StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { Judge } from '../../platform/judge/judge.js';
import { ProblemBank } from '../../recruiting/problem-seeds.js';
import { CandidateCoding } from './coding.service.js';
import { Drafts } from './drafts.service.js';
import { Runs } from './runs.service.js';
import { StaffPrograms } from './staff-programs.service.js';

@Controller()
export class CodingController {
  constructor(
    private readonly coding: CandidateCoding,
    private readonly drafts: Drafts,
    private readonly runs: Runs,
    private readonly staff: StaffPrograms,
    private readonly bank: ProblemBank,
    private readonly judge: Judge,
  ) {}

  @Bind(routes.codingTask)
  @Can('own.view')
  task(actor: CandidateActor, input: AskCoding): Promise<CodingTask> {
    return this.coding.task(actor, input.answerId);
  }

  @Bind(routes.keepProgram)
  @Can('own.answer', { object: 'attemptId' })
  keep(actor: CandidateActor, input: KeepProgram): Promise<KeptProgram> {
    return this.drafts.keep(actor, input);
  }

  @Bind(routes.runProgram)
  @Can('own.answer', { object: 'attemptId' })
  run(actor: CandidateActor, input: RunProgram): Promise<ProgramRun> {
    return this.runs.begin(actor, input);
  }

  @Bind(routes.programRun)
  @Can('own.view')
  ran(actor: CandidateActor, input: AskRun): Promise<ProgramRun> {
    return Promise.resolve(this.runs.find(actor, input.runId));
  }

  @Bind(routes.submitProgram)
  @Can('own.answer', { object: 'attemptId' })
  submit(actor: CandidateActor, input: SubmitProgram): Promise<CodingTask> {
    return this.coding.submit(actor, input);
  }

  @Bind(routes.problems)
  @Can('position.view')
  problems(_actor: StaffActor, _input: Nothing): Promise<ProblemList> {
    const problems = this.bank.all().map(({ code, title, statement, groups }) => ({
      code,
      title,
      statement,
      groups: groups.map(({ name, points, tests }) => ({ name, points, tests: tests.length })),
    }));
    return Promise.resolve({ problems, runs: this.judge.available().languages });
  }

  @Bind(routes.programs)
  @Can('report.view', { object: 'answerId', views: true })
  programs(actor: StaffActor, input: AskPrograms): Promise<ProgramsOfAnswer> {
    return this.staff.programs(actor, input.answerId);
  }

  @Bind(routes.replay)
  @Can('report.view', { object: 'answerId', views: true })
  replay(actor: StaffActor, input: AskPrograms): Promise<Replay> {
    return this.staff.replay(actor, input.answerId);
  }

  @Bind(routes.similarPrograms)
  @Can('report.view', { object: 'answerId', views: true })
  similar(actor: StaffActor, input: AskPrograms): Promise<SimilarPrograms> {
    return this.staff.similar(actor, input.answerId);
  }
}
