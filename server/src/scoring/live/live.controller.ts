import { Controller } from '@nestjs/common';
import type { Done, Nothing } from '@zhiyu/contracts/basics';
import type {
  AskLive,
  GiveTime,
  Hold,
  LiveList,
  LiveView,
  OwnWord,
  TellCandidate,
} from '@zhiyu/contracts/live';
import { routes } from '@zhiyu/contracts/routes';
import { StaffHolds } from '../../interviews/live/staff-holds.service.js';
import type { CandidateActor, StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { LiveInterviews } from './live-interviews.service.js';

/** Running interviews, and what HR does in them. */
@Controller()
export class LiveController {
  constructor(
    private readonly live: LiveInterviews,
    private readonly holds: StaffHolds,
  ) {}

  @Bind(routes.liveInterviews)
  @Can('report.view', { views: true })
  list(actor: StaffActor, _input: Nothing): Promise<LiveList> {
    return this.live.list(actor);
  }

  @Bind(routes.liveInterview)
  @Can('report.view', { object: 'id', views: true })
  view(actor: StaffActor, input: AskLive): Promise<LiveView> {
    return this.live.view(actor, input);
  }

  @Bind(routes.holdInterview)
  @Can('interview.ask', { object: 'id' })
  async hold(actor: StaffActor, input: Hold): Promise<Done> {
    await this.holds.hold(actor, input);
    return { done: true };
  }

  @Bind(routes.releaseInterview)
  @Can('interview.ask', { object: 'id' })
  async release(actor: StaffActor, { id }: { id: string }): Promise<Done> {
    await this.holds.release(actor, id);
    return { done: true };
  }

  @Bind(routes.giveTime)
  @Can('interview.ask', { object: 'id' })
  async giveTime(actor: StaffActor, input: GiveTime): Promise<Done> {
    await this.holds.giveTime(actor, input);
    return { done: true };
  }

  @Bind(routes.tellCandidate)
  @Can('interview.ask', { object: 'id' })
  async tell(actor: StaffActor, input: TellCandidate): Promise<Done> {
    await this.holds.tell(actor, input);
    return { done: true };
  }

  @Bind(routes.ownWord)
  @Can('own.view')
  own(actor: CandidateActor, _input: Nothing): Promise<OwnWord> {
    return this.holds.own(actor);
  }
}
