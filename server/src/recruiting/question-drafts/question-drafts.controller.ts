import { Controller } from '@nestjs/common';
import type { DraftInput, DraftView } from '@zhiyu/contracts/question-drafts';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { QuestionDrafts } from './question-drafts.service.js';

@Controller()
export class QuestionDraftsController {
  constructor(private readonly drafts: QuestionDrafts) {}

  @Bind(routes.draftQuestions)
  @Can('position.edit')
  draft(actor: StaffActor, input: DraftInput): Promise<DraftView> {
    return this.drafts.draft(actor, input);
  }
}
