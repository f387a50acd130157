import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { StandingCounts } from '../platform/standing-counts.js';
import { EventRow } from '../platform/events/event.entity.js';
import {
  type Change,
  changesOf,
  followedEvents,
  type Measure,
  type Occurred,
  pieceMs,
  pieceOf,
  type Standing,
  standing,
} from './counting.js';
import { CountedApplication, DashboardCount } from './projection.entity.js';
import { DashboardProjection } from './projection.service.js';
import { standingsOf } from './standings.js';

/** More than this is counted in first: looking at each by itself would take longer. */
const besideAtMost = 500;

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

/** Reads the counts together with what has happened since they were last carried on: exact at any moment. */
@Injectable()
export class FiguresReader extends StandingCounts {
  constructor(
    private readonly database: Database,
    private readonly projection: DashboardProjection,
  ) {
    super();
  }

  async standing(companyId: string): Promise<(positionId: string, stage: string) => number> {
    const figures = await this.of({ companyId, days: [], now: 0, soon: 0 });
    return (positionId, stage) => figures.standing(positionId, stage);
  }

  async of(asked: Asked): Promise<Figures> {
    for (;;) {
      const cursor = await this.projection.cursor();
      const figures = cursor < 0 ? null : await this.asOf(cursor, asked);
      if (figures === null) {
        await this.projection.fold();
      } else if ((await this.projection.cursor()) === cursor) {
        return figures;
      }
      // Whoever carried the counts on meanwhile has counted the same facts in: read again.
    }
  }

  /** The counts and what came after `cursor`; null when that is too much to look at beside. */
  private async asOf(cursor: number, asked: Asked): Promise<Figures | null> {
    const figures = new Figures(asked);
    const ones = asked.soon > figures.onesFrom;
    const [since] = await Promise.all([
      this.since(asked.companyId, cursor),
      this.addCounted(figures, asked),
      ones ? this.addPromised(figures, asked) : undefined,
    ]);
    if (since.length > besideAtMost) {
      return null;
    }
    await this.addSince(figures, since);
    return figures;
  }

  /** Facts that are not counted in yet, one more at most than can be looked at beside. */
  private since(companyId: string, cursor: number): Promise<Occurred[]> {
    return this.database.read(EventRow).find({
      select: { sequence: true, name: true, subjectId: true, payload: true, at: true },
      where: { companyId, sequence: MoreThan(cursor), name: In([...followedEvents]) },
      take: besideAtMost + 1,
    });
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

  private async addSince(figures: Figures, events: Occurred[]): Promise<void> {
    const ids = [...new Set(events.map((event) => event.subjectId))];
    const { counted, now } = await standingsOf(this.database.dataSource.manager, ids);
    changesOf(counted, now, events).forEach((change) => {
      figures.add(change);
    });
    counted.forEach((one) => {
      figures.addPromise(one, -1);
    });
    now.forEach((one) => {
      figures.addPromise(one, 1);
    });
  }
}
