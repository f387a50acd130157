import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import { meetingMinutes } from '@zhiyu/contracts/meetings';
import { HeldTimes } from '../../interviews/meetings/held-times.service.js';
import type { MeetingRow } from '../../interviews/meetings/meeting.entity.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { shanghaiDay } from '../../platform/time/shanghai.js';
import { ProcessMeeting } from '../../recruiting/entities/process-meeting.entity.js';
import { MeetingTimes } from '../meetings/meeting-times.service.js';
import { timesToChoose } from './times-to-choose.js';

/** When everybody of a process meeting is free, and keeping a time for it. */
@Injectable()
export class ProcessTimes {
  constructor(
    private readonly database: Database,
    private readonly times: MeetingTimes,
    private readonly held: HeldTimes,
  ) {}

  /** Three at most, the soonest first; none where no time suits everybody. */
  async choice(meeting: ProcessMeeting): Promise<{ times: number[]; calendarRead: boolean }> {
    const { times, calendarRead } = await this.times.free(roundOf(meeting));
    return { times: timesToChoose(times, shanghaiDay), calendarRead };
  }

  /** @throws timeTaken where somebody is not free then any more */
  async requireFree(meeting: ProcessMeeting, startsAt: number): Promise<void> {
    const { times } = await this.times.free(roundOf(meeting));
    if (!times.includes(startsAt)) {
      throw new AppError('timeTaken');
    }
  }

  /** Held against the rounds of interviews. @throws timeTaken */
  async hold(tx: Tx, meeting: ProcessMeeting, startsAt: number): Promise<void> {
    await this.held.hold(tx, roundOf(meeting), startsAt);
    await tx.manager.update(ProcessMeeting, { id: meeting.id }, { startsAt });
  }

  /** The first time that suits everybody, held at once; null where none does. */
  async takeFirst(meeting: ProcessMeeting): Promise<number | null> {
    const [startsAt] = (await this.times.free(roundOf(meeting))).times;
    if (startsAt === undefined) {
      return null;
    }
    await this.database.transaction((tx) => this.hold(tx, meeting, startsAt));
    return startsAt;
  }
}

/** A process meeting as the calendar of rounds knows one. */
function roundOf({ id, companyId, positionId, staffIds }: ProcessMeeting): MeetingRow {
  return {
    ...{ interviewId: id, companyId, applicationId: '', positionId, staffIds, offered: [] },
    stage: null,
    ...{ startsAt: 0, minutes: meetingMinutes, changes: 0, cancelledBy: 'staff' as const },
  };
}
