import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { StandingCounts } from '../platform/standing-counts.js';
import {
  type Change,
  changesOf,
  type Measure,
  pieceMs,
  pieceOf,
  type Standing,
  standing,
} from './counting.js';
import { CountedApplication, DashboardCount } from './projection.entity.js';
import { ExactReader, type Uncounted } from './exact-reader.js';

interface Asked {
  companyId: string;
  /** Beginnings of the days whose facts are wanted. */
  days: number[];
  now: number;
  /** Promises due before this moment are near. */
  soon: number;
}

interface Promises {
  soon: number;
  broken: number;
}

/** Figures of a company's positions; what was never counted is 0. */
export class Figures {
  private readonly amounts = new Map<string, number>();
  private readonly promises = new Map<string, Promises>();
  /** Promises due from here on are looked at one by one: before it whole pieces have passed. */
  readonly onesFrom: number;

  constructor(private readonly asked: Asked) {
    this.onesFrom = pieceOf(asked.now) * pieceMs;
  }

  standing(positionId: string, measure: string): number {
    return this.amounts.get(`${positionId} ${measure}`) ?? 0;
  }

  /** How often in these of the days that were asked for. */
  happened(positionId: string, measure: Measure, days = this.asked.days): number {
    return days.reduce(
      (sum, day) => sum + (this.amounts.get(`${positionId} ${measure} ${day}`) ?? 0),
      0,
    );
  }

  /** Open promises: those due soon, and those whose time has passed. */
  promised(positionId: string): Promises {
    return this.promises.get(positionId) ?? { soon: 0, broken: 0 };
  }

  add({ day, positionId, measure, by }: Omit<Change, 'companyId'>): void {
    if (measure.startsWith('due:')) {
      const passed = Number(measure.slice(4)) * pieceMs < this.onesFrom;
      this.addPromises(positionId, { soon: 0, broken: passed ? by : 0 });
    } else if (day === standing || this.asked.days.includes(day)) {
      const key = `${positionId} ${measure}${day === standing ? '' : ` ${day}`}`;
      this.amounts.set(key, (this.amounts.get(key) ?? 0) + by);
    }
  }

  addPromises(positionId: string, by: Promises): void {
    const before = this.promised(positionId);
    const sum = { soon: before.soon + by.soon, broken: before.broken + by.broken };
    this.promises.set(positionId, sum);
  }

  addPromise({ positionId, promiseAt }: Standing, by: number): void {
    const { now, soon } = this.asked;
    if (promiseAt !== null && promiseAt >= this.onesFrom && promiseAt < soon) {
      const broken = promiseAt < now;
      this.addPromises(positionId, { soon: broken ? 0 : by, broken: broken ? by : 0 });
    }
  }
}

/** Figures of the dashboard, exact at any moment. */
@Injectable()
export class FiguresReader extends StandingCounts {
  constructor(
    private readonly database: Database,
    private readonly exact: ExactReader,
  ) {
    super();
  }

  async standing(companyId: string): Promise<(positionId: string, stage: string) => number> {
    const figures = await this.of({ companyId, days: [], now: 0, soon: 0 });
    return (positionId, stage) => figures.standing(positionId, stage);
  }

  of(asked: Asked): Promise<Figures> {
    return this.exact.of(asked.companyId, {
      read: () => this.counted(asked),
      add: addUncounted,
    });
  }

  private async counted(asked: Asked): Promise<Figures> {
    const figures = new Figures(asked);
    const ones = asked.soon > figures.onesFrom;
    await Promise.all([
      this.addCounted(figures, asked),
      ones ? this.addPromised(figures, asked) : undefined,
    ]);
    return figures;
  }

  private async addCounted(figures: Figures, { companyId, days }: Asked): Promise<void> {
    const rows = await this.database
      .read(DashboardCount)
      .createQueryBuilder('c')
      .select(['c.day AS day', 'c.positionId AS positionId', 'c.measure AS measure'])
      .addSelect('c.amount', 'amount')
      .where('c.companyId = :companyId AND c.day IN (:...days)', {
        companyId,
        days: [standing, ...days],
      })
      .getRawMany<{
        day: number | string;
        positionId: string;
        measure: Measure;
        amount: number;
      }>();
    for (const { day, positionId, measure, amount } of rows) {
      figures.add({ day: Number(day), positionId, measure, by: amount });
    }
  }

  private async addPromised(figures: Figures, { companyId, now, soon }: Asked): Promise<void> {
    const rows = await this.database
      .read(CountedApplication)
      .createQueryBuilder('c')
      .select('c.positionId', 'positionId')
      .addSelect('COUNT(*)', 'due')
      .addSelect('SUM(CASE WHEN c.promiseAt < :now THEN 1 ELSE 0 END)', 'broken')
      .where('c.companyId = :companyId AND c.promiseAt >= :from AND c.promiseAt < :soon', {
        ...{ companyId, now, soon, from: figures.onesFrom },
      })
      .groupBy('c.positionId')
      .getRawMany<{ positionId: string; due: number | string; broken: number | string }>();
    for (const row of rows) {
      const broken = Number(row.broken);
      figures.addPromises(row.positionId, { soon: Number(row.due) - broken, broken });
    }
  }
}

function addUncounted(figures: Figures, { events, counted, now, lost }: Uncounted): void {
  changesOf(counted, now, events, lost).forEach((change) => {
    figures.add(change);
  });
  counted.forEach((one) => {
    figures.addPromise(one, -1);
  });
  now.forEach((one) => {
    figures.addPromise(one, 1);
  });
}
