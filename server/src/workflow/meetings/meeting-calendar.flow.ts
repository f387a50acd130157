import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { IsNull, MoreThan } from 'typeorm';
import { Interview } from '../../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../../interviews/interview-reader.js';
import { MeetingRow, planOf } from '../../interviews/meetings/meeting.entity.js';
import { AddressBook } from '../../notify/address-book.js';
import { Database } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/jobs/on.js';
import { AppLog } from '../../platform/log/app-log.js';
import { Runtime } from '../../platform/runtime.js';
import { Clock } from '../../platform/time/clock.js';
import { activeStages } from '../../recruiting/pipeline.states.js';
import { CalendarRefused, Workplace } from '../../workplace/workplace.js';
import { pages } from '../pages.js';
import { MeetingPlans } from './meeting-plans.service.js';

const minuteMs = 60_000;

/**
 * The rounds with people stand in the calendars of those who are there, where the company's chat has calendars: made
 * when the candidate is told the time, moved and cancelled with the round. His name does not stand there.
 */
@Injectable()
export class MeetingCalendarFlow {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly plans: MeetingPlans,
    private readonly book: AddressBook,
    private readonly workplace: Workplace,
    private readonly clock: Clock,
    private readonly runtime: Runtime,
    private readonly log: AppLog,
  ) {}

  @OnEvent('ResultSent', 'workflow.calendar')
  async told({ payload }: EventJob<'ResultSent'>): Promise<void> {
    const { applicationId, outcome } = payload;
    if (outcome === 'passed') {
      await this.putAll(applicationId);
    }
  }

  @OnEvent('MeetingMoved', 'workflow.calendar')
  async moved({ payload }: EventJob<'MeetingMoved'>): Promise<void> {
    await this.putAll(payload.applicationId);
  }

  @OnEvent('MeetingStaffed', 'workflow.calendar')
  async staffed({ payload }: EventJob<'MeetingStaffed'>): Promise<void> {
    await this.putAll(payload.applicationId);
  }

  @OnEvent('MeetingCancelled', 'workflow.calendar')
  async cancelled({ payload }: EventJob<'MeetingCancelled'>): Promise<void> {
    const where = { interviewId: payload.interviewId };
    const row = await this.database.read(MeetingRow).findOneBy(where);
    if (row?.cancelledBy) {
      await this.workplace.calendar()?.calendar.cancel(payload.interviewId);
    }
  }

  @OnEvent('ApplicationMoved', 'workflow.calendar')
  async left({ payload }: EventJob<'ApplicationMoved'>): Promise<void> {
    const calendar = this.workplace.calendar()?.calendar;
    const last = payload.to === 'final';
    if (!calendar || (!last && activeStages.includes(payload.to))) {
      return;
    }
    const startsAt = MoreThan(this.clock.now());
    const { applicationId } = payload;
    const rows = await this.database.read(MeetingRow).findBy({ applicationId, startsAt });
    for (const { interviewId } of rows.filter(({ stage }) => !last || stage !== 'final')) {
      await calendar.cancel(interviewId);
    }
  }

  private async putAll(applicationId: string): Promise<void> {
    const { chat, calendar } = this.workplace.calendar() ?? {};
    const whose = chat ? await this.reader.whose(applicationId) : null;
    if (!chat || !calendar || !whose || !activeStages.includes(whose.application.stage)) {
      return;
    }
    const startsAt = MoreThan(this.clock.now());
    const where = { applicationId, startsAt, cancelledBy: IsNull() };
    for (const row of await this.database.read(MeetingRow).findBy(where)) {
      const attendees = await this.addresses(row, chat);
      const [organizer] = attendees;
      if (organizer === undefined) {
        return; // nobody of them is known there
      }
      const { interviewId: id, startsAt: start, minutes } = row;
      const { place } = await this.database.read(Interview).findOneByOrFail({ id });
      const time = { start, end: start + minutes * minuteMs };
      const words = await this.words(whose, row);
      const meeting = { id, organizer, attendees, ...time, ...words, place };
      await calendar.put({ ...meeting, online: false }).catch((error: unknown) => {
        if (!(error instanceof CalendarRefused)) {
          throw error; // it is tried again
        }
        this.log.warn('a round was not put into the calendars', { chat, why: error.message });
      });
    }
  }

  private async words(
    { application, content }: Whose,
    row: MeetingRow,
  ): Promise<{ title: string; note: string }> {
    const locale = await this.book.staffLocale();
    const title = [planOf(row, content).name, content.name].map((text) => textIn(text, locale));
    return {
      title: title.join(' · '),
      note: `${this.runtime.publicUrl}/#${pages.file(application.id)}`,
    };
  }

  private async addresses(row: MeetingRow, chat: string): Promise<string[]> {
    const staffIds = await this.plans.staffOf(this.database.dataSource.manager, row);
    const found = await Promise.all(staffIds.map((id) => this.book.ownAddress(id, chat)));
    return found.filter((address) => address !== null);
  }
}
