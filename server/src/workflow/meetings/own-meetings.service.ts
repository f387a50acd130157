import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { OwnMeeting } from '@zhiyu/contracts/meetings';
import { rawPaths } from '@zhiyu/contracts/routes';
import { Interview } from '../../interviews/entities/interview.entity.js';
import { InterviewReader } from '../../interviews/interview-reader.js';
import { MeetingRow, planOf } from '../../interviews/meetings/meeting.entity.js';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { activeStages } from '../../recruiting/pipeline.states.js';
import { MeetingPlans } from './meeting-plans.service.js';
import { MeetingTimes } from './meeting-times.service.js';

/** The candidate's own next round: another time, or not at all. */
@Injectable()
export class OwnMeetings {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly plans: MeetingPlans,
    private readonly times: MeetingTimes,
    private readonly clock: Clock,
  ) {}

  async view(actor: CandidateActor): Promise<OwnMeeting> {
    const serverNow = this.clock.now();
    const row = await this.newest(actor);
    const whose = await this.reader.whose(actor.applicationId);
    if (!row || !activeStages.includes(whose.application.stage)) {
      return { meeting: null, times: [], serverNow };
    }
    const { interviewId, startsAt, minutes, cancelledBy } = row;
    const where = { id: interviewId };
    const { place, contact } = await this.database.read(Interview).findOneByOrFail(where);
    const over = cancelledBy === null && startsAt <= serverNow;
    return {
      meeting: {
        ...{ interviewId, startsAt, minutes, place, contact, cancelledBy, over },
        roundName: textIn(planOf(row, whose.content).name, whose.locale),
        calendarUrl: `${rawPaths.calendar}/${interviewId}.ics`,
      },
      // What HR cancelled HR brings back; the candidate may take back an own "no".
      times: over || cancelledBy === 'staff' ? [] : await this.times.choice(row),
      serverNow,
    };
  }

  /** @throws timeTaken where it is none of the times to choose from any more */
  async pick(actor: CandidateActor, startsAt: number): Promise<OwnMeeting> {
    const row = await this.required(actor);
    if (row.startsAt !== startsAt || row.cancelledBy !== null) {
      await this.mustBeOffered(row, startsAt);
      await this.database.transaction(async (tx) => {
        await this.chosen(tx, row.interviewId, startsAt);
      });
    }
    return this.view(actor);
  }

  /** In the transaction of a press: one of the times that the card offered. @throws timeTaken, meetingOver */
  async chosen(tx: Tx, interviewId: string, startsAt: number): Promise<void> {
    const found = await this.plans.lock(tx, interviewId);
    if (found.row.cancelledBy === 'staff') {
      throw new AppError('meetingOver');
    }
    await this.plans.move(tx, found, { startsAt, by: null });
  }

  async cancel(actor: CandidateActor): Promise<OwnMeeting> {
    const { interviewId } = await this.required(actor);
    await this.database.transaction(async (tx) => {
      await this.plans.cancel(tx, (await this.plans.lock(tx, interviewId)).row, null);
    });
    return this.view(actor);
  }

  private async mustBeOffered(row: MeetingRow, startsAt: number): Promise<void> {
    const times =
      row.offered.length > 0 ? await this.times.offered(row) : (await this.times.free(row)).times;
    if (!times.includes(startsAt)) {
      throw new AppError('timeTaken');
    }
  }

  private async required(actor: CandidateActor): Promise<MeetingRow> {
    const row = await this.newest(actor);
    if (!row) {
      throw new AppError('notFound');
    }
    return row;
  }

  /** The round that was arranged last. */
  private newest({ applicationId }: CandidateActor): Promise<MeetingRow | null> {
    const order = { interviewId: 'DESC' as const };
    return this.database.read(MeetingRow).findOne({ where: { applicationId }, order });
  }
}
