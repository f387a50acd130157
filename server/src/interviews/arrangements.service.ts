import { Injectable } from '@nestjs/common';
import type { AccommodationKind, Accommodations } from '@zhiyu/contracts/arrangements';
import type { EntityManager } from 'typeorm';
import { Database, type Tx } from '../platform/database/database.js';
import {
  accommodationsFrom,
  accommodationsOf,
  kindsOf,
  plainArrangement,
} from './arrangement.rules.js';
import { Arrangement } from './entities/arrangement.entity.js';
import { Answer, AskedQuestion, Interview } from './entities/interview.entity.js';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** What is arranged with a candidate: more days, more time, another way of answering. Ways cost nothing. */
@Injectable()
export class Arrangements {
  constructor(private readonly database: Database) {}

  async of(
    interview: Pick<Interview, 'id' | 'companyId'>,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Arrangement> {
    const { id: interviewId, companyId } = interview;
    const row = await manager.findOneBy(Arrangement, { interviewId });
    return row ?? plainArrangement({ interviewId, companyId });
  }

  /** Changes it; whoever calls has locked the application. */
  async change(
    tx: Tx,
    interview: Pick<Interview, 'id' | 'companyId'>,
    part: Partial<Arrangement>,
  ): Promise<void> {
    const row = Object.assign(await this.of(interview, tx.manager), part);
    await tx.manager.save(Arrangement, row);
  }

  /** Moves the deadline; an interview that had run out is open again. @param by staff; null: the position allows it */
  async extend(
    tx: Tx,
    interview: Interview,
    of: { days: number; by: string | null; asked?: boolean },
  ): Promise<void> {
    const { days, by, asked = true } = of;
    const deadline = Math.max(interview.deadline, tx.now) + days * dayMs;
    const again = interview.state === 'expired' ? { state: stateBefore(interview) } : {};
    Object.assign(interview, { deadline, ...again });
    await tx.manager.update(Interview, { id: interview.id }, { deadline, ...again });
    if (by === null) {
      await this.change(tx, interview, { extendedAt: tx.now });
    }
    const { id: interviewId, applicationId, companyId } = interview;
    tx.enqueue('invitation.remind', { interviewId }, { runAt: deadline - 24 * hourMs });
    tx.enqueue('invitation.expire', { interviewId }, { runAt: deadline });
    const fact = { applicationId, interviewId, deadline, days, staffId: by, asked };
    tx.emit('DeadlineExtended', companyId, fact);
  }

  /** Adds what is granted; a time factor takes the place of the one before. */
  async grant(
    tx: Tx,
    interview: Interview,
    of: { kinds: readonly AccommodationKind[]; by: string | null },
  ): Promise<void> {
    const row = await this.of(interview, tx.manager);
    const before = accommodationsOf(row);
    const given = accommodationsFrom(of.kinds);
    await this.set(
      tx,
      interview,
      {
        timeFactor: given.timeFactor === 1 ? before.timeFactor : given.timeFactor,
        noCamera: before.noCamera || given.noCamera,
        textOnly: before.textOnly || given.textOnly,
      },
      of.by,
    );
  }

  /** These and no others. @param by staff; null: the position allows it, or the candidate needs it no more */
  async set(
    tx: Tx,
    interview: Interview,
    wanted: Accommodations,
    by: string | null,
  ): Promise<void> {
    const row = await this.of(interview, tx.manager);
    const before = kindsOf(accommodationsOf(row));
    const after = kindsOf(wanted);
    const { timeFactor, noCamera, textOnly } = wanted;
    const timePercent = timeFactor * 100;
    await this.change(tx, interview, { timePercent, noCamera, textOnly });
    await this.moveThinking(tx, interview, timePercent - row.timePercent);
    const { id: interviewId, applicationId, companyId } = interview;
    const ids = { applicationId, interviewId };
    for (const kind of after.filter((one) => !before.includes(one))) {
      tx.emit('AccommodationGranted', companyId, { ...ids, kind, staffId: by });
    }
    for (const kind of before.filter((one) => !after.includes(one))) {
      tx.emit('AccommodationEnded', companyId, { ...ids, kind });
    }
  }

  /** Thinking that runs gets its share of the new time at once; an answer that runs keeps its end. */
  private async moveThinking(tx: Tx, interview: Interview, percent: number): Promise<void> {
    const where = { interviewId: interview.id, state: 'thinking' as const };
    const open = percent === 0 ? null : await tx.manager.findOneBy(Answer, where);
    if (open?.thinkingEndsAt) {
      const asked = await tx.manager.findOneByOrFail(AskedQuestion, { id: open.questionId });
      const thinkingEndsAt = open.thinkingEndsAt + asked.content.thinkingSeconds * 10 * percent;
      await tx.manager.update(Answer, { id: open.id }, { thinkingEndsAt });
    }
  }
}

/** Where an interview that ran out without an answer stood. */
function stateBefore(interview: Interview): Interview['state'] {
  return interview.startedAt === null ? 'invited' : 'running';
}
