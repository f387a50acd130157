import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { AnswerOwnOffer, OwnOffer } from '@zhiyu/contracts/offers';
import { InterviewReader } from '../../interviews/interview-reader.js';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { Offers } from '../../recruiting/offers/offers.service.js';
import { OfferSteps } from './offer-steps.service.js';

/** The candidate's own offer: read, accepted or turned down. */
@Injectable()
export class OwnOffers {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly offers: Offers,
    private readonly steps: OfferSteps,
    private readonly clock: Clock,
  ) {}

  /** The newest that was sent: what is still written or approved, the candidate does not see. */
  async view({ applicationId }: CandidateActor): Promise<OwnOffer> {
    const whose = await this.reader.whose(applicationId);
    const sent = (await this.offers.of(applicationId)).find(({ sentAt }) => sentAt !== null);
    return {
      offer: sent
        ? {
            ...{ id: sent.id, state: sent.state, terms: sent.terms, sentAt: sent.sentAt },
            ...{ expiresAt: sent.expiresAt, answeredAt: sent.answeredAt },
            // What the company wrote when it took it back; the own words are known.
            words: sent.state === 'withdrawn' ? sent.words : '',
          }
        : null,
      positionName: textIn(whose.content.name, whose.locale),
      companyName: whose.companyName,
      contactName: whose.contactName,
      serverNow: this.clock.now(),
    };
  }

  /** @throws offerOver */
  async answer(actor: CandidateActor, answer: AnswerOwnOffer): Promise<OwnOffer> {
    await this.database.transaction((tx) => this.steps.reply(tx, actor.applicationId, answer));
    return this.view(actor);
  }
}
