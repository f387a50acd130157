import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader } from '../interviews/interview-reader.js';
import type { CardContent } from '../notify/card-content.js';
import { apartCard, mentionCard, reviewAskedCard } from '../notify/cards/review.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database } from '../platform/database/database.js';
import { OnEvent } from '../platform/jobs/on.js';
import { ReviewNotes } from '../scoring/review/review-notes.service.js';
import { Scorecards } from '../scoring/review/scorecards.service.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { StaffService } from '../staff/staff.service.js';
import { pages } from './pages.js';

/** What a card of the review room is about, and to whom it goes. */
interface Told {
  topic: string;
  applicationId: string;
  companyId: string;
  to: string[];
  href: string;
  card: (props: Parameters<typeof reviewAskedCard>[0]) => CardContent;
}

/** What happens in the review room reaches people in their chat: named in a comment, asked to rate, far apart. */
@Injectable()
export class ReviewFlow {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly notes: ReviewNotes,
    private readonly scorecards: Scorecards,
    private readonly staff: StaffService,
    private readonly cards: Cards,
  ) {}

  @OnEvent('ReviewNoted', 'workflow')
  async noted({ payload, companyId }: EventJob<'ReviewNoted'>): Promise<void> {
    const { applicationId, interviewId, noteId } = payload;
    const note = await this.notes.find(noteId);
    if (!note) {
      return;
    }
    const { place, text, authorId, authorName: byName } = note;
    await this.tell({
      ...{ topic: `mention:${noteId}`, applicationId, companyId },
      to: note.mentions.map(({ id }) => id).filter((id) => id !== authorId),
      href: pages.review(interviewId, place),
      card: (props) => mentionCard(props, { byName, text, seconds: place.at }),
    });
  }

  @OnEvent('ReviewerAsked', 'workflow')
  async asked({ payload, companyId }: EventJob<'ReviewerAsked'>): Promise<void> {
    const { applicationId, interviewId, staffId, byStaffId } = payload;
    const byName = (await this.staff.namesOf([byStaffId])).get(byStaffId) ?? '';
    const where = { id: interviewId, kind: 'human' as const };
    const seen = await this.database.read(Interview).existsBy(where);
    await this.tell({
      ...{ topic: `rate:${interviewId}:${staffId}`, applicationId, companyId, to: [staffId] },
      href: pages.review(interviewId),
      card: (props) => reviewAskedCard(props, byName, seen),
    });
  }

  /** Once for each scorecard that brought it about: the next one may be about other dimensions. */
  @OnEvent('ReviewersApart', 'workflow')
  async apart({ payload, companyId }: EventJob<'ReviewersApart'>): Promise<void> {
    const { applicationId, interviewId, scorecardId, dimensions } = payload;
    const cards = await this.scorecards.submitted({ interviewId });
    await this.tell({
      ...{ topic: `apart:${scorecardId}`, applicationId, companyId },
      to: cards.map(({ reviewerId }) => reviewerId),
      href: pages.review(interviewId),
      card: (props) => apartCard(props, dimensions),
    });
  }

  private async tell({ topic, applicationId, companyId, to, href, card }: Told): Promise<void> {
    if (to.length === 0) {
      return;
    }
    await this.database.transaction(async (tx) => {
      const { application, candidateName, content } = await this.reader.whose(
        applicationId,
        tx.manager,
      );
      const locale = await staffLanguageOf(tx.manager, companyId);
      const positionName = textIn(content.name, locale);
      await this.cards.send(tx, {
        ...{ kind: 'notice', topic, companyId, applicationId },
        personId: application.personId,
        recipients: to.map((id) => ({ kind: 'staff' as const, id })),
        content: card({ locale, candidateName, positionName, href }),
      });
    });
  }
}
