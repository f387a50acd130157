import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { AddressBook } from '../notify/address-book.js';
import { Database } from '../platform/database/database.js';
import { OnEvent } from '../platform/jobs/on.js';
import { AppLog } from '../platform/log/app-log.js';
import { Runtime } from '../platform/runtime.js';
import { Clock } from '../platform/time/clock.js';
import { activeStages } from '../recruiting/pipeline.states.js';
import { CalendarRefused, Workplace } from '../workplace/workplace.js';
import { Audience } from './audience.js';
import { pages } from './pages.js';
import { meetingMinutes } from './results.js';

const minuteMs = 60_000;

/**
 * The rounds with people stand in the calendars of those who decide, where the company's chat has calendars: made when
 * the candidate is told the time, moved with it, cancelled when he goes no further. His name does not stand there.
 */
@Injectable()
export class MeetingCalendarFlow {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly audience: Audience,
    private readonly book: AddressBook,
    private readonly workplace: Workplace,
    private readonly clock: Clock,
    private readonly runtime: Runtime,
    private readonly log: AppLog,
  ) {}

  @OnEvent('ResultSent', 'workflow.calendar')
  async told({ payload }: EventJob<'ResultSent'>): Promise<void> {
    const { applicationId, outcome } = payload;
    if (outcome === 'passed' && this.workplace.calendar()) {
      await this.put(applicationId);
    }
  }

  @OnEvent('ApplicationMoved', 'workflow.calendar')
  async moved({ payload }: EventJob<'ApplicationMoved'>): Promise<void> {
    const calendar = this.workplace.calendar()?.calendar;
    if (!calendar || activeStages.includes(payload.to)) {
      return;
    }
    for (const { id } of await this.toCome(payload.applicationId)) {
      await calendar.cancel(id);
    }
  }

  private async put(applicationId: string): Promise<void> {
    const { chat, calendar } = this.workplace.calendar() ?? {};
    const whose = await this.reader.whose(applicationId);
    if (!chat || !calendar || !activeStages.includes(whose.application.stage)) {
      return;
    }
    const attendees = await this.addresses(whose, chat);
    const [organizer] = attendees;
    if (organizer === undefined) {
      return; // nobody of them is known there
    }
    for (const { id, startsAt, place } of await this.toCome(applicationId)) {
      const time = { start: startsAt ?? 0, end: (startsAt ?? 0) + meetingMinutes * minuteMs };
      const words = await this.words(whose);
      const meeting = { id, organizer, attendees, ...time, ...words, place };
      await calendar.put({ ...meeting, online: false }).catch((error: unknown) => {
        if (!(error instanceof CalendarRefused)) {
          throw error; // it is tried again
        }
        this.log.warn('a round was not put into the calendars', { chat, why: error.message });
      });
    }
  }

  private async words({ application, content }: Whose): Promise<{ title: string; note: string }> {
    const locale = await this.book.staffLocale();
    const title = [content.nextRound.name, content.name].map((text) => textIn(text, locale));
    return {
      title: title.join(' · '),
      note: `${this.runtime.publicUrl}/#${pages.file(application.id)}`,
    };
  }

  private async addresses(whose: Whose, chat: string): Promise<string[]> {
    const { manager } = this.database.dataSource;
    const people = await this.audience.deciders(manager, whose);
    const found = await Promise.all(people.map(({ id }) => this.book.ownAddress(id, chat)));
    return found.filter((address) => address !== null);
  }

  private async toCome(applicationId: string): Promise<Interview[]> {
    const where = { applicationId, kind: 'human' as const };
    const all = await this.database.read(Interview).findBy(where);
    return all.filter(({ startsAt }) => (startsAt ?? 0) > this.clock.now());
  }
}
