import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type EntityManager, In, LessThanOrEqual, MoreThan, And } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { EventRow } from '../platform/events/event.entity.js';
import { AppLog } from '../platform/log/app-log.js';
import { Runtime } from '../platform/runtime.js';
import { type Change, changesOf, followedEvents, keyOf, type Standing } from './counting.js';
import { CountedApplication, DashboardCount, Projection } from './projection.entity.js';
import { countAll } from './rebuild.js';
import { standingsOf } from './standings.js';
import { addCohorts } from './cohort-rows.js';
import { cohortChanges } from './cohorts.js';

const name = 'dashboard';
/** Small enough that nobody who writes waits long for it. */
const eventsAtOnce = 50;
/** After each such step those who write have their turn. */
const pauseMs = 20;
const foldMs = 2000;

/**
 * The counts of the dashboard, carried on from the event log: the events only tell which applications to look at,
 * so that counting one twice changes nothing; the cursor moves in the transaction of the counts, so that each day's
 * fact counts once, however many processes do this.
 */
@Injectable()
export class DashboardProjection implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly runtime: Runtime,
    private readonly log: AppLog,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.runtime.runsJobs) {
      return;
    }
    this.timer = setInterval(() => {
      this.fold(pauseMs).catch((error: unknown) => {
        this.log.warn('the counts of the dashboard stay behind', { error });
      });
    }, foldMs);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running?.catch(() => undefined);
  }

  /** The last event that is counted in; -1 before the first count. */
  async cursor(): Promise<number> {
    const row = await this.database.read(Projection).findOneByOrFail({ name });
    return row.sequence;
  }

  /**
   * Counts in all that has happened.
   * @param pause ms between its steps, for those who write; none where somebody waits for the counts
   */
  fold(pause = 0): Promise<void> {
    this.running ??= this.foldAll(pause).finally(() => (this.running = undefined));
    return this.running;
  }

  /** Counts everything anew from the rows themselves. */
  async rebuild(): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      await this.lock(manager);
      await this.rebuildIn(manager);
    });
  }

  private async foldAll(pause: number): Promise<void> {
    while ((await this.cursor()) < (await lastOf(this.database.dataSource.manager))) {
      await this.database.transaction(({ manager }) => this.foldSome(manager));
      await sleep(pause);
    }
  }

  private async foldSome(manager: EntityManager): Promise<void> {
    const from = await this.lock(manager);
    if (from < 0) {
      await this.rebuildIn(manager);
      return;
    }
    const last = await lastOf(manager);
    const events = await manager.find(EventRow, {
      select: { sequence: true, name: true, subjectId: true, payload: true, at: true },
      where: {
        sequence: And(MoreThan(from), LessThanOrEqual(last)),
        name: In([...followedEvents]),
      },
      order: { sequence: 'ASC' },
      take: eventsAtOnce,
    });
    const ids = [...new Set(events.map((event) => event.subjectId))];
    const { counted, now, lost } = await standingsOf(manager, ids, from);
    await addChanges(manager, changesOf(counted, now, events, lost));
    await addCohorts(manager, cohortChanges(counted, now));
    await replaceCounted(manager, counted, now);
    const full = events.length === eventsAtOnce;
    await this.moveTo(manager, full ? (events.at(-1)?.sequence ?? last) : last);
  }

  private async rebuildIn(manager: EntityManager): Promise<void> {
    // Read first: an application that changes while the rows are counted is looked at again by its event.
    const last = await lastOf(manager);
    await countAll(manager, last);
    await this.moveTo(manager, last);
  }

  /** Others wait until this transaction ends. @returns the last event that is counted in */
  private async lock(manager: EntityManager): Promise<number> {
    const row = await manager.findOneOrFail(Projection, {
      where: { name },
      ...(this.database.sqlite ? {} : { lock: { mode: 'pessimistic_write' as const } }),
    });
    return row.sequence;
  }

  private async moveTo(manager: EntityManager, sequence: number): Promise<void> {
    await manager.update(Projection, { name }, { sequence });
  }
}

/** Sequences follow the commits: whatever is not above it is to be seen. */
async function lastOf(manager: EntityManager): Promise<number> {
  return (await manager.maximum(EventRow, 'sequence', {})) ?? 0;
}

async function addChanges(manager: EntityManager, changes: Change[]): Promise<void> {
  if (changes.length === 0) {
    return;
  }
  const rows = await manager.findBy(DashboardCount, {
    companyId: In([...new Set(changes.map((change) => change.companyId))]),
    day: In([...new Set(changes.map((change) => change.day))]),
    positionId: In([...new Set(changes.map((change) => change.positionId))]),
  });
  const amounts = new Map(rows.map((row) => [keyOf(row), row.amount]));
  // Only who holds the cursor writes here: what was read is still so.
  const moved = changes.map(({ by, ...place }) => ({
    ...place,
    amount: (amounts.get(keyOf(place)) ?? 0) + by,
  }));
  const empty = moved.filter((row) => row.amount === 0);
  for (const { amount: _zero, ...place } of empty) {
    await manager.delete(DashboardCount, place);
  }
  const rest = moved.filter((row) => row.amount !== 0);
  if (rest.length > 0) {
    await manager.upsert(DashboardCount, rest, ['companyId', 'day', 'positionId', 'measure']);
  }
}

async function replaceCounted(
  manager: EntityManager,
  counted: Standing[],
  now: Standing[],
): Promise<void> {
  const there = new Set(now.map((one) => one.applicationId));
  const gone = counted.map((one) => one.applicationId).filter((id) => !there.has(id));
  if (gone.length > 0) {
    await manager.delete(CountedApplication, { applicationId: In(gone) });
  }
  if (now.length > 0) {
    await manager.upsert(CountedApplication, now, ['applicationId']);
  }
}
