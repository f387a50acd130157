import { Controller } from '@nestjs/common';
import type { Done } from '@zhiyu/contracts/basics';
import type {
  AddReviewNote,
  ApplicationReviews,
  AskReviewer,
  Here,
  KeepRating,
  KeepSummary,
  Presence,
  Rating,
  RemoveReviewNote,
  ReviewRoom,
  Summary,
} from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { ReviewNotes } from './review-notes.service.js';
import { ReviewPanel } from './review-panel.service.js';
import { ReviewRooms } from './review-room.service.js';
import { Reviewers } from './reviewers.service.js';
import { Scorecards } from './scorecards.service.js';

type ById = { id: string };

@Controller()
export class ReviewController {
  constructor(
    private readonly rooms: ReviewRooms,
    private readonly scorecards: Scorecards,
    private readonly notes: ReviewNotes,
    private readonly reviewers: Reviewers,
    private readonly panel: ReviewPanel,
  ) {}

  @Bind(routes.reviewRoom)
  @Can('review.enter', { object: 'id', views: true })
  room(actor: StaffActor, { id }: ById): Promise<ReviewRoom> {
    return this.rooms.view(actor, id);
  }

  @Bind(routes.keepRating)
  @Can('review.enter', { object: 'id' })
  keepRating(actor: StaffActor, input: KeepRating): Promise<Rating> {
    return this.scorecards.keepRating(actor, input);
  }

  @Bind(routes.keepSummary)
  @Can('review.enter', { object: 'id' })
  keepSummary(actor: StaffActor, input: KeepSummary): Promise<Summary> {
    return this.scorecards.keepSummary(actor, input);
  }

  @Bind(routes.submitScorecard)
  @Can('review.enter', { object: 'id' })
  async submit(actor: StaffActor, { id }: ById): Promise<ReviewRoom> {
    await this.scorecards.submit(actor, id);
    return this.rooms.view(actor, id);
  }

  @Bind(routes.addReviewNote)
  @Can('review.enter', { object: 'id' })
  async addNote(actor: StaffActor, input: AddReviewNote): Promise<Done> {
    await this.notes.add(actor, input);
    return { done: true };
  }

  @Bind(routes.removeReviewNote)
  @Can('review.enter', { object: 'id' })
  async removeNote(actor: StaffActor, input: RemoveReviewNote): Promise<Done> {
    await this.notes.remove(actor, input);
    return { done: true };
  }

  @Bind(routes.askReviewer)
  @Can('review.ask', { object: 'id' })
  async ask(actor: StaffActor, input: AskReviewer): Promise<Done> {
    await this.reviewers.ask(actor, input);
    return { done: true };
  }

  @Bind(routes.tellHere)
  @Can('review.enter', { object: 'id' })
  here(actor: StaffActor, input: Here): Promise<Presence> {
    return this.reviewers.here(actor, input);
  }

  @Bind(routes.applicationReviews)
  @Can('report.view', { object: 'id', views: true })
  ofApplication(actor: StaffActor, { id }: ById): Promise<ApplicationReviews> {
    return this.panel.ofApplication(actor, id);
  }
}
