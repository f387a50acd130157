import { Controller } from '@nestjs/common';
import type { ChangeResumeQuestion, ResumeQuestionList } from '@zhiyu/contracts/question-drafts';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { ResumeQuestionDesk } from './resume-question-desk.service.js';

@Controller()
export class ResumeQuestionsController {
  constructor(private readonly desk: ResumeQuestionDesk) {}

  @Bind(routes.resumeQuestions)
  @Can('application.view', { object: 'id', views: true })
  list(actor: StaffActor, input: { id: string }): Promise<ResumeQuestionList> {
    return this.desk.list(actor, input.id);
  }

  @Bind(routes.changeResumeQuestion)
  @Can('application.invite', { object: 'id' })
  change(actor: StaffActor, input: ChangeResumeQuestion): Promise<ResumeQuestionList> {
    return this.desk.change(actor, input);
  }
}
