import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import { roundIn, type RoundStage, usualMinutes } from '@zhiyu/contracts/round-values';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { Interview } from '../../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../../interviews/interview-reader.js';
import { Invitations } from '../../interviews/invitations.service.js';
import { freeTimes, quartersOf } from '../../interviews/meetings/free-times.js';
import { HeldTimes } from '../../interviews/meetings/held-times.service.js';
import { MeetingRow } from '../../interviews/meetings/meeting.entity.js';
import type { Tx } from '../../platform/database/database.js';
import { shanghaiHour } from '../../platform/time/shanghai.js';
import { activeStages } from '../../recruiting/pipeline.states.js';
import { Holidays } from '../../staff/holidays.service.js';
import { Audience } from '../audience.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Working days that are looked through for a free time. */
const daysAhead = 10;
/** How often so many are looked through. */
const looks = 26;

/** Makes rounds with people, moves and cancels them; nobody of the company is in two at once. */
@Injectable()
export class MeetingPlans {
  constructor(
    private readonly reader: InterviewReader,
    private readonly invitations: Invitations,
    private readonly held: HeldTimes,
    private readonly holidays: Holidays,
    private readonly audience: Audience,
  ) {}

  /**
   * The next round, on the working day and hour that the position's plan says, or at the first free time after it.
   * @param of.taken quarters of an hour that stand in the interviewers' own calendars
   */
  async make(
    tx: Tx,
    whose: Whose,
    { stage, taken }: { stage: RoundStage; taken: ReadonlySet<number> },
  ): Promise<Interview> {
    const { application, content } = whose;
    const { afterDays, hour, place, contact, minutes = usualMinutes } = roundIn(content, stage);
    const { companyId } = application;
    const day = await this.holidays.workingDayAfter(
      tx.manager,
      { companyId, from: tx.now },
      afterDays,
    );
    const staffIds = await this.interviewers(tx.manager, whose);
    const wanted = shanghaiHour(day, hour);
    const of = { companyId, staffIds, interviewId: '', minutes };
    const startsAt = await this.firstFree(tx.manager, of, { day, wanted, taken });
    const interview = await this.invitations.meet(tx, application, { startsAt, place, contact });
    const { positionId } = application;
    const row = rowOf(interview, { positionId, staffIds, minutes, stage });
    await tx.manager.insert(MeetingRow, row);
    await this.hold(tx, row, startsAt);
    this.remind(tx, row);
    return interview;
  }

  /**
   * The planned time, or the first free one after it. Who passed gets his result also where many pass at once: ten
   * working days after ten are looked through, a year of them.
   * @throws timeTaken
   */
  private async firstFree(
    manager: EntityManager,
    of: Pick<MeetingRow, 'companyId' | 'staffIds' | 'interviewId' | 'minutes'>,
    { day, wanted, taken }: { day: string; wanted: number; taken: ReadonlySet<number> },
  ): Promise<number> {
    const planned = quartersOf(wanted, wanted + of.minutes * minuteMs);
    let days = [day];
    let busy = await this.takenBy(manager, of, { days, taken });
    if (!planned.some((quarter) => busy.has(quarter))) {
      return wanted;
    }
    for (let look = 0; look < looks; look += 1) {
      const [found] = freeTimes({ ...of, days, taken: busy, after: wanted, count: 1 });
      if (found !== undefined) {
        return found;
      }
      days = await this.daysAfter(manager, of.companyId, shanghaiHour(days.at(-1) ?? day, 12));
      busy = await this.takenBy(manager, of, { days, taken });
    }
    throw new AppError('timeTaken');
  }

  /** Working days after the day of `from`. */
  async daysAfter(manager: EntityManager, companyId: string, from: number): Promise<string[]> {
    const days: string[] = [];
    let at = from;
    while (days.length < daysAhead) {
      const day = await this.holidays.workingDayAfter(manager, { companyId, from: at }, 1);
      days.push(day);
      at = shanghaiHour(day, 12);
    }
    return days;
  }

  /** Quarters in which somebody of the round is taken on these days. */
  async takenBy(
    manager: EntityManager,
    of: Pick<MeetingRow, 'staffIds' | 'interviewId'>,
    { days, taken }: { days: readonly string[]; taken: ReadonlySet<number> },
  ): Promise<Set<number>> {
    const [first, last] = [days.at(0), days.at(-1)];
    if (first === undefined || last === undefined) {
      return new Set(taken);
    }
    const span = { from: shanghaiHour(first, 0), to: shanghaiHour(last, 24) };
    return new Set([...taken, ...(await this.held.taken(manager, of, span))]);
  }

  /** The round and its arrangement, locked until the transaction ends. @throws notFound */
  async lock(tx: Tx, interviewId: string): Promise<{ row: MeetingRow; interview: Interview }> {
    const found = await tx.manager.findOneBy(MeetingRow, { interviewId });
    if (!found) {
      throw new AppError('notFound');
    }
    await this.reader.lockApplication(tx, found.applicationId);
    const row = await tx.manager.findOneByOrFail(MeetingRow, { interviewId });
    const interview = await tx.manager.findOneByOrFail(Interview, { id: interviewId });
    return { row, interview };
  }

  /**
   * Another time; a cancelled round stands again. The same time again changes nothing.
   * @param by staff; null: the candidate
   * @throws meetingOver once it has begun or the application is closed, timeTaken, invalidInput for the past
   */
  async move(
    tx: Tx,
    { row, interview }: { row: MeetingRow; interview: Interview },
    to: { startsAt: number; by: string | null },
  ): Promise<void> {
    const { startsAt, by } = to;
    await this.mustBeOpen(tx, row);
    if (startsAt <= tx.now) {
      throw new AppError('invalidInput', {}, [{ path: 'startsAt', message: 'past' }]);
    }
    if (row.startsAt === startsAt && row.cancelledBy === null) {
      return;
    }
    const changes = row.changes + 1;
    Object.assign(row, { startsAt, cancelledBy: null, changes });
    await this.hold(tx, row, startsAt);
    await tx.manager.save(MeetingRow, row);
    const again = { startsAt, deadline: startsAt, state: 'invited' as const };
    await tx.manager.update(Interview, { id: interview.id }, again);
    this.remind(tx, row);
    const { applicationId, interviewId, companyId } = row;
    tx.emit('MeetingMoved', companyId, { applicationId, interviewId, startsAt, byStaffId: by });
  }

  /**
   * Others are there of the company, at the same time.
   * @returns those who were not there before
   * @throws meetingOver once it has begun or the application is closed, timeTaken where one of them is in another round
   */
  async staff(tx: Tx, row: MeetingRow, staffIds: string[]): Promise<string[]> {
    await this.mustBeOpen(tx, row);
    const before = await this.staffOf(tx.manager, row);
    row.staffIds = staffIds;
    if (row.cancelledBy === null) {
      await this.hold(tx, row, row.startsAt);
    }
    await tx.manager.update(MeetingRow, { interviewId: row.interviewId }, { staffIds });
    return staffIds.filter((id) => !before.includes(id));
  }

  /** Nothing where it is cancelled. @param by staff; null: the candidate @throws meetingOver */
  async cancel(tx: Tx, row: MeetingRow, by: string | null): Promise<void> {
    await this.mustBeOpen(tx, row);
    if (row.cancelledBy !== null) {
      return;
    }
    const change = {
      cancelledBy: by === null ? ('candidate' as const) : ('staff' as const),
      changes: row.changes + 1,
    };
    const { applicationId, interviewId, companyId } = row;
    Object.assign(row, change);
    await tx.manager.update(MeetingRow, { interviewId }, change);
    await tx.manager.update(Interview, { id: interviewId }, { state: 'cancelled' });
    await this.held.release(tx, interviewId);
    tx.emit('MeetingCancelled', companyId, { applicationId, interviewId, byStaffId: by });
  }

  /**
   * Every round to come of an application that has ended, or has gone on to the last one; it is said otherwise.
   * @param of.except rounds of this stage stay
   */
  async dropAll(
    tx: Tx,
    applicationId: string,
    { by: cancelledBy, except }: { by: 'candidate' | 'staff'; except: RoundStage | null },
  ): Promise<void> {
    await this.reader.lockApplication(tx, applicationId);
    const rows = await tx.manager.findBy(MeetingRow, {
      ...{ applicationId, cancelledBy: IsNull(), startsAt: MoreThan(tx.now) },
    });
    for (const { interviewId } of rows.filter((row) => except === null || row.stage !== except)) {
      await this.held.release(tx, interviewId);
      await tx.manager.update(MeetingRow, { interviewId }, { cancelledBy });
      await tx.manager.update(Interview, { id: interviewId }, { state: 'cancelled' });
    }
  }

  /** Who is there: named ones, otherwise who decides. */
  async staffOf(manager: EntityManager, row: MeetingRow): Promise<string[]> {
    return row.staffIds.length > 0
      ? row.staffIds
      : this.interviewers(manager, await this.reader.whose(row.applicationId, manager));
  }

  private async hold(tx: Tx, row: MeetingRow, startsAt: number): Promise<void> {
    const staffIds = await this.staffOf(tx.manager, row);
    const { interviewId, companyId, minutes } = row;
    await this.held.hold(tx, { interviewId, companyId, minutes, staffIds }, startsAt);
  }

  /** The responsible HR and the head of the department; where nobody is responsible, not everybody who could be. */
  async interviewers(manager: EntityManager, whose: Whose): Promise<string[]> {
    const hr = await this.audience.hr(manager, whose);
    const deciders = await this.audience.deciders(manager, whose);
    const head = deciders.filter(({ id }) => !hr.some((one) => one.id === id));
    const responsible = hr.length > 1 && head.length > 0 ? [] : hr.slice(0, 1);
    return [...responsible, ...head].map(({ id }) => id);
  }

  private async mustBeOpen(tx: Tx, row: MeetingRow): Promise<void> {
    const { application } = await this.reader.whose(row.applicationId, tx.manager);
    const begun = row.cancelledBy === null && row.startsAt <= tx.now;
    if (begun || !activeStages.includes(application.stage)) {
      throw new AppError('meetingOver');
    }
  }

  private remind(tx: Tx, { interviewId, startsAt, minutes }: MeetingRow): void {
    const runAt = startsAt + minutes * minuteMs;
    tx.enqueue('meeting.rate', { interviewId, startsAt }, { runAt });
    const at = { day: startsAt - dayMs, hour: startsAt - 60 * minuteMs };
    for (const before of ['day', 'hour'] as const) {
      if (at[before] > tx.now) {
        tx.enqueue('meeting.remind', { interviewId, startsAt, before }, { runAt: at[before] });
      }
    }
  }
}

function rowOf(
  interview: Interview,
  of: Pick<MeetingRow, 'positionId' | 'staffIds' | 'minutes' | 'stage'>,
): MeetingRow {
  const { id: interviewId, companyId, applicationId, startsAt } = interview;
  return {
    ...{ interviewId, companyId, applicationId, startsAt: startsAt ?? 0, ...of },
    ...{ offered: [], changes: 0, cancelledBy: null },
  };
}
