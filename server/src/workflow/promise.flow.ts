import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { InterviewReader } from '../interviews/interview-reader.js';
import { noticeCard } from '../notify/cards/notice.card.js';
import { promiseEndCard, promiseHalfCard } from '../notify/cards/promise-due.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database } from '../platform/database/database.js';
import { OnEvent, OnJob } from '../platform/jobs/on.js';
import { PromiseRow } from '../recruiting/entities/application.entity.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { Audience } from './audience.js';
import { pages } from './pages.js';
import { Results } from './results.js';

/** Promises to candidates (R9): made when an interview is handed in, reminded at half time, raised at the end. */
@Injectable()
export class PromiseFlow {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly audience: Audience,
    private readonly results: Results,
    private readonly cards: Cards,
  ) {}

  @OnEvent('InterviewCompleted', 'workflow.promise')
  async completed(event: EventJob<'InterviewCompleted'>): Promise<void> {
    const { applicationId, interviewId } = event.payload;
    await this.database.transaction(async (tx) => {
      const topic = `scoring:${interviewId}:${event.eventId}`;
      if (await this.cards.byTopic(tx.manager, topic)) {
        return;
      }
      const whose = await this.reader.whose(applicationId, tx.manager);
      const answerBy = await this.results.promise(tx, whose);
      const { application, locale, content } = whose;
      const props = {
        locale,
        positionName: textIn(content.name, locale),
        now: tx.now,
        href: pages.status,
      };
      await this.cards.send(tx, {
        kind: 'notice',
        topic,
        companyId: application.companyId,
        applicationId,
        personId: application.personId,
        recipients: this.audience.candidate(whose),
        content: noticeCard(props, { about: 'scoring', deciderName: whose.contactName, answerBy }),
      });
    });
  }

  @OnJob('promise.remind')
  async remind(job: JobMap['promise.remind']): Promise<void> {
    await this.database.transaction(async (tx) => {
      const promise = await tx.manager.findOneByOrFail(PromiseRow, { id: job.promiseId });
      if (promise.keptAt !== null) {
        return;
      }
      const whose = await this.reader.whose(promise.applicationId, tx.manager);
      const ended = job.at === 'end';
      if (ended) {
        await tx.manager.update(PromiseRow, { id: promise.id }, { state: 'broken' });
      }
      const locale = await staffLanguageOf(tx.manager, promise.companyId);
      const props = {
        locale,
        candidateName: whose.candidateName,
        positionName: textIn(whose.content.name, locale),
        ownerName: whose.contactName,
        dueAt: promise.dueAt,
        now: tx.now,
        href: pages.file(promise.applicationId),
      };
      await this.cards.send(tx, {
        kind: 'promiseDue',
        topic: `promise:${promise.id}:${job.at}`,
        companyId: promise.companyId,
        applicationId: promise.applicationId,
        personId: whose.application.personId,
        recipients: ended
          ? await this.audience.lead(tx.manager, whose)
          : await this.audience.hr(tx.manager, whose),
        content: ended ? promiseEndCard(props) : promiseHalfCard(props),
      });
      const payload = { applicationId: promise.applicationId, promiseId: promise.id, at: job.at };
      tx.emit('PromiseDue', promise.companyId, payload);
    });
  }
}
