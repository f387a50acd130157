import { Controller } from '@nestjs/common';
import type { PositionDetail } from '@zhiyu/contracts/position';
import type {
  AnswerProposal,
  AskVersion,
  PositionVersionView,
  PublishingView,
  WithdrawProposal,
} from '@zhiyu/contracts/publishing';
import { routes } from '@zhiyu/contracts/routes';
import type { AskPreview, RulePreview } from '@zhiyu/contracts/rule-preview';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { Publishing } from './publishing.service.js';
import { RulePreviews } from './rule-previews.service.js';

@Controller()
export class PublishingController {
  constructor(
    private readonly publishing: Publishing,
    private readonly previews: RulePreviews,
  ) {}

  @Bind(routes.positionVersion)
  @Can('position.view')
  version(actor: StaffActor, input: AskVersion): Promise<PositionVersionView> {
    return this.publishing.version(actor, input);
  }

  @Bind(routes.publishing)
  @Can('position.view')
  view(actor: StaffActor, { id }: { id: string }): Promise<PublishingView> {
    return this.publishing.view(actor, id);
  }

  @Bind(routes.answerProposal)
  @Can('position.approve', { object: 'id' })
  answer(actor: StaffActor, input: AnswerProposal): Promise<PositionDetail> {
    return this.publishing.answer(actor, input);
  }

  @Bind(routes.withdrawProposal)
  @Can('position.edit', { object: 'id' })
  withdraw(actor: StaffActor, input: WithdrawProposal): Promise<PublishingView> {
    return this.publishing.withdraw(actor, input);
  }

  @Bind(routes.previewRules)
  @Can('position.edit', { object: 'id' })
  preview(actor: StaffActor, input: AskPreview): Promise<RulePreview> {
    return this.previews.of(actor, input);
  }
}
