import { Controller } from '@nestjs/common';
import type { ResumeAssessment } from '@zhiyu/contracts/resume-assessment';
import type { AskCrossing, Crossing } from '@zhiyu/contracts/crossing';
import type { Nothing } from '@zhiyu/contracts/basics';
import type { OwnReport } from '@zhiyu/contracts/own-report';
import { routes } from '@zhiyu/contracts/routes';
import type { AskSameAnswers, SameAnswers } from '@zhiyu/contracts/same-answers';
import type { ReportView } from '@zhiyu/contracts/scoring';
import type { CandidateActor, StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { Crossings } from './crossings.service.js';
import { ResumeCheck } from './resume-check/resume-check.service.js';
import { OwnReports } from './print/own-reports.service.js';
import { SameAnswersService } from './same-answers/same-answers.service.js';
import { ReadableReports } from './wording/readable-reports.service.js';

@Controller()
export class ScoringController {
  constructor(
    private readonly reports: ReadableReports,
    private readonly resumes: ResumeCheck,
    private readonly own: OwnReports,
    private readonly same: SameAnswersService,
    private readonly crossings: Crossings,
  ) {}

  @Bind(routes.resumeAssessment)
  @Can('application.view', { object: 'id', views: true })
  resumeAssessment(actor: StaffActor, input: { id: string }): Promise<ResumeAssessment> {
    return this.resumes.of(actor, input.id);
  }

  @Bind(routes.report)
  @Can('report.view', { object: 'id', views: true })
  report(actor: StaffActor, input: { id: string }): Promise<ReportView> {
    return this.reports.view(actor, input.id);
  }

  @Bind(routes.crossing)
  @Can('report.view', { views: true })
  crossing(actor: StaffActor, input: AskCrossing): Promise<Crossing> {
    return this.crossings.of(actor, input.ids.split(','));
  }

  @Bind(routes.sameAnswers)
  @Can('report.view', { object: 'answerId', views: true })
  sameAnswers(actor: StaffActor, input: AskSameAnswers): Promise<SameAnswers> {
    return this.same.of(actor, input.answerId);
  }

  @Bind(routes.ownReport)
  @Can('own.view')
  async ownReport(actor: CandidateActor, _input: Nothing): Promise<OwnReport> {
    return { ready: await this.own.ready(actor) };
  }
}
