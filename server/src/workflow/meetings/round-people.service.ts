import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { MeetingView, RoundPeople as People, SetRoundPeople } from '@zhiyu/contracts/meetings';
import { HeldTimes } from '../../interviews/meetings/held-times.service.js';
import { Interview } from '../../interviews/entities/interview.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { ReviewAccess } from '../../scoring/review/review-access.service.js';
import { Reviewers } from '../../scoring/review/reviewers.service.js';
import { StaffService } from '../../staff/staff.service.js';
import { MeetingDesk } from './meeting-desk.service.js';
import { MeetingPlans } from './meeting-plans.service.js';

/** Who is there of the company in a round with people: who decides unless others are chosen. */
@Injectable()
export class RoundPeople {
  constructor(
    private readonly database: Database,
    private readonly desk: MeetingDesk,
    private readonly plans: MeetingPlans,
    private readonly held: HeldTimes,
    private readonly access: ReviewAccess,
    private readonly reviewers: Reviewers,
    private readonly staff: StaffService,
  ) {}

  /** Everybody who may rate an interview; those who are there first. @throws notFound, notAllowed */
  async list(actor: StaffActor, id: string): Promise<People> {
    const row = await this.desk.required(actor, id);
    const { manager } = this.database.dataSource;
    const there = await this.plans.staffOf(manager, row);
    const others = await this.access.whoCanBeAsked(actor.companyId);
    const all = [...new Set([...there, ...others])];
    const { interviewId, startsAt, minutes } = row;
    const span = { from: startsAt, to: startsAt + minutes * 60_000 };
    const given = await this.held.givenBy(manager, { staffIds: all, interviewId }, span);
    const busy = new Set(given.map(({ staffId }) => staffId));
    const names = await this.staff.namesOf(all);
    const people = all.map((staffId) => ({
      ...{ id: staffId, name: names.get(staffId) ?? '' },
      ...{ chosen: there.includes(staffId), busy: busy.has(staffId) },
    }));
    return { people };
  }

  /** @throws invalidInput for somebody who may not rate, meetingOver, timeTaken */
  async set(actor: StaffActor, { id, staffIds }: SetRoundPeople): Promise<MeetingView> {
    await this.desk.required(actor, id);
    const wanted = [...new Set(staffIds)];
    const { people } = await this.list(actor, id);
    if (!wanted.every((one) => people.some((person) => person.id === one))) {
      throw new AppError('invalidInput', {}, [{ path: 'staffIds', message: 'unknown' }]);
    }
    await this.database.transaction(async (tx) => {
      const { row } = await this.plans.lock(tx, id);
      const added = await this.plans.staff(tx, row, wanted);
      const interview = await tx.manager.findOneByOrFail(Interview, { id });
      await this.reviewers.name(tx, interview, { staffIds: wanted, byStaffId: actor.id });
      const { applicationId, companyId } = row;
      const about = { applicationId, interviewId: id, staffIds: wanted, added };
      tx.emit('MeetingStaffed', companyId, { ...about, byStaffId: actor.id });
    });
    return this.desk.one(actor, id);
  }
}
