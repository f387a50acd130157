import { Controller } from '@nestjs/common';
import type { Accommodations, Extend, RemindMe } from '@zhiyu/contracts/arrangements';
import type { Nothing } from '@zhiyu/contracts/basics';
import type { CandidateInterview } from '@zhiyu/contracts/interview';
import { routes } from '@zhiyu/contracts/routes';
import { Pauses } from '../interviews/pauses.service.js';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { Wishes } from './wishes.service.js';

/** What a candidate arranges for the own interview. */
@Controller()
export class WishesController {
  constructor(
    private readonly wishes: Wishes,
    private readonly pauses: Pauses,
  ) {}

  @Bind(routes.remindMe)
  @Can('own.decide')
  remindMe(actor: CandidateActor, input: RemindMe): Promise<CandidateInterview> {
    return this.wishes.remindMe(actor, input);
  }

  @Bind(routes.extend)
  @Can('own.decide')
  extend(actor: CandidateActor, input: Extend): Promise<CandidateInterview> {
    return this.wishes.extend(actor, input);
  }

  @Bind(routes.accommodate)
  @Can('own.decide')
  accommodate(actor: CandidateActor, input: Accommodations): Promise<CandidateInterview> {
    return this.wishes.accommodate(actor, input);
  }

  @Bind(routes.pause)
  @Can('own.answer')
  pause(actor: CandidateActor, _input: Nothing): Promise<CandidateInterview> {
    return this.pauses.pause(actor);
  }

  @Bind(routes.resume)
  @Can('own.answer')
  resume(actor: CandidateActor, _input: Nothing): Promise<CandidateInterview> {
    return this.pauses.resume(actor);
  }
}
