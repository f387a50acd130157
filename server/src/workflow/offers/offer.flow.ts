import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { InterviewReader, type Whose } from '../../interviews/interview-reader.js';
import { CardActions, type CardPress, type PressOutcome } from '../../notify/card-actions.js';
import { contentOf } from '../../notify/card-content.js';
import { offerSettled } from '../../notify/cards/offer.card.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/jobs/on.js';
import { type OpenedOffer, Offers } from '../../recruiting/offers/offers.service.js';
import { requireOn } from '../../staff/access.js';
import { SignIn } from '../../staff/sign-in.service.js';
import { StaffService } from '../../staff/staff.service.js';
import { OfferApprovers } from './offer-approvers.service.js';
import { OfferMessages } from './offer-messages.service.js';
import { OfferSteps } from './offer-steps.service.js';

/** An offer as it was found after a step, and who made the step. */
interface After {
  whose: Whose;
  offer: OpenedOffer;
  byName: string;
  eventId: string;
}

/** Who hears of an offer's steps, the second yes from the chat, and what time does by itself. */
@Injectable()
export class OfferFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly offers: Offers,
    private readonly steps: OfferSteps,
    private readonly messages: OfferMessages,
    private readonly approvers: OfferApprovers,
    private readonly actions: CardActions,
    private readonly signIn: SignIn,
    private readonly staff: StaffService,
  ) {}

  onModuleInit(): void {
    this.actions.on('offer', (tx, press) => this.pressed(tx, press));
  }

  @OnEvent('OfferChanged', 'workflow.offer')
  async changed({ payload, eventId }: EventJob<'OfferChanged'>): Promise<void> {
    const { offerId, byStaffId, state } = payload;
    const to = state === 'approval' ? await this.askedOf(payload.applicationId, offerId) : [];
    await this.database.transaction(async (tx) => {
      const offer = await this.offers.find(tx.manager, offerId);
      if (!offer) {
        return; // the person was erased
      }
      const whose = await this.reader.whose(offer.applicationId, tx.manager);
      const byName = (await this.staff.namesOf([byStaffId], tx.manager)).get(byStaffId ?? '') ?? '';
      if (state !== 'approval') {
        await this.moved(tx, { whose, offer, eventId, byName }, state);
      } else if (offer.state === 'approval') {
        // Otherwise it was answered or taken back before anybody was asked.
        await this.messages.ask(tx, whose, { offer, byName, to, turn: eventId });
      }
    });
  }

  /** Who passed the last round gets an offer from somebody; who has left gets none. */
  @OnEvent('ApplicationMoved', 'workflow.offer')
  async left({ payload, eventId }: EventJob<'ApplicationMoved'>): Promise<void> {
    const { applicationId, from, to } = payload;
    if (to !== 'offer' && (from !== 'offer' || to === 'hired')) {
      return;
    }
    await this.database.transaction(async (tx) => {
      if (to !== 'offer') {
        const dropped = await this.steps.drop(tx, applicationId);
        if (dropped) {
          const settled = { how: 'takenBack' as const, byName: '', at: tx.now, words: '' };
          await this.messages.settle(tx, dropped, settled);
        }
        return;
      }
      const whose = await this.reader.whose(applicationId, tx.manager);
      const topic = `offer-due:${applicationId}:${eventId}`;
      await this.messages.tellStaff(tx, whose, { topic, news: { about: 'write' } });
    });
  }

  @OnJob('offer.remind')
  async remind({ offerId }: JobMap['offer.remind']): Promise<void> {
    await this.withOpen(offerId, 'sent', (tx, whose, offer) =>
      this.messages.tellCandidate(tx, whose, { offer, news: 'remind' }),
    );
  }

  @OnJob('offer.expire')
  async expire({ offerId }: JobMap['offer.expire']): Promise<void> {
    await this.database.transaction((tx) => this.steps.expire(tx, offerId));
  }

  @OnJob('offer.begin')
  async begin({ offerId }: JobMap['offer.begin']): Promise<void> {
    await this.withOpen(offerId, 'accepted', (tx, whose, offer) =>
      this.messages.tellStaff(tx, whose, {
        topic: `offer-begin:${offerId}`,
        news: { about: 'begin', startsOn: offer.terms.startsOn },
        also: offer.byStaffId,
      }),
    );
  }

  private async withOpen(
    offerId: string,
    state: OpenedOffer['state'],
    work: (tx: Tx, whose: Whose, offer: OpenedOffer) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const offer = await this.offers.find(tx.manager, offerId);
      if (offer?.state === state) {
        await work(tx, await this.reader.whose(offer.applicationId, tx.manager), offer);
      }
    });
  }

  /** Before the transaction: rights are read beside it. */
  private async askedOf(applicationId: string, offerId: string): Promise<string[]> {
    const { position } = await this.reader.whose(applicationId);
    const offer = await this.offers.find(this.database.dataSource.manager, offerId);
    const all = await this.approvers.of(position, offer?.byStaffId ?? '');
    return all.map(({ id }) => id);
  }

  private async moved(tx: Tx, after: After, state: OpenedOffer['state']): Promise<void> {
    const { offer } = after;
    switch (state) {
      case 'draft':
        return this.givenBack(tx, after);
      case 'sent':
        return this.sent(tx, after);
      case 'withdrawn':
        return this.withdrawn(tx, after);
      case 'accepted':
        return this.tell(tx, after, { about: 'accepted', startsOn: offer.terms.startsOn });
      case 'declined':
        return this.tell(tx, after, { about: 'declined', words: offer.words });
      case 'expired':
        await this.messages.tellCandidate(tx, after.whose, { offer, news: 'expired' });
        return this.tell(tx, after, { about: 'expired' });
      default:
    }
  }

  private tell(
    tx: Tx,
    { whose, offer, eventId }: After,
    news: Parameters<OfferMessages['tellStaff']>[2]['news'],
  ): Promise<void> {
    const topic = `offer-news:${offer.id}:${eventId}`;
    return this.messages.tellStaff(tx, whose, { topic, news, also: offer.byStaffId });
  }

  /** A first draft, and one that was taken back, are nobody's news; a no has words. */
  private async givenBack(tx: Tx, after: After): Promise<void> {
    const { offer, byName } = after;
    if (offer.words !== '') {
      await this.tell(tx, after, { about: 'refused', byName, words: offer.words });
    }
  }

  private async sent(tx: Tx, after: After): Promise<void> {
    const { whose, offer, byName } = after;
    await this.messages.tellCandidate(tx, whose, { offer, news: 'sent' });
    if (offer.approvedBy !== null) {
      await this.tell(tx, after, { about: 'sent', byName });
    }
  }

  /** Who ended the application himself, or was told of its end, needs no second word. */
  private async withdrawn(tx: Tx, { whose, offer }: After): Promise<void> {
    if (offer.sentAt !== null && whose.application.stage === 'offer') {
      await this.messages.tellCandidate(tx, whose, { offer, news: 'takenBack' });
    }
  }

  private async pressed(tx: Tx, { card, row, action }: CardPress): Promise<PressOutcome> {
    const actor = await this.signIn.actorOfPress(action.actor.id, tx.manager);
    const yes = action.action === 'grant';
    if (!actor || !row.applicationId || !(yes || action.action === 'refuse')) {
      throw new AppError('notAllowed');
    }
    const { position } = await this.reader.whose(row.applicationId, tx.manager);
    requireOn(actor, 'offer.approve', position);
    const words = yes ? '' : (action.text ?? '').trim();
    const offer = await this.steps.answer(tx, row.applicationId, { yes, words, by: actor.id });
    const how = yes ? ('approved' as const) : ('refused' as const);
    const settled = { how, byName: actor.name, at: tx.now, words };
    await this.messages.settle(tx, offer, { ...settled, but: row.id });
    const content = offerSettled(contentOf(card), settled);
    return { effective: true, message: '', content, state: 'done' };
  }
}
