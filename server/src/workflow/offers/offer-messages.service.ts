import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { Whose } from '../../interviews/interview-reader.js';
import { contentOf, type Recipient } from '../../notify/card-content.js';
import {
  offerApprovalCard,
  type OfferNews,
  offerNewsCard,
  type OfferProps,
  offerSettled,
  type OfferSettled,
} from '../../notify/cards/offer.card.js';
import { ownOfferCard, type OwnOfferNews } from '../../notify/cards/own-offer.card.js';
import { Cards } from '../../notify/cards.service.js';
import type { Tx } from '../../platform/database/database.js';
import type { OpenedOffer } from '../../recruiting/offers/offers.service.js';
import { staffLanguageOf } from '../../staff/staff-language.js';
import { Audience } from '../audience.js';
import { pages } from '../pages.js';

/** The cards about offers, each sent once by its topic. */
@Injectable()
export class OfferMessages {
  constructor(
    private readonly cards: Cards,
    private readonly audience: Audience,
  ) {}

  /** @param of `turn`: tells two questions about the same offer apart */
  async ask(
    tx: Tx,
    whose: Whose,
    of: { offer: OpenedOffer; byName: string; to: string[]; turn: string },
  ): Promise<void> {
    const { offer, byName, to, turn } = of;
    const props = await this.props(tx, whose);
    await this.cards.send(tx, {
      ...{ kind: 'offer', topic: `offer:${offer.id}:${turn}`, ...aboutOf(whose) },
      recipients: to.map((id) => ({ kind: 'staff', id })),
      content: offerApprovalCard(props, { byName, terms: offer.terms }),
    });
  }

  /**
   * Questions about it that are still open show how they ended, in the step's own transaction: nobody says yes to terms
   * that were changed meanwhile. @param but the card that is being pressed
   */
  async settle(
    tx: Tx,
    { id, companyId }: Pick<OpenedOffer, 'id' | 'companyId'>,
    settled: OfferSettled & { but?: string },
  ): Promise<void> {
    const begins = `offer:${id}:`;
    const open = await this.cards.openOf(tx.manager, 'offer', { companyId, begins });
    for (const { row, card } of open.filter((one) => one.row.id !== settled.but)) {
      await this.cards.change(tx, row.id, offerSettled(contentOf(card), settled), 'done');
    }
  }

  /** To the responsible HR and to who wrote it. */
  async tellStaff(
    tx: Tx,
    whose: Whose,
    of: { topic: string; news: OfferNews; also?: string },
  ): Promise<void> {
    const hr = await this.audience.hr(tx.manager, whose);
    const also: Recipient[] = of.also === undefined ? [] : [{ kind: 'staff', id: of.also }];
    await this.cards.send(tx, {
      ...{ kind: 'notice', topic: of.topic, ...aboutOf(whose) },
      recipients: [...hr, ...also],
      content: offerNewsCard(await this.props(tx, whose), of.news),
    });
  }

  async tellCandidate(
    tx: Tx,
    whose: Whose,
    of: { offer: OpenedOffer; news: OwnOfferNews },
  ): Promise<void> {
    const { offer, news } = of;
    const { locale, candidateName, companyName, contactName, content } = whose;
    await this.cards.send(tx, {
      ...{ kind: 'notice', topic: `own-offer:${offer.id}:${news}`, ...aboutOf(whose) },
      recipients: this.audience.candidate(whose),
      content: ownOfferCard(
        {
          ...{ locale, candidateName, companyName, contactName, now: tx.now },
          positionName: textIn(content.name, locale),
          expiresAt: offer.expiresAt ?? tx.now,
          href: pages.offer,
        },
        news,
      ),
    });
  }

  private async props(tx: Tx, whose: Whose): Promise<OfferProps> {
    const { application, candidateName, content } = whose;
    const locale = await staffLanguageOf(tx.manager, application.companyId);
    const positionName = textIn(content.name, locale);
    return { locale, candidateName, positionName, href: pages.decisions(application.id) };
  }
}

function aboutOf({ application: { companyId, id: applicationId, personId } }: Whose) {
  return { companyId, applicationId, personId };
}
