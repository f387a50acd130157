import { Controller } from '@nestjs/common';
import type { Done, Nothing } from '@zhiyu/contracts/basics';
import type { FeedbackList, SendFeedback, SettleFeedback } from '@zhiyu/contracts/feedback';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind, type Http } from '../../platform/http/bind.js';
import { keyOf } from '../../platform/http/idempotency.interceptor.js';
import { idFrom } from '../../platform/time/ids.js';
import { FeedbackBox } from './feedback.service.js';

@Controller()
export class FeedbackController {
  constructor(private readonly box: FeedbackBox) {}

  @Bind(routes.sendFeedback)
  @Can('self')
  async send(actor: StaffActor, input: SendFeedback, _file: Buffer, http: Http): Promise<Done> {
    await this.box.send(actor, input, idFrom('feedback', actor.id, keyOf(http.reply.request)));
    return { done: true };
  }

  @Bind(routes.listFeedback)
  @Can('company.edit')
  list(actor: StaffActor, _input: Nothing): Promise<FeedbackList> {
    return this.box.list(actor);
  }

  @Bind(routes.settleFeedback)
  @Can('company.edit', { object: 'id' })
  settle(actor: StaffActor, input: SettleFeedback): Promise<FeedbackList> {
    return this.box.settle(actor, input);
  }
}
