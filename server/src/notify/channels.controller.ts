import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import type {
  CandidateChat,
  ChannelList,
  ChannelTest,
  TestChannel,
} from '@zhiyu/contracts/channels';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateActor, StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { ChannelAdmin } from './channel-admin.service.js';
import { Channels } from './channels.js';

@Controller()
export class ChannelsController {
  constructor(
    private readonly admin: ChannelAdmin,
    private readonly channelsOn: Channels,
  ) {}

  @Bind(routes.channels)
  @Can('system.view')
  channels(_actor: StaffActor, _input: Nothing): Promise<ChannelList> {
    return Promise.resolve(this.admin.list());
  }

  @Bind(routes.testChannel)
  @Can('system.edit')
  testChannel(actor: StaffActor, input: TestChannel): Promise<ChannelTest> {
    return this.admin.test(actor, input.name);
  }

  @Bind(routes.candidateChat)
  @Can('own.view')
  async candidateChat(actor: CandidateActor): Promise<CandidateChat> {
    return { url: await this.channelsOn.chatLink(actor.applicationId) };
  }
}
