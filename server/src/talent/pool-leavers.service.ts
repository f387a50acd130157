import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { type EntityTarget, In } from 'typeorm';
import { Database, type Tx } from '../platform/database/database.js';
import { OnEvent, OnJob } from '../platform/jobs/on.js';
import { Schedules } from '../platform/jobs/schedules.js';
import { Runtime } from '../platform/runtime.js';
import { SamePeople } from '../privacy/same-people.service.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { PoolPeople } from './pool-people.service.js';
import { PoolNoteRow, PoolProfileRow } from './pool-profile.entity.js';
import { PoolTag } from './pool-tag.entity.js';

interface OfPerson {
  companyId: string;
  personId: string;
}
/** What the pool keeps of its people, beside their applications. */
const kept: EntityTarget<OfPerson>[] = [PoolTag, PoolNoteRow, PoolProfileRow];

/** Whoever leaves the pool, or whose time in it has run out, is not known in it by anything any more. */
@Injectable()
export class PoolLeavers implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly everybody: PoolPeople,
    private readonly same: SamePeople,
    private readonly schedules: Schedules,
    private readonly runtime: Runtime,
  ) {}

  onModuleInit(): void {
    const expression = this.runtime.settings.times.HOUSEKEEPING_CRON;
    this.schedules.add({ job: 'pool.daily', expression, payload: (due) => ({ due }) });
  }

  @OnEvent('ConsentWithdrawn', 'talent.tags')
  async left({ payload }: EventJob<'ConsentWithdrawn'>): Promise<void> {
    if (payload.purpose !== 'talentPool') {
      return;
    }
    const { applicationId: id } = payload;
    const application = await this.database.read(Application).findOneBy({ id });
    if (application) {
      const group = await this.same.groupOf(application.personId);
      await this.database.transaction((tx) => forget(tx, group));
    }
  }

  /** Nobody says when a consent runs out: it is looked for every night. */
  @OnJob('pool.daily')
  async forgetLapsed(): Promise<void> {
    for (const { companyId, personId } of await this.known()) {
      if (!(await this.everybody.agrees(companyId, personId))) {
        await this.database.transaction((tx) => forget(tx, [personId]));
      }
    }
  }

  private async known(): Promise<OfPerson[]> {
    const people = new Map<string, OfPerson>();
    for (const table of kept) {
      const rows = await this.database
        .read(table)
        .createQueryBuilder('k')
        .select('k.companyId', 'companyId')
        .addSelect('k.personId', 'personId')
        .groupBy('k.companyId')
        .addGroupBy('k.personId')
        .getRawMany<OfPerson>();
      rows.forEach((row) => people.set(row.personId, row));
    }
    return [...people.values()];
  }
}

async function forget(tx: Tx, personIds: readonly string[]): Promise<void> {
  for (const table of kept) {
    await tx.manager.delete(table, { personId: In([...personIds]) });
  }
}
