import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { AskReviewer, Here, Presence } from '@zhiyu/contracts/review';
import { MoreThan, Not } from 'typeorm';
import type { Interview } from '../../interviews/entities/interview.entity.js';
import { MeetingRow } from '../../interviews/meetings/meeting.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { newId } from '../../platform/time/ids.js';
import { StaffService } from '../../staff/staff.service.js';
import { ReviewAccess } from './review-access.service.js';
import { AskedReviewer, ReviewPresenceRow } from './scorecard.entity.js';

/** A page says every ten seconds that it is open: after three silent turns it is not. */
const hereMs = 30_000;

/** Who else rates an interview, and who has its room open now. */
@Injectable()
export class Reviewers {
  constructor(
    private readonly database: Database,
    private readonly access: ReviewAccess,
    private readonly staff: StaffService,
    private readonly clock: Clock,
  ) {}

  /** Asked again nothing happens. @throws notFound for somebody who is not a colleague or may not rate */
  async ask(actor: StaffActor, { id: interviewId, staffId }: AskReviewer): Promise<void> {
    const { interview } = await this.access.require(actor, interviewId, 'review.ask');
    const { companyId, applicationId } = interview;
    if (!(await this.access.whoCanBeAsked(companyId)).includes(staffId)) {
      throw new AppError('notFound');
    }
    await this.database.transaction(async (tx) => {
      if (await tx.manager.existsBy(AskedReviewer, { interviewId, staffId })) {
        return;
      }
      const row = { id: newId(tx.now), companyId, interviewId, staffId };
      const insert = tx.manager.createQueryBuilder().insert().into(AskedReviewer);
      await insert
        .values({ ...row, askedBy: actor.id, at: tx.now })
        .orIgnore()
        .execute();
      const about = { applicationId, interviewId, staffId, byStaffId: actor.id };
      tx.emit('ReviewerAsked', companyId, about);
    });
  }

  /** Those who are there in a round with people, and nobody else, are asked to rate it; nobody is told here. */
  async name(
    tx: Tx,
    { id: interviewId, companyId }: Interview,
    { staffIds, byStaffId }: { staffIds: readonly string[]; byStaffId: string },
  ): Promise<void> {
    const rows = await tx.manager.findBy(AskedReviewer, { interviewId });
    const gone = rows.filter(({ staffId }) => !staffIds.includes(staffId)).map(({ id }) => id);
    if (gone.length > 0) {
      await tx.manager.delete(AskedReviewer, gone);
    }
    for (const staffId of staffIds.filter((one) => !rows.some((row) => row.staffId === one))) {
      const row = { id: newId(tx.now), companyId, interviewId, staffId };
      await tx.manager.insert(AskedReviewer, { ...row, askedBy: byStaffId, at: tx.now });
    }
  }

  /** Ids of those who were there in a round with people, and of those who were asked. */
  async asked(interviewId: string): Promise<string[]> {
    const rows = await this.database
      .read(AskedReviewer)
      .find({ where: { interviewId }, order: { at: 'ASC' } });
    const round = await this.database.read(MeetingRow).findOneBy({ interviewId });
    return [...new Set([...(round?.staffIds ?? []), ...rows.map(({ staffId }) => staffId)])];
  }

  /** Says that this person is here. @returns who else is */
  async here(actor: StaffActor, { id: interviewId, answerId }: Here): Promise<Presence> {
    const { interview } = await this.access.enter(actor, interviewId);
    const { companyId } = interview;
    const staffId = actor.id;
    await this.database.transaction(async (tx) => {
      const whose = { interviewId, staffId };
      const change = { answerId, at: tx.now };
      const known = await tx.manager.findOneBy(ReviewPresenceRow, whose);
      if (known) {
        await tx.manager.update(ReviewPresenceRow, { id: known.id }, change);
        return;
      }
      const row = { id: newId(tx.now), companyId, ...whose, ...change };
      const insert = tx.manager.createQueryBuilder().insert().into(ReviewPresenceRow);
      await insert.values(row).orIgnore().execute();
    });
    return this.others(interviewId, staffId);
  }

  private async others(interviewId: string, staffId: string): Promise<Presence> {
    const since = this.clock.now() - hereMs;
    const rows = await this.database.read(ReviewPresenceRow).find({
      where: { interviewId, staffId: Not(staffId), at: MoreThan(since) },
      order: { at: 'ASC' },
    });
    const names = await this.staff.namesOf(rows.map((row) => row.staffId));
    const here = rows.map(({ staffId: id, answerId }) => ({
      ...{ id, name: names.get(id) ?? '', answerId },
    }));
    return { here };
  }
}
