import { Injectable } from '@nestjs/common';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { AuditSink } from '../platform/auth/can.js';
import { Database } from '../platform/database/database.js';
import { OnEvent } from '../platform/jobs/on.js';
import { StaffUser } from '../staff/staff-user.entity.js';
import { Position } from './entities/position.entity.js';

/**
 * Positions of somebody who is responsible no longer become nobody's, so that cards, reports and recordings reach
 * the same people: everybody with the role.
 */
@Injectable()
export class HandOverJob {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditSink,
  ) {}

  @OnEvent('ResponsibilityEnded', 'recruiting')
  async handOver({ companyId, payload }: EventJob<'ResponsibilityEnded'>): Promise<void> {
    const { staffId, byStaffId } = payload;
    const person = await this.database.read(StaffUser).findOneBy({ id: staffId });
    if (person?.active && person.roles.includes('hr')) {
      return;
    }
    const owned = await this.database.read(Position).findBy({ companyId, ownerId: staffId });
    const actor = byStaffId === null ? 'system' : `staff:${byStaffId}`;
    // Before the change, as every act is written down: a repeated job may tell it twice, never not at all.
    for (const { id: object } of owned) {
      const line = { companyId, actor, verb: 'position.handOver', object };
      await this.audit.record({ ...line, ground: 'responsibilityEnded', allowed: true });
    }
    await this.database.transaction(async (tx) => {
      for (const { id, version } of owned) {
        await tx.manager.update(Position, { id, ownerId: staffId }, { ownerId: null });
        tx.emit('PositionChanged', companyId, { positionId: id, version });
      }
    });
  }
}
