import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import type {
  MeetingList,
  MeetingTimes as Times,
  MeetingView,
  MoveMeeting,
  OfferTimes,
  OwnMeeting,
  PickTime,
  RoundPeople as People,
  SetRoundPeople,
} from '@zhiyu/contracts/meetings';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateActor, StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { MeetingDesk } from './meeting-desk.service.js';
import { RoundPeople } from './round-people.service.js';
import { OwnMeetings } from './own-meetings.service.js';

/** When rounds with people take place. */
@Controller()
export class MeetingsController {
  constructor(
    private readonly desk: MeetingDesk,
    private readonly rounds: RoundPeople,
    private readonly own: OwnMeetings,
  ) {}

  @Bind(routes.meetings)
  @Can('application.decide', { views: true })
  list(actor: StaffActor, _input: Nothing): Promise<MeetingList> {
    return this.desk.list(actor);
  }

  @Bind(routes.meetingTimes)
  @Can('application.decide', { object: 'id' })
  times(actor: StaffActor, { id }: { id: string }): Promise<Times> {
    return this.desk.free(actor, id);
  }

  @Bind(routes.offerTimes)
  @Can('application.decide', { object: 'id' })
  offer(actor: StaffActor, input: OfferTimes): Promise<MeetingView> {
    return this.desk.offer(actor, input);
  }

  @Bind(routes.moveMeeting)
  @Can('application.decide', { object: 'id' })
  move(actor: StaffActor, input: MoveMeeting): Promise<MeetingView> {
    return this.desk.move(actor, input);
  }

  @Bind(routes.cancelMeeting)
  @Can('application.decide', { object: 'id' })
  cancel(actor: StaffActor, { id }: { id: string }): Promise<MeetingView> {
    return this.desk.cancel(actor, id);
  }

  @Bind(routes.roundPeople)
  @Can('application.decide', { object: 'id' })
  people(actor: StaffActor, { id }: { id: string }): Promise<People> {
    return this.rounds.list(actor, id);
  }

  @Bind(routes.setRoundPeople)
  @Can('application.decide', { object: 'id' })
  setPeople(actor: StaffActor, input: SetRoundPeople): Promise<MeetingView> {
    return this.rounds.set(actor, input);
  }

  @Bind(routes.ownMeeting)
  @Can('own.view')
  ownMeeting(actor: CandidateActor, _input: Nothing): Promise<OwnMeeting> {
    return this.own.view(actor);
  }

  @Bind(routes.pickTime)
  @Can('own.decide')
  pick(actor: CandidateActor, { startsAt }: PickTime): Promise<OwnMeeting> {
    return this.own.pick(actor, startsAt);
  }

  @Bind(routes.cancelOwnMeeting)
  @Can('own.decide')
  cancelOwn(actor: CandidateActor, _input: Nothing): Promise<OwnMeeting> {
    return this.own.cancel(actor);
  }
}
