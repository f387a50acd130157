import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { OfferTerms } from '@zhiyu/contracts/offers';
import type { OfferState } from '@zhiyu/contracts/offer-values';
import type { Tx } from '../../platform/database/database.js';
import { shanghaiDay, shanghaiHour } from '../../platform/time/shanghai.js';
import type { Application } from '../../recruiting/entities/application.entity.js';
import { type OpenedOffer, Offers } from '../../recruiting/offers/offers.service.js';
import { Pipeline } from '../../recruiting/pipeline.service.js';

const dayMs = 86_400_000;
/** When on the first day it is asked whether somebody came. */
const askedAtHour = 10;

interface Of {
  application: Application;
  offer: OpenedOffer;
}

/** What can happen to an offer, each step once: whoever comes second finds it over. Who is told is the flow's. */
@Injectable()
export class OfferSteps {
  constructor(
    private readonly offers: Offers,
    private readonly pipeline: Pipeline,
  ) {}

  /** @throws stageRefused where no offer is due, invalidInput for a first day in the past, offerStands */
  async draft(
    tx: Tx,
    applicationId: string,
    draft: { terms: OfferTerms; byStaffId: string },
  ): Promise<void> {
    const application = await this.pipeline.lock(tx, applicationId);
    if (application.stage !== 'offer') {
      throw new AppError('stageRefused', { from: application.stage, to: 'offer' });
    }
    refusePast(tx, draft.terms);
    await this.offers.draft(tx, application, draft);
  }

  /** @param to `asked`: somebody has to say yes first; otherwise it goes out. @throws offerOver, invalidInput */
  async submit(tx: Tx, applicationId: string, to: { by: string; asked: boolean }): Promise<void> {
    const { offer } = await this.at(tx, applicationId, ['draft']);
    refusePast(tx, offer.terms);
    if (to.asked) {
      const fresh = { approvedBy: null, words: '', by: to.by };
      await this.offers.step(tx, offer, { state: 'approval', ...fresh });
      return;
    }
    await this.send(tx, offer, { by: to.by, approvedBy: null });
  }

  /** The second person: a yes sends it, a no gives it back. @throws offerOver, notAllowed for one's own */
  async answer(
    tx: Tx,
    applicationId: string,
    said: { yes: boolean; words: string; by: string },
  ): Promise<OpenedOffer> {
    const { yes, words, by } = said;
    const { offer } = await this.at(tx, applicationId, ['approval']);
    if (offer.byStaffId === by) {
      throw new AppError('notAllowed');
    }
    if (yes) {
      await this.send(tx, offer, { by, approvedBy: by });
      return offer;
    }
    mustSay(words);
    await this.offers.step(tx, offer, { state: 'draft', words, by });
    return offer;
  }

  /** Before approval it is a draft again; sent it is over. @throws offerOver once it was answered */
  async takeBack(
    tx: Tx,
    applicationId: string,
    { words, by }: { words: string; by: string },
  ): Promise<OpenedOffer> {
    const { offer } = await this.at(tx, applicationId, ['approval', 'sent']);
    if (offer.state === 'approval') {
      await this.offers.step(tx, offer, { state: 'draft', words: '', by });
      return offer;
    }
    mustSay(words);
    await this.offers.step(tx, offer, { state: 'withdrawn', words, by });
    return offer;
  }

  /** The candidate's word; a no ends the application. @throws offerOver also for another offer than the one read */
  async reply(
    tx: Tx,
    applicationId: string,
    said: { offerId: string; accept: boolean; words: string },
  ): Promise<void> {
    const { application, offer } = await this.at(tx, applicationId, ['sent']);
    if (offer.id !== said.offerId || (offer.expiresAt ?? 0) <= tx.now) {
      throw new AppError('offerOver');
    }
    const answered = { answeredAt: tx.now, words: said.words, by: null };
    if (!said.accept) {
      await this.offers.step(tx, offer, { state: 'declined', ...answered });
      await this.pipeline.move(tx, application, 'withdrawn');
      return;
    }
    await this.offers.step(tx, offer, { state: 'accepted', ...answered });
    const runAt = Math.max(tx.now, shanghaiHour(offer.terms.startsOn, askedAtHour));
    tx.enqueue('offer.begin', { offerId: offer.id }, { runAt });
  }

  /** Whether who accepted came: hired, or the application ends. @throws offerOver */
  async arrive(tx: Tx, applicationId: string, said: { came: boolean; by: string }): Promise<void> {
    const { application, offer } = await this.at(tx, applicationId, ['accepted']);
    const { came, by } = said;
    const state = came ? 'arrived' : 'absent';
    await this.offers.step(tx, offer, { state, endedAt: tx.now, by });
    await this.pipeline.move(tx, application, came ? 'hired' : 'withdrawn');
    if (came) {
      tx.emit('CandidateHired', application.companyId, { applicationId });
    }
  }

  /** Nothing where it was answered or taken back in time. */
  async expire(tx: Tx, offerId: string): Promise<void> {
    const found = await this.offers.find(tx.manager, offerId);
    if (!found || !(await this.pipeline.find(tx, found.applicationId))) {
      return;
    }
    const offer = await this.offers.find(tx.manager, offerId);
    if (offer?.state === 'sent' && (offer.expiresAt ?? 0) <= tx.now) {
      await this.offers.step(tx, offer, { state: 'expired', by: null });
    }
  }

  /** The application has ended otherwise: nothing is offered any more, and who accepted does not come. */
  async drop(tx: Tx, applicationId: string): Promise<OpenedOffer | null> {
    await this.pipeline.lock(tx, applicationId);
    const offer = await this.offers.newest(applicationId, tx.manager);
    if (offer?.state === 'accepted') {
      await this.offers.step(tx, offer, { state: 'absent', endedAt: tx.now, by: null });
    } else if (offer && ['draft', 'approval', 'sent'].includes(offer.state)) {
      await this.offers.step(tx, offer, { state: 'withdrawn', by: null });
    }
    return offer;
  }

  private async at(tx: Tx, applicationId: string, states: OfferState[]): Promise<Of> {
    const application = await this.pipeline.lock(tx, applicationId);
    const offer = await this.offers.newest(applicationId, tx.manager);
    if (!offer || !states.includes(offer.state) || application.stage !== 'offer') {
      throw new AppError('offerOver');
    }
    return { application, offer };
  }

  private async send(
    tx: Tx,
    offer: OpenedOffer,
    { by, approvedBy }: { by: string; approvedBy: string | null },
  ): Promise<void> {
    refusePast(tx, offer.terms);
    const expiresAt = tx.now + offer.terms.answerDays * dayMs;
    const sent = { approvedBy, sentAt: tx.now, expiresAt, words: '', by };
    await this.offers.step(tx, offer, { state: 'sent', ...sent });
    const { id: offerId } = offer;
    if (expiresAt - dayMs > tx.now) {
      tx.enqueue('offer.remind', { offerId }, { runAt: expiresAt - dayMs });
    }
    tx.enqueue('offer.expire', { offerId }, { runAt: expiresAt });
  }
}

/** @throws invalidInput: who gets it back or loses it reads why */
function mustSay(words: string): void {
  if (words.trim() === '') {
    throw new AppError('invalidInput', {}, [{ path: 'words', message: 'needed' }]);
  }
}

/** @throws invalidInput: nobody begins on a day that is over */
function refusePast(tx: Tx, { startsOn }: OfferTerms): void {
  if (startsOn < shanghaiDay(tx.now)) {
    throw new AppError('invalidInput', {}, [{ path: 'terms.startsOn', message: 'past' }]);
  }
}
