import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  MeetingList,
  MeetingTimes as Times,
  MeetingView,
  MoveMeeting,
  OfferTimes,
} from '@zhiyu/contracts/meetings';
import { MoreThan } from 'typeorm';
import { Interview } from '../../interviews/entities/interview.entity.js';
import { InterviewReader } from '../../interviews/interview-reader.js';
import { MeetingRow, planOf } from '../../interviews/meetings/meeting.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { shanghaiDay, shanghaiHour } from '../../platform/time/shanghai.js';
import { Applications } from '../../recruiting/applications.service.js';
import { activeStages } from '../../recruiting/pipeline.states.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { mayOn } from '../../staff/access.js';
import { StaffService } from '../../staff/staff.service.js';
import { staffLanguageOf } from '../../staff/staff-language.js';
import { Workplace } from '../../workplace/workplace.js';
import { MeetingPlans } from './meeting-plans.service.js';
import { MeetingTimes } from './meeting-times.service.js';

const act = 'application.decide';
const shownAtMost = 200;

/** Rounds with people as those arrange them who decide: seen, offered, moved, cancelled. */
@Injectable()
export class MeetingDesk {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly reader: InterviewReader,
    private readonly plans: MeetingPlans,
    private readonly times: MeetingTimes,
    private readonly staff: StaffService,
    private readonly workplace: Workplace,
    private readonly clock: Clock,
  ) {}

  async list(actor: StaffActor): Promise<MeetingList> {
    const today = shanghaiHour(shanghaiDay(this.clock.now()), 0);
    const { companyId } = actor;
    const rows = await this.database.read(MeetingRow).find({
      where: { companyId, startsAt: MoreThan(today) },
      order: { startsAt: 'ASC', interviewId: 'ASC' },
      take: shownAtMost,
    });
    const positions = await this.database.read(Position).findBy({ companyId });
    const seen = new Set(positions.filter((one) => mayOn(actor, act, one)).map(({ id }) => id));
    const own = rows.filter(({ positionId }) => seen.has(positionId));
    const views = await Promise.all(own.map((row) => this.view(actor, row)));
    return {
      meetings: views.filter((view) => view !== null),
      calendar: this.workplace.calendar()?.chat ?? null,
    };
  }

  async free(actor: StaffActor, id: string): Promise<Times> {
    const free = await this.times.free(await this.required(actor, id));
    const names = await this.staff.namesOf(free.people.map((one) => one.id));
    const people = free.people.map((one) => ({ ...one, name: names.get(one.id) ?? '' }));
    return { ...free, people };
  }

  /** @throws timeTaken for a time that another round of these people has */
  async offer(actor: StaffActor, { id, times }: OfferTimes): Promise<MeetingView> {
    await this.required(actor, id);
    await this.database.transaction(async (tx) => {
      const { row } = await this.plans.lock(tx, id);
      const offered = [...new Set(times)].filter((at) => at > tx.now).sort((one, two) => one - two);
      await tx.manager.update(MeetingRow, { interviewId: id }, { offered });
      const { applicationId, companyId } = row;
      const fact = { applicationId, interviewId: id, times: offered.length, byStaffId: actor.id };
      tx.emit('MeetingOffered', companyId, fact);
    });
    return this.one(actor, id);
  }

  /** @throws noFreeTime where nobody chose a time and there is none */
  async move(actor: StaffActor, { id, startsAt }: MoveMeeting): Promise<MeetingView> {
    const row = await this.required(actor, id);
    const to = startsAt ?? (await this.next(row));
    await this.database.transaction(async (tx) => {
      await this.plans.move(tx, await this.plans.lock(tx, id), { startsAt: to, by: actor.id });
    });
    return this.one(actor, id);
  }

  async cancel(actor: StaffActor, id: string): Promise<MeetingView> {
    await this.required(actor, id);
    await this.database.transaction(async (tx) => {
      await this.plans.cancel(tx, (await this.plans.lock(tx, id)).row, actor.id);
    });
    return this.one(actor, id);
  }

  /** Later than now it is; of a cancelled round the first free one. */
  private async next(row: MeetingRow): Promise<number> {
    const { times } = await this.times.free(row);
    const after = row.cancelledBy === null ? row.startsAt : 0;
    const found = times.find((at) => at > after) ?? times[0];
    if (found === undefined) {
      throw new AppError('noFreeTime');
    }
    return found;
  }

  /** @throws notFound, notAllowed */
  async required(actor: StaffActor, interviewId: string): Promise<MeetingRow> {
    const row = await this.database.read(MeetingRow).findOneBy({ interviewId });
    if (!row) {
      throw new AppError('notFound');
    }
    await this.applications.require(actor, row.applicationId, act);
    return row;
  }

  async one(actor: StaffActor, interviewId: string): Promise<MeetingView> {
    const view = await this.view(actor, await this.required(actor, interviewId), true);
    if (!view) {
      throw new AppError('notFound');
    }
    return view;
  }

  /** Null where the application is closed. */
  private async view(
    actor: StaffActor,
    row: MeetingRow,
    also = false,
  ): Promise<MeetingView | null> {
    const whose = await this.reader.whose(row.applicationId);
    if (!also && !activeStages.includes(whose.application.stage)) {
      return null;
    }
    const { manager } = this.database.dataSource;
    const interview = await manager.findOneByOrFail(Interview, { id: row.interviewId });
    const staffIds = await this.plans.staffOf(manager, row);
    const names = await this.staff.namesOf(staffIds, manager);
    const locale = await staffLanguageOf(manager, actor.companyId);
    const { interviewId, applicationId, startsAt, minutes, changes, cancelledBy } = row;
    return {
      ...{ interviewId, applicationId, startsAt, minutes, changes, cancelledBy },
      candidateName: whose.candidateName,
      positionName: textIn(whose.content.name, locale),
      roundName: textIn(planOf(row, whose.content).name, locale),
      ...{ place: interview.place, contact: interview.contact },
      interviewers: staffIds.map((id) => ({ id, name: names.get(id) ?? '' })),
      offered: row.offered.filter((at) => at > this.clock.now()),
    };
  }
}
