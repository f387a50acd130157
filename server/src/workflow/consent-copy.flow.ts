import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { agreedShares } from '../interviews/agreed-shares.js';
import { InterviewReader } from '../interviews/interview-reader.js';
import { consentCopyCard } from '../notify/cards/consent-copy.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database } from '../platform/database/database.js';
import { OnEvent } from '../platform/jobs/on.js';
import { Consents } from '../privacy/consents.service.js';
import { Audience } from './audience.js';
import { pages } from './pages.js';

/** A copy of what was agreed to and refused goes to the candidate, each time it changes. */
@Injectable()
export class ConsentCopyFlow {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly consents: Consents,
    private readonly audience: Audience,
    private readonly cards: Cards,
  ) {}

  @OnEvent('ConsentGiven', 'workflow.copy')
  given(event: EventJob<'ConsentGiven'>): Promise<void> {
    return this.copy(event);
  }

  @OnEvent('ConsentWithdrawn', 'workflow.copy')
  withdrawn(event: EventJob<'ConsentWithdrawn'>): Promise<void> {
    return this.copy(event);
  }

  /** Decisions of one moment are one card; what was chosen with the application alone is on its receipt. */
  private async copy({
    at,
    payload,
  }: Pick<EventJob<'ConsentGiven'>, 'at' | 'payload'>): Promise<void> {
    const { applicationId } = payload;
    await this.database.transaction(async (tx) => {
      const state = await this.consents.of(applicationId, tx.manager);
      if (state.automatedAssessment === null) {
        return;
      }
      const whose = await this.reader.whose(applicationId, tx.manager);
      const shares = agreedShares(await this.consents.textsOf(applicationId, tx.manager));
      const { application, locale, content } = whose;
      const { companyId, personId } = application;
      await this.cards.send(tx, {
        ...{ kind: 'notice', topic: `consents:${applicationId}:${at}` },
        ...{ companyId, applicationId, personId, recipients: this.audience.candidate(whose) },
        content: consentCopyCard({
          ...{ locale, positionName: textIn(content.name, locale), at, now: tx.now },
          ...{ companyName: whose.companyName, href: pages.status, state, shares },
        }),
      });
    });
  }
}
