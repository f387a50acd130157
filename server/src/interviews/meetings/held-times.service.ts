import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import { Between, type EntityManager, In, Not } from 'typeorm';
import { isDuplicate, type Tx } from '../../platform/database/database.js';
import { quartersOf } from './free-times.js';
import { HeldTime, type MeetingRow } from './meeting.entity.js';

/**
 * The interviewers' time. A round holds the quarters of an hour of each of its people; the key of the table is the
 * person and the quarter, so that of two rounds that want the same one gets it, also across processes.
 */
@Injectable()
export class HeldTimes {
  /** In place of what the round held before. @throws timeTaken */
  async hold(
    tx: Tx,
    meeting: Pick<MeetingRow, 'interviewId' | 'companyId' | 'staffIds' | 'minutes'>,
    start: number,
  ): Promise<void> {
    const { interviewId, companyId, staffIds, minutes } = meeting;
    await this.release(tx, interviewId);
    const quarters = quartersOf(start, start + minutes * 60_000);
    // In one order everywhere: two that want the same wait for each other and do not lock each other out.
    const rows = [...staffIds]
      .sort()
      .flatMap((staffId) =>
        quarters.map((quarter) => ({ staffId, quarter, companyId, interviewId })),
      );
    if (rows.length === 0) {
      return;
    }
    try {
      await tx.manager.insert(HeldTime, rows);
    } catch (error) {
      throw isDuplicate(error) ? new AppError('timeTaken') : error;
    }
  }

  async release(tx: Tx, interviewId: string): Promise<void> {
    await tx.manager.delete(HeldTime, { interviewId });
  }

  /** Quarters that these people give to other rounds. */
  async taken(
    manager: EntityManager,
    of: Pick<MeetingRow, 'staffIds' | 'interviewId'>,
    span: { from: number; to: number },
  ): Promise<Set<number>> {
    return new Set((await this.givenBy(manager, of, span)).map(({ quarter }) => quarter));
  }

  /** The same, with whose they are. */
  async givenBy(
    manager: EntityManager,
    of: Pick<MeetingRow, 'staffIds' | 'interviewId'>,
    span: { from: number; to: number },
  ): Promise<Pick<HeldTime, 'staffId' | 'quarter'>[]> {
    const within = quartersOf(span.from, span.to);
    const [first, last] = [within.at(0), within.at(-1)];
    if (first === undefined || last === undefined || of.staffIds.length === 0) {
      return [];
    }
    return manager.findBy(HeldTime, {
      staffId: In(of.staffIds),
      quarter: Between(first, last),
      interviewId: Not(of.interviewId),
    });
  }
}
