import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { contentOf } from '../notify/card-content.js';
import { alertCard, alertEnded } from '../notify/cards/alert.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database } from '../platform/database/database.js';
import { OnEvent } from '../platform/jobs/on.js';
import { PromiseRow } from '../recruiting/entities/application.entity.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { Audience } from './audience.js';
import { pages } from './pages.js';

const topicOf = (promiseId: string) => `alert:promise:${promiseId}`;

/** A broken promise is an alert for those who should have answered; their lead hears of it by the promise's own card. */
@Injectable()
export class PromiseAlertFlow {
  constructor(
    private readonly database: Database,
    private readonly audience: Audience,
    private readonly cards: Cards,
  ) {}

  @OnEvent('PromiseDue', 'workflow.alert')
  async broken({ payload }: EventJob<'PromiseDue'>): Promise<void> {
    const { applicationId, promiseId, at } = payload;
    if (at !== 'end') {
      return;
    }
    await this.database.transaction(async (tx) => {
      const promise = await tx.manager.findOneByOrFail(PromiseRow, { id: promiseId });
      const whose = await this.audience.whose(applicationId, tx.manager);
      const lead = await this.audience.lead(tx.manager, whose);
      const hr = await this.audience.hr(tx.manager, whose);
      const recipients = hr.filter(({ id }) => !lead.some((one) => one.id === id));
      if (promise.keptAt !== null || recipients.length === 0) {
        return;
      }
      const { companyId, personId } = whose.application;
      const locale = await staffLanguageOf(tx.manager, companyId);
      const positionName = textIn(whose.content.name, locale);
      await this.cards.send(tx, {
        ...{ kind: 'alert', topic: topicOf(promiseId), companyId, applicationId, personId },
        recipients,
        content: alertCard(
          { locale, now: tx.now, href: pages.file(applicationId) },
          {
            ...{ about: 'promise', candidateName: whose.candidateName, positionName },
            dueAt: promise.dueAt,
          },
        ),
      });
    });
  }

  @OnEvent('PromiseKept', 'workflow.alert')
  async answered({ payload }: EventJob<'PromiseKept'>): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await this.cards.byTopic(tx.manager, topicOf(payload.promiseId));
      if (found?.card.state === 'open') {
        const content = alertEnded(contentOf(found.card), { by: 'answered', at: tx.now });
        await this.cards.change(tx, found.card.id, content, 'done');
      }
    });
  }
}
