import { Injectable, type OnModuleInit } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { rawPaths } from '@zhiyu/contracts/routes';
import { Interview } from '../../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../../interviews/interview-reader.js';
import { MeetingRow, planOf } from '../../interviews/meetings/meeting.entity.js';
import { CardActions, type CardPress, type PressOutcome } from '../../notify/card-actions.js';
import { contentOf } from '../../notify/card-content.js';
import {
  candidateMeetingCard,
  type CandidateMeetingNews,
  meetingDone,
  staffMeetingCard,
  type StaffMeetingNews,
} from '../../notify/cards/meeting.card.js';
import { Cards } from '../../notify/cards.service.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/jobs/on.js';
import { activeStages } from '../../recruiting/pipeline.states.js';
import { requireOn } from '../../staff/access.js';
import { SignIn } from '../../staff/sign-in.service.js';
import { staffLanguageOf } from '../../staff/staff-language.js';
import { pages } from '../pages.js';
import { MeetingPlans } from './meeting-plans.service.js';
import { MeetingTimes } from './meeting-times.service.js';
import { OwnMeetings } from './own-meetings.service.js';

/** So many other times fit on a card. */
const onACard = 4;

const topicOf = (to: 'candidate' | 'staff', row: MeetingRow, news: string) =>
  `meeting:${row.interviewId}:${to}:${row.changes}:${news}`;

/** Tells the other side what one side has arranged, reminds both, and takes their presses. */
@Injectable()
export class MeetingFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly plans: MeetingPlans,
    private readonly times: MeetingTimes,
    private readonly own: OwnMeetings,
    private readonly cards: Cards,
    private readonly actions: CardActions,
    private readonly signIn: SignIn,
  ) {}

  onModuleInit(): void {
    this.actions.on('meeting', (tx, press) => this.pressed(tx, press));
  }

  @OnEvent('MeetingMoved', 'workflow.meeting')
  async moved({ payload }: EventJob<'MeetingMoved'>): Promise<void> {
    await (payload.byStaffId === null
      ? this.tellStaff(payload.interviewId, 'moved')
      : this.tellCandidate(payload.interviewId, 'moved'));
  }

  @OnEvent('MeetingCancelled', 'workflow.meeting')
  async cancelled({ payload }: EventJob<'MeetingCancelled'>): Promise<void> {
    await (payload.byStaffId === null
      ? this.tellStaff(payload.interviewId, 'cancelled')
      : this.tellCandidate(payload.interviewId, 'cancelled'));
  }

  @OnEvent('MeetingOffered', 'workflow.meeting')
  async offered({ payload, eventId }: EventJob<'MeetingOffered'>): Promise<void> {
    if (payload.times > 0) {
      await this.tellCandidate(payload.interviewId, 'offered', eventId);
    }
  }

  /** What is no longer under way has no round to come, what has gone on to the last one no earlier one: its people are free again. */
  @OnEvent('ApplicationMoved', 'workflow.meeting')
  async left({ payload }: EventJob<'ApplicationMoved'>): Promise<void> {
    const { applicationId, to } = payload;
    if (to === 'final' || !activeStages.includes(to)) {
      const by = to === 'withdrawn' ? 'candidate' : 'staff';
      const except = to === 'final' ? to : null;
      await this.database.transaction((tx) =>
        this.plans.dropAll(tx, applicationId, { by, except }),
      );
    }
  }

  @OnJob('meeting.remind')
  async remind({ interviewId, startsAt, before }: JobMap['meeting.remind']): Promise<void> {
    const row = await this.database.read(MeetingRow).findOneBy({ interviewId });
    if (row?.startsAt === startsAt && row.cancelledBy === null) {
      await this.tellCandidate(interviewId, before);
      await this.tellStaff(interviewId, before);
    }
  }

  /** @param again tells two of the same news apart */
  private async tellCandidate(
    interviewId: string,
    news: CandidateMeetingNews,
    again = '',
  ): Promise<void> {
    const found = await this.facts(interviewId);
    if (!found) {
      return;
    }
    const { row, whose, interview } = found;
    const times = news === 'cancelled' ? [] : await this.times.choice(row);
    const { locale } = whose;
    const { companyId, applicationId } = row;
    await this.database.transaction(async (tx) => {
      await this.cards.send(tx, {
        ...{ kind: 'meeting', companyId, applicationId },
        topic: `${topicOf('candidate', row, news)}${again === '' ? '' : `:${again}`}`,
        personId: whose.application.personId,
        recipients: [{ kind: 'candidate', id: applicationId }],
        content: candidateMeetingCard(
          {
            locale,
            positionName: textIn(whose.content.name, locale),
            now: tx.now,
            round: roundOf(row, whose, interview, locale),
            times: times.slice(0, onACard),
            href: pages.meeting,
            calendarHref: `${rawPaths.calendar}/${interviewId}.ics`,
          },
          news,
        ),
      });
    });
  }

  private async tellStaff(interviewId: string, news: StaffMeetingNews): Promise<void> {
    const found = await this.facts(interviewId);
    if (!found) {
      return;
    }
    const { row, whose, interview } = found;
    const { manager } = this.database.dataSource;
    const times = await this.times.freeChoice(row);
    const staffIds = await this.plans.staffOf(manager, row);
    const locale = await staffLanguageOf(manager, row.companyId);
    const { companyId, applicationId } = row;
    await this.database.transaction(async (tx) => {
      await this.cards.send(tx, {
        ...{ kind: 'meeting', companyId, applicationId },
        topic: topicOf('staff', row, news),
        personId: whose.application.personId,
        recipients: staffIds.map((id) => ({ kind: 'staff', id })),
        content: staffMeetingCard(
          {
            locale,
            candidateName: whose.candidateName,
            positionName: textIn(whose.content.name, locale),
            now: tx.now,
            round: roundOf(row, whose, interview, locale),
            times: times.slice(0, onACard),
            href: pages.meetings,
          },
          news,
        ),
      });
    });
  }

  /** Null where the application has ended. */
  private async facts(interviewId: string) {
    const row = await this.database.read(MeetingRow).findOneBy({ interviewId });
    const interview = await this.database.read(Interview).findOneBy({ id: interviewId });
    if (!row || !interview) {
      return null;
    }
    const whose = await this.reader.whose(row.applicationId);
    return activeStages.includes(whose.application.stage) ? { row, whose, interview } : null;
  }

  private async pressed(tx: Tx, press: CardPress): Promise<PressOutcome> {
    const { action, card, row } = press;
    const interviewId = row.topic.split(':')[1] ?? '';
    const startsAt = action.action === 'move' ? Number(action.value) : null;
    if (!['move', 'cancel'].includes(action.action) || Number.isNaN(startsAt)) {
      throw new AppError('invalidInput', {}, [{ path: 'action', message: card.kind }]);
    }
    await (action.actor.kind === 'staff'
      ? this.byStaff(tx, interviewId, { startsAt, staffId: action.actor.id })
      : this.byCandidate(tx, interviewId, startsAt));
    const content = meetingDone(contentOf(card), startsAt, tx.now);
    return { effective: true, message: '', content, state: 'done' };
  }

  private async byStaff(
    tx: Tx,
    interviewId: string,
    of: { startsAt: number | null; staffId: string },
  ): Promise<void> {
    const actor = await this.signIn.actorOfPress(of.staffId, tx.manager);
    if (!actor) {
      throw new AppError('notAllowed');
    }
    const found = await this.plans.lock(tx, interviewId);
    const { position } = await this.reader.whose(found.row.applicationId, tx.manager);
    requireOn(actor, 'application.decide', position);
    await (of.startsAt === null
      ? this.plans.cancel(tx, found.row, actor.id)
      : this.plans.move(tx, found, { startsAt: of.startsAt, by: actor.id }));
  }

  private async byCandidate(tx: Tx, interviewId: string, startsAt: number | null): Promise<void> {
    if (startsAt !== null) {
      await this.own.chosen(tx, interviewId, startsAt);
      return;
    }
    await this.plans.cancel(tx, (await this.plans.lock(tx, interviewId)).row, null);
  }
}

function roundOf(row: MeetingRow, whose: Whose, interview: Interview, locale: Whose['locale']) {
  const { startsAt, minutes } = row;
  const { place, contact } = interview;
  return {
    name: textIn(planOf(row, whose.content).name, locale),
    minutes,
    startsAt,
    place,
    contact,
  };
}
