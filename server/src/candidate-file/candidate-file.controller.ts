import { Controller } from '@nestjs/common';
import type { ApplicationDetail, Timeline } from '@zhiyu/contracts/application';
import type { MessageList } from '@zhiyu/contracts/messages';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { CandidateFile } from './candidate-file.service.js';
import { Messages } from './messages.service.js';

@Controller()
export class CandidateFileController {
  constructor(
    private readonly file: CandidateFile,
    private readonly messageList: Messages,
  ) {}

  @Bind(routes.application)
  @Can('application.view', { object: 'id', views: true })
  application(actor: StaffActor, input: { id: string }): Promise<ApplicationDetail> {
    return this.file.view(actor, input.id);
  }

  @Bind(routes.timeline)
  @Can('application.view', { object: 'id', views: true })
  timeline(actor: StaffActor, input: { id: string }): Promise<Timeline> {
    return this.file.timeline(actor, input.id);
  }

  @Bind(routes.messages)
  @Can('application.view', { object: 'id', views: true })
  messages(actor: StaffActor, input: { id: string }): Promise<MessageList> {
    return this.messageList.of(actor, input.id);
  }
}
