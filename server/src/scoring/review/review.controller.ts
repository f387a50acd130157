import { Controller } from '@nestjs/common';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { ReviewRooms } from './review-room.service.js';

@Controller()
export class ReviewController {
  constructor(private readonly rooms: ReviewRooms) {}

  @Bind(routes.reviewRoom)
  @Can('report.view', { object: 'id', views: true })
  room(actor: StaffActor, { id }: { id: string }): Promise<ReviewRoom> {
    return this.rooms.view(actor, id);
  }
}
