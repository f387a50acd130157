import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { InterviewReader } from '../interviews/interview-reader.js';
import { noticeCard } from '../notify/cards/notice.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database } from '../platform/database/database.js';
import { OnEvent } from '../platform/jobs/on.js';
import { OwnTests } from '../scoring/written-tests/own-tests.service.js';
import { Audience } from './audience.js';
import { pages } from './pages.js';

/** A written test that was sent reaches the candidate as a card. */
@Injectable()
export class TestFlow {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly tests: OwnTests,
    private readonly audience: Audience,
    private readonly cards: Cards,
  ) {}

  @OnEvent('TestSent', 'workflow')
  async sent({ payload, companyId }: EventJob<'TestSent'>): Promise<void> {
    const { applicationId, sittingId, deadline } = payload;
    const test = (await this.tests.ofApplication(applicationId)).find(({ id }) => id === sittingId);
    if (!test) {
      return;
    }
    await this.database.transaction(async (tx) => {
      const whose = await this.reader.whose(applicationId, tx.manager);
      const { locale, content } = whose;
      const positionName = textIn(content.name, locale);
      const props = { locale, positionName, now: tx.now, href: pages.test(sittingId) };
      const { title, minutes } = test;
      await this.cards.send(tx, {
        kind: 'notice',
        topic: `test:${sittingId}`,
        companyId,
        applicationId,
        personId: whose.application.personId,
        recipients: this.audience.candidate(whose),
        content: noticeCard(props, { about: 'writtenTest', title, minutes, deadline }),
      });
    });
  }
}
