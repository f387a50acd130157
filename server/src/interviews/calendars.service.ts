import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Interview } from './entities/interview.entity.js';
import { InterviewReader } from './interview-reader.js';

const meetingMs = 45 * 60_000;

/** The calendar file of a round with people. */
@Injectable()
export class Calendars {
  constructor(private readonly reader: InterviewReader) {}

  /** RFC 5545; null while the time is open. */
  async fileOf(interview: Interview): Promise<string | null> {
    if (!interview.startsAt) {
      return null;
    }
    const whose = await this.reader.whose(interview.applicationId);
    const position = textIn(whose.content.name, whose.locale);
    const round = textIn(whose.content.nextRound.name, whose.locale);
    const calendar = ical({ name: whose.companyName, method: ICalCalendarMethod.PUBLISH });
    calendar.createEvent({
      id: `${interview.id}@zhiyu`,
      start: new Date(interview.startsAt),
      end: new Date(interview.startsAt + meetingMs),
      summary: `${whose.companyName} · ${position} · ${round}`,
      location: interview.place,
      description: interview.contact,
    });
    return calendar.toString();
  }
}
