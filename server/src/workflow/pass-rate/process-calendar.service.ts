import { Injectable } from '@nestjs/common';
import { meetingMinutes } from '@zhiyu/contracts/meetings';
import { textIn } from '@zhiyu/contracts/basics';
import { AddressBook } from '../../notify/address-book.js';
import { Database } from '../../platform/database/database.js';
import { AppLog } from '../../platform/log/app-log.js';
import { Runtime } from '../../platform/runtime.js';
import { PositionVersion } from '../../recruiting/entities/position.entity.js';
import type { ProcessMeeting } from '../../recruiting/entities/process-meeting.entity.js';
import { CalendarRefused, Workplace } from '../../workplace/workplace.js';
import { pages } from '../pages.js';

const minuteMs = 60_000;
const titles = { zh: '流程优化会议', en: 'Process meeting' };

/** Puts the meeting into the calendars of the chat, with an online meeting of its own. */
@Injectable()
export class ProcessCalendar {
  constructor(
    private readonly database: Database,
    private readonly workplace: Workplace,
    private readonly book: AddressBook,
    private readonly runtime: Runtime,
    private readonly log: AppLog,
  ) {}

  /** Null where no chat has calendars, knows the people, or lets the app write. */
  async put(meeting: ProcessMeeting, start: number): Promise<{ meetingLink: string } | null> {
    const { chat, calendar } = this.workplace.calendar() ?? {};
    if (!chat || !calendar) {
      return null;
    }
    const found = await Promise.all(meeting.staffIds.map((id) => this.book.ownAddress(id, chat)));
    const attendees = found.filter((address) => address !== null);
    const [organizer] = attendees;
    if (organizer === undefined) {
      return null;
    }
    const locale = (await this.book.staffLocale()) === 'zh' ? 'zh' : 'en';
    const where = { id: meeting.versionId };
    const { content } = await this.database.read(PositionVersion).findOneByOrFail(where);
    const entry = {
      ...{ id: meeting.id, organizer, attendees, place: '', online: true },
      ...{ start, end: start + meetingMinutes * minuteMs },
      title: `${titles[locale]} · ${textIn(content.name, locale)}`,
      note: `${this.runtime.publicUrl}/#${pages.alert(meeting.id)}`,
    };
    try {
      return await calendar.put(entry);
    } catch (error) {
      if (!(error instanceof CalendarRefused)) {
        throw error; // it is tried again
      }
      this.log.warn('a meeting was not put into the calendars', { chat, why: error.message });
      return null;
    }
  }
}
