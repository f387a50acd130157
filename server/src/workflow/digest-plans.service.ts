import { Injectable } from '@nestjs/common';
import { type DigestPlan, digestPlanSchema } from '@zhiyu/contracts/digest';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Setting } from '../platform/database/setting.entity.js';
import { shanghaiDay, shanghaiHour } from '../platform/time/shanghai.js';
import { clockOf, lastWeekday, WorkingTime } from './working-time.js';

const name = 'digest';

/** Monday morning, as long as nobody chose otherwise. */
const usual: DigestPlan = {
  ...{ rhythm: 'weekly', weekday: 1, time: '09:00', group: true, monthly: true },
};

/** When a company's digest goes out. */
@Injectable()
export class DigestPlans {
  constructor(
    private readonly database: Database,
    private readonly working: WorkingTime,
  ) {}

  async of(companyId: string): Promise<DigestPlan> {
    const row = await this.database.read(Setting).findOneBy({ companyId, name });
    return row ? digestPlanSchema.parse(row.value) : usual;
  }

  async save({ companyId, id }: StaffActor, plan: DigestPlan): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = { companyId, name, value: plan, changedBy: id, changedAt: tx.now };
      await tx.manager.save(Setting, row);
    });
  }

  /**
   * The day whose digest is due at this moment, YYYY-MM-DD: its seven days end before it. The weekly one of a holiday
   * goes out on the next working day and keeps its seven days. Null: none is due.
   */
  async dueDay(companyId: string, at: number): Promise<string | null> {
    const { rhythm, weekday, time } = await this.of(companyId);
    if (rhythm === 'off' || clockOf(at) !== time) {
      return null;
    }
    const today = shanghaiDay(at);
    const day = rhythm === 'daily' ? today : lastWeekday(today, weekday);
    return (await this.working.dayFrom(companyId, day)) === today ? day : null;
  }

  /** The month whose report is due at this moment, YYYY-MM: on the first working day of the next. Null: none is. */
  async dueMonth(companyId: string, at: number): Promise<string | null> {
    const { monthly, time } = await this.of(companyId);
    if (!monthly || clockOf(at) !== time) {
      return null;
    }
    const today = shanghaiDay(at);
    const first = `${today.slice(0, 7)}-01`;
    const due = (await this.working.dayFrom(companyId, first)) === today;
    return due ? shanghaiDay(shanghaiHour(first, 0) - 1).slice(0, 7) : null;
  }
}
