import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { usualMinutes } from '@zhiyu/contracts/round-values';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { Database } from '../platform/database/database.js';
import type { Interview } from './entities/interview.entity.js';
import { InterviewReader } from './interview-reader.js';
import { MeetingRow, planOf } from './meetings/meeting.entity.js';

const minuteMs = 60_000;

/** The calendar file of a round with people. */
@Injectable()
export class Calendars {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
  ) {}

  /** RFC 5545; null while the time is open. The SEQUENCE rises with each change, so that a calendar moves its entry. */
  async fileOf(interview: Interview): Promise<string | null> {
    if (!interview.startsAt) {
      return null;
    }
    const whose = await this.reader.whose(interview.applicationId);
    const position = textIn(whose.content.name, whose.locale);
    const where = { interviewId: interview.id };
    const meeting = await this.database.read(MeetingRow).findOneBy(where);
    const round = textIn(planOf(meeting, whose.content).name, whose.locale);
    const lasts = (meeting?.minutes ?? usualMinutes) * minuteMs;
    const off = meeting?.cancelledBy != null;
    const calendar = ical({ name: whose.companyName, method: ICalCalendarMethod.PUBLISH });
    calendar.createEvent({
      id: `${interview.id}@zhiyu`,
      sequence: meeting?.changes ?? 0,
      status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      start: new Date(interview.startsAt),
      end: new Date(interview.startsAt + lasts),
      summary: `${whose.companyName} · ${position} · ${round}`,
      location: interview.place,
      description: interview.contact,
    });
    return calendar.toString();
  }
}
