import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { EventRow } from '../platform/events/event.entity.js';
import { followedEvents, type Occurred, type Standing } from './counting.js';
import { DashboardProjection } from './projection.service.js';
import { standingsOf } from './standings.js';

/** More than this is counted in first: looking at each by itself would take longer. */
const besideAtMost = 500;

/** Facts that are not counted in yet, and their applications as counted and as they are. */
export interface Uncounted {
  events: Occurred[];
  counted: Standing[];
  now: Standing[];
  /** Facts that are counted in, of applications that are gone. */
  lost: Occurred[];
}

interface Reading<T> {
  /** What is counted. */
  read: () => Promise<T>;
  /** Adds what came after it. */
  add: (value: T, uncounted: Uncounted) => void;
}

/** Reads counts together with what has happened since they were last carried on: exact at any moment. */
@Injectable()
export class ExactReader {
  constructor(
    private readonly database: Database,
    private readonly projection: DashboardProjection,
  ) {}

  async of<T>(companyId: string, reading: Reading<T>): Promise<T> {
    for (;;) {
      const cursor = await this.projection.cursor();
      const value = cursor < 0 ? null : await this.asOf(cursor, companyId, reading);
      if (value === null) {
        await this.projection.fold();
      } else if ((await this.projection.cursor()) === cursor) {
        return value.of;
      }
      // Whoever carried the counts on meanwhile has counted the same facts in: read again.
    }
  }

  /** The counts and what came after `cursor`; null when that is too much to look at beside. */
  private async asOf<T>(
    cursor: number,
    companyId: string,
    { read, add }: Reading<T>,
  ): Promise<{ of: T } | null> {
    const [events, value] = await Promise.all([this.since(companyId, cursor), read()]);
    if (events.length > besideAtMost) {
      return null;
    }
    const ids = [...new Set(events.map((event) => event.subjectId))];
    const { manager } = this.database.dataSource;
    add(value, { events, ...(await standingsOf(manager, ids, cursor)) });
    return { of: value };
  }

  /** Facts that are not counted in yet, one more at most than can be looked at beside. */
  private since(companyId: string, cursor: number): Promise<Occurred[]> {
    return this.database.read(EventRow).find({
      select: { sequence: true, name: true, subjectId: true, payload: true, at: true },
      where: { companyId, sequence: MoreThan(cursor), name: In([...followedEvents]) },
      take: besideAtMost + 1,
    });
  }
}
