import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import { routes } from '@zhiyu/contracts/routes';
import type { SetPace, Tour, TourReset } from '@zhiyu/contracts/tour';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { Tours } from './tours.service.js';

/**
 * Anybody of the example company may watch and let the story go on: nobody in it is real. Its decision is a decision
 * like any other, and making everything again is the administrator's.
 */
@Controller()
export class TourController {
  constructor(private readonly tours: Tours) {}

  @Bind(routes.tour)
  @Can('self')
  view(actor: StaffActor, _input: Nothing): Promise<Tour> {
    return this.tours.view(actor);
  }

  @Bind(routes.startTour)
  @Can('self')
  start(actor: StaffActor, { pace }: SetPace): Promise<Tour> {
    return this.tours.start(actor, pace);
  }

  @Bind(routes.setTourPace)
  @Can('self')
  setPace(actor: StaffActor, { pace }: SetPace): Promise<Tour> {
    return this.tours.setPace(actor, pace);
  }

  @Bind(routes.decideTour)
  @Can('application.decide')
  decide(actor: StaffActor, _input: Nothing): Promise<Tour> {
    return this.tours.decide(actor);
  }

  @Bind(routes.resetTour)
  @Can('company.edit')
  reset(actor: StaffActor, _input: Nothing): Promise<TourReset> {
    return this.tours.reset(actor);
  }
}
