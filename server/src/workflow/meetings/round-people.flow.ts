import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { Interview } from '../../interviews/entities/interview.entity.js';
import { InterviewReader } from '../../interviews/interview-reader.js';
import { MeetingRow, planOf } from '../../interviews/meetings/meeting.entity.js';
import type { CardContent } from '../../notify/card-content.js';
import { roundEndedCard, roundNamedCard } from '../../notify/cards/review.card.js';
import { Cards } from '../../notify/cards.service.js';
import { timeText } from '../../notify/time-text.js';
import { Database } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/jobs/on.js';
import { activeStages } from '../../recruiting/pipeline.states.js';
import { Scorecards } from '../../scoring/review/scorecards.service.js';
import { staffLanguageOf } from '../../staff/staff-language.js';
import { StaffService } from '../../staff/staff.service.js';
import { pages } from '../pages.js';
import { MeetingPlans } from './meeting-plans.service.js';

type Props = Parameters<typeof roundEndedCard>[0];

/** Whom a card about a round goes to, and what it says. */
interface Told {
  row: MeetingRow;
  topic: string;
  to: readonly string[];
  card: (props: Props, of: { name: string; when: string; place: string }) => CardContent;
}

/** People of the company hear that they are in a round, and are asked for their scorecard once it is over. */
@Injectable()
export class RoundPeopleFlow {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly plans: MeetingPlans,
    private readonly scorecards: Scorecards,
    private readonly staff: StaffService,
    private readonly cards: Cards,
  ) {}

  /** Who chose himself knows it. */
  @OnEvent('MeetingStaffed', 'workflow.round')
  async chosen({ payload, eventId }: EventJob<'MeetingStaffed'>): Promise<void> {
    const { interviewId, added, byStaffId } = payload;
    const row = await this.database.read(MeetingRow).findOneBy({ interviewId });
    const names = await this.staff.namesOf([byStaffId]);
    const byName = names.get(byStaffId) ?? '';
    if (row?.cancelledBy === null) {
      await this.tell({
        ...{ row, topic: `round:${interviewId}:${eventId}` },
        to: added.filter((id) => id !== byStaffId),
        card: (props, of) => roundNamedCard(props, { byName, ...of }),
      });
    }
  }

  @OnJob('meeting.rate')
  async ended({ interviewId, startsAt }: JobMap['meeting.rate']): Promise<void> {
    const row = await this.database.read(MeetingRow).findOneBy({ interviewId });
    if (row?.startsAt !== startsAt || row.cancelledBy !== null) {
      return;
    }
    const there = await this.plans.staffOf(this.database.dataSource.manager, row);
    const cards = await this.scorecards.rows({ interviewId });
    const done = cards.filter(({ submittedAt }) => submittedAt !== null);
    await this.tell({
      ...{ row, topic: `rateRound:${interviewId}:${startsAt}`, card: roundEndedCard },
      to: there.filter((id) => !done.some(({ reviewerId }) => reviewerId === id)),
    });
  }

  private async tell({ row, topic, to, card }: Told): Promise<void> {
    const { interviewId, applicationId, companyId } = row;
    const whose = await this.reader.whose(applicationId);
    if (to.length === 0 || !activeStages.includes(whose.application.stage)) {
      return;
    }
    const { place } = await this.database.read(Interview).findOneByOrFail({ id: interviewId });
    await this.database.transaction(async (tx) => {
      const locale = await staffLanguageOf(tx.manager, companyId);
      const { content, candidateName, application } = whose;
      const props = {
        ...{ locale, candidateName, positionName: textIn(content.name, locale) },
        href: pages.review(interviewId),
      };
      const name = textIn(planOf(row, content).name, locale);
      const when = timeText(row.startsAt, tx.now, locale);
      await this.cards.send(tx, {
        ...{ kind: 'notice', topic, companyId, applicationId, personId: application.personId },
        recipients: to.map((id) => ({ kind: 'staff' as const, id })),
        content: card(props, { name, when, place }),
      });
    });
  }
}
