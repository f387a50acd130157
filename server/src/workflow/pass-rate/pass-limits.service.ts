import { Injectable } from '@nestjs/common';
import {
  type PassLimits,
  passLimitsSchema,
  type PassLimitsState,
} from '@zhiyu/contracts/pass-alerts';
import { usualPassLimits } from '@zhiyu/contracts/pass-limits';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Setting } from '../../platform/database/setting.entity.js';
import { StaffService } from '../../staff/staff.service.js';
import { Receivers } from '../receivers.js';

const name = 'passLimits';

/** When a company's people are told that few pass. */
@Injectable()
export class PassLimitSettings {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly receivers: Receivers,
  ) {}

  async of(companyId: string): Promise<PassLimits> {
    const row = await this.row(companyId);
    return row ? passLimitsSchema.parse(row.value) : usualPassLimits;
  }

  async state(companyId: string): Promise<PassLimitsState> {
    const row = await this.row(companyId);
    const changers = await this.receivers.idsWith(companyId, 'process.limits');
    const names = await this.staff.namesOf([...changers, row?.changedBy ?? null]);
    return {
      ...(row ? passLimitsSchema.parse(row.value) : usualPassLimits),
      changedAt: row?.changedAt ?? null,
      changedBy: names.get(row?.changedBy ?? '') ?? '',
      changers: changers.map((id) => names.get(id) ?? ''),
    };
  }

  /** What is open is looked at again at once. */
  async save({ companyId, id }: StaffActor, value: PassLimits): Promise<PassLimitsState> {
    await this.database.transaction(async (tx) => {
      const row = { companyId, name, value, changedBy: id, changedAt: tx.now };
      await tx.manager.save(Setting, row);
      tx.enqueue('passRate.watch', { due: tx.now, companyId });
    });
    return this.state(companyId);
  }

  private row(companyId: string): Promise<Setting | null> {
    return this.database.read(Setting).findOneBy({ companyId, name });
  }
}
