import { Injectable } from '@nestjs/common';
import type { HolidayList } from '@zhiyu/contracts/staff';
import chineseDays from 'chinese-days';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { shanghaiDay } from '../platform/time/shanghai.js';
import { Setting } from '../platform/database/setting.entity.js';

const name = 'holidays';
const dayMs = 86_400_000;

/** Working days: the official Chinese calendar, and what the administrator's table says otherwise. */
@Injectable()
export class Holidays {
  constructor(private readonly database: Database) {}

  async list(
    companyId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<HolidayList> {
    const row = await manager.findOneBy(Setting, { companyId, name });
    return { days: (row?.value as HolidayList['days'] | undefined) ?? [] };
  }

  async save(actor: StaffActor, input: HolidayList): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = {
        companyId: actor.companyId,
        name,
        value: input.days,
        changedBy: actor.id,
        changedAt: tx.now,
      };
      await tx.manager.save(Setting, row);
    });
  }

  /** The `count`-th working day after the day of `from`. */
  async workingDayAfter(
    manager: EntityManager,
    at: { companyId: string; from: number },
    count: number,
  ): Promise<string> {
    const own = new Map(
      (await this.list(at.companyId, manager)).days.map((one) => [one.day, one.working]),
    );
    let moment = at.from;
    for (let left = count; left > 0;) {
      moment += dayMs;
      const day = shanghaiDay(moment);
      if (own.get(day) ?? chineseDays.isWorkday(day)) {
        left -= 1;
      }
    }
    return shanghaiDay(moment);
  }
}
