import { Controller } from '@nestjs/common';
import type { Nothing } from '@zhiyu/contracts/basics';
import type {
  AnswerOffer,
  AnswerOwnOffer,
  Arrival,
  OfferList,
  OwnOffer,
  SaveOffer,
  WithdrawOffer,
} from '@zhiyu/contracts/offers';
import { routes } from '@zhiyu/contracts/routes';
import type { CandidateActor, StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { OfferDesk } from './offer-desk.service.js';
import { OwnOffers } from './own-offers.service.js';

/** Offers to candidates. */
@Controller()
export class OffersController {
  constructor(
    private readonly desk: OfferDesk,
    private readonly own: OwnOffers,
  ) {}

  @Bind(routes.offers)
  @Can('offer.view', { object: 'id', views: true })
  list(actor: StaffActor, { id }: { id: string }): Promise<OfferList> {
    return this.desk.list(actor, id);
  }

  @Bind(routes.saveOffer)
  @Can('offer.write', { object: 'id' })
  save(actor: StaffActor, input: SaveOffer): Promise<OfferList> {
    return this.desk.save(actor, input);
  }

  @Bind(routes.submitOffer)
  @Can('offer.write', { object: 'id' })
  submit(actor: StaffActor, { id }: { id: string }): Promise<OfferList> {
    return this.desk.submit(actor, id);
  }

  @Bind(routes.answerOffer)
  @Can('offer.approve', { object: 'id' })
  answer(actor: StaffActor, input: AnswerOffer): Promise<OfferList> {
    return this.desk.answer(actor, input);
  }

  @Bind(routes.withdrawOffer)
  @Can('offer.write', { object: 'id' })
  withdraw(actor: StaffActor, input: WithdrawOffer): Promise<OfferList> {
    return this.desk.withdraw(actor, input);
  }

  @Bind(routes.tellArrival)
  @Can('offer.write', { object: 'id' })
  arrive(actor: StaffActor, input: Arrival): Promise<OfferList> {
    return this.desk.arrive(actor, input);
  }

  @Bind(routes.ownOffer)
  @Can('own.view')
  view(actor: CandidateActor, _input: Nothing): Promise<OwnOffer> {
    return this.own.view(actor);
  }

  @Bind(routes.answerOwnOffer)
  @Can('own.decide')
  reply(actor: CandidateActor, input: AnswerOwnOffer): Promise<OwnOffer> {
    return this.own.answer(actor, input);
  }
}
