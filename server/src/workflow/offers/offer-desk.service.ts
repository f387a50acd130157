import { Injectable } from '@nestjs/common';
import {
  type AnswerOffer,
  type Arrival,
  type Offer,
  type OfferAct,
  offerActs,
  type OfferList,
  type SaveOffer,
  type WithdrawOffer,
} from '@zhiyu/contracts/offers';
import { endedOffers, type OfferState } from '@zhiyu/contracts/offer-values';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Applications } from '../../recruiting/applications.service.js';
import type { Application } from '../../recruiting/entities/application.entity.js';
import type { Position } from '../../recruiting/entities/position.entity.js';
import { type OpenedOffer, Offers } from '../../recruiting/offers/offers.service.js';
import { Positions } from '../../recruiting/positions.service.js';
import { mayOn } from '../../staff/access.js';
import { StaffService } from '../../staff/staff.service.js';
import { OfferApprovers } from './offer-approvers.service.js';
import { OfferMessages } from './offer-messages.service.js';
import { OfferSteps } from './offer-steps.service.js';

/** Offers as those see them who write and approve them (R40). */
@Injectable()
export class OfferDesk {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly positions: Positions,
    private readonly offers: Offers,
    private readonly steps: OfferSteps,
    private readonly approvers: OfferApprovers,
    private readonly messages: OfferMessages,
    private readonly staff: StaffService,
  ) {}

  async list(actor: StaffActor, id: string): Promise<OfferList> {
    const { application, position } = await this.applications.require(actor, id, 'offer.view');
    const offers = await this.offers.of(id);
    const names = await this.staff.namesOf(
      offers.flatMap(({ byStaffId, approvedBy }) => [byStaffId, approvedBy]),
    );
    const { content } = await this.positions.version(position.versionId);
    const approvers = await this.approvers.of(position, offers[0]?.byStaffId ?? actor.id);
    return {
      offers: offers.map((one) => shown(one, names)),
      can: actsOn(actor, { application, position, newest: offers[0] }),
      approvers: approvers.map(({ name }) => name),
      usual: { pay: content.pay, place: content.place },
    };
  }

  async save(actor: StaffActor, { id, terms }: SaveOffer): Promise<OfferList> {
    return this.act(actor, { id, act: 'offer.write' }, (tx) =>
      this.steps.draft(tx, id, { terms, byStaffId: actor.id }),
    );
  }

  async submit(actor: StaffActor, id: string): Promise<OfferList> {
    const { position } = await this.applications.require(actor, id, 'offer.write');
    const writer = (await this.offers.newest(id))?.byStaffId ?? actor.id;
    const asked = (await this.approvers.of(position, writer)).length > 0;
    return this.act(actor, { id, act: 'offer.write' }, (tx) =>
      this.steps.submit(tx, id, { by: actor.id, asked }),
    );
  }

  answer(actor: StaffActor, { id, yes, words }: AnswerOffer): Promise<OfferList> {
    return this.act(actor, { id, act: 'offer.approve' }, async (tx) => {
      const offer = await this.steps.answer(tx, id, { yes, words, by: actor.id });
      const how = yes ? ('approved' as const) : ('refused' as const);
      await this.messages.settle(tx, offer, { how, byName: actor.name, at: tx.now, words });
    });
  }

  withdraw(actor: StaffActor, { id, words }: WithdrawOffer): Promise<OfferList> {
    return this.act(actor, { id, act: 'offer.write' }, async (tx) => {
      const offer = await this.steps.takeBack(tx, id, { words, by: actor.id });
      const settled = { how: 'takenBack' as const, byName: actor.name, at: tx.now, words: '' };
      await this.messages.settle(tx, offer, settled);
    });
  }

  arrive(actor: StaffActor, { id, came }: Arrival): Promise<OfferList> {
    return this.act(actor, { id, act: 'offer.write' }, (tx) =>
      this.steps.arrive(tx, id, { came, by: actor.id }),
    );
  }

  private async act(
    actor: StaffActor,
    { id, act }: { id: string; act: string },
    work: (tx: Tx) => Promise<void>,
  ): Promise<OfferList> {
    await this.applications.require(actor, id, act);
    await this.database.transaction(work);
    return this.list(actor, id);
  }
}

function shown(offer: OpenedOffer, names: Map<string, string>): Offer {
  const { id, state, terms, words, createdAt, sentAt, expiresAt, answeredAt } = offer;
  return {
    ...{ id, state, terms, words, createdAt, sentAt, expiresAt, answeredAt },
    by: names.get(offer.byStaffId) ?? '',
    approvedBy: offer.approvedBy === null ? null : (names.get(offer.approvedBy) ?? ''),
  };
}

const may: Record<OfferAct, readonly (OfferState | 'none')[]> = {
  write: ['none', 'draft', ...endedOffers],
  submit: ['draft'],
  approve: ['approval'],
  withdraw: ['approval', 'sent'],
  arrive: ['accepted'],
};

/** What this person can do now with the newest offer. */
function actsOn(
  actor: StaffActor,
  of: { application: Application; position: Position; newest: OpenedOffer | undefined },
): OfferAct[] {
  const { application, position, newest } = of;
  if (application.stage !== 'offer') {
    return [];
  }
  const writes = mayOn(actor, 'offer.write', position);
  const approves = mayOn(actor, 'offer.approve', position) && newest?.byStaffId !== actor.id;
  return offerActs
    .filter((act) => (act === 'approve' ? approves : writes))
    .filter((act) => may[act].includes(newest?.state ?? 'none'));
}
