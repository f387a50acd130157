import { Injectable } from '@nestjs/common';
import type { EventJob } from '@zhiyu/contracts/jobs';
import type { CardContent } from '../notify/card-content.js';
import { feedbackAnsweredCard, feedbackCard } from '../notify/cards/office.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database, type Tx } from '../platform/database/database.js';
import { OnEvent } from '../platform/jobs/on.js';
import { FeedbackBox } from '../staff/feedback/feedback.service.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { StaffService } from '../staff/staff.service.js';
import { pageName } from './page-names.js';
import { pages } from './pages.js';

interface Told {
  topic: string;
  companyId: string;
  to: string[];
  content: CardContent;
}

/** What somebody says of a page reaches the administrators, and their answer the writer. */
@Injectable()
export class FeedbackFlow {
  constructor(
    private readonly database: Database,
    private readonly box: FeedbackBox,
    private readonly staff: StaffService,
    private readonly cards: Cards,
  ) {}

  @OnEvent('FeedbackGiven', 'workflow')
  async given({ payload, companyId }: EventJob<'FeedbackGiven'>): Promise<void> {
    const { feedbackId, byStaffId } = payload;
    await this.database.transaction(async (tx) => {
      const said = await this.box.find(feedbackId, tx.manager);
      const admins = await this.staff.withRole(tx.manager, companyId, 'admin');
      const to = admins.map(({ id }) => id).filter((id) => id !== byStaffId);
      if (!said || to.length === 0) {
        return;
      }
      const locale = await staffLanguageOf(tx.manager, companyId);
      const props = { locale, byName: await this.nameOf(tx, byStaffId), href: pages.feedback };
      const what = { page: pageName(said.page, locale), text: said.text };
      const content = feedbackCard(props, what);
      await this.tell(tx, { topic: `feedback:${feedbackId}`, companyId, to, content });
    });
  }

  @OnEvent('FeedbackAnswered', 'workflow')
  async answered({ payload, companyId }: EventJob<'FeedbackAnswered'>): Promise<void> {
    const { feedbackId, byStaffId } = payload;
    await this.database.transaction(async (tx) => {
      const said = await this.box.find(feedbackId, tx.manager);
      if (!said || said.staffId === byStaffId) {
        return;
      }
      const locale = await staffLanguageOf(tx.manager, companyId);
      const props = { locale, byName: await this.nameOf(tx, byStaffId), href: pages.home };
      const content = feedbackAnsweredCard(props, said);
      const topic = `feedback-answer:${feedbackId}`;
      await this.tell(tx, { topic, companyId, to: [said.staffId], content });
    });
  }

  private async nameOf(tx: Tx, staffId: string): Promise<string> {
    return (await this.staff.namesOf([staffId], tx.manager)).get(staffId) ?? '';
  }

  private async tell(tx: Tx, { topic, companyId, to, content }: Told): Promise<void> {
    await this.cards.send(tx, {
      ...{ kind: 'notice', topic, companyId, applicationId: null, personId: companyId, content },
      recipients: to.map((id) => ({ kind: 'staff' as const, id })),
    });
  }
}
