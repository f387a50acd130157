import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { EventMap, EventName } from '@zhiyu/contracts/events';
import type { JobMap, JobName } from '@zhiyu/contracts/jobs';
import {
  DataSource,
  type EntityManager,
  type EntityTarget,
  type ObjectLiteral,
  type Repository,
} from 'typeorm';
import { EventLog } from '../events/event-log.js';
import type { PendingEvent } from '../events/pending-event.js';
import { type JobOptions, JobQueue, type PendingJob } from '../jobs/job-queue.js';
import { Clock } from '../time/clock.js';
import { isBusy } from './sqlite-writer.js';

const tries = 12;

/** One open transaction: change rows by `manager`, say what happened by `emit`, order work by `enqueue`. */
export class Tx {
  readonly events: PendingEvent[] = [];
  readonly jobs: PendingJob[] = [];

  constructor(
    readonly manager: EntityManager,
    readonly now: number,
  ) {}

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  emit<N extends EventName>(name: N, companyId: string, payload: EventMap[N]): void {
    this.events.push({ name, companyId, payload });
  }

  enqueue<N extends JobName>(name: N, payload: JobMap[N], options: JobOptions = {}): void {
    this.jobs.push({ name, payload, options });
  }
}

function isDeadlock(error: unknown): boolean {
  return (
    error instanceof Error &&
    /ER_LOCK_DEADLOCK|Deadlock found|ER_CHECKREAD|Record has changed/.test(error.message)
  );
}

/** True when an insert hit a row that is already there (unique key). */
export function isDuplicate(error: unknown): boolean {
  return (
    error instanceof Error &&
    /UNIQUE constraint failed|SQLITE_CONSTRAINT|Duplicate entry/.test(error.message)
  );
}

/** The database: reading by repositories, writing only inside `transaction`. */
@Injectable()
export class Database {
  constructor(
    @InjectDataSource() readonly dataSource: DataSource,
    private readonly log: EventLog,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  get sqlite(): boolean {
    return this.dataSource.options.type === 'better-sqlite3';
  }

  read<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.dataSource.getRepository(entity);
  }

  /**
   * Runs `work` in one transaction with its events and jobs. Repeated from the start when another
   * writer was in the way, so `work` changes nothing but rows.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt >= tries || !(isBusy(error) || isDeadlock(error))) {
          throw error;
        }
        await sleep(Math.random() * 4 * 2 ** Math.min(attempt, 6));
      }
    }
  }

  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const done = await this.dataSource.manager.transaction(async (manager) => {
      const tx = new Tx(manager, this.clock.now());
      const value = await work(tx);
      const facts = this.log.facts(tx.events, tx.now);
      await this.queue.insert(manager, [...tx.jobs, ...this.log.jobsOf(facts)], tx.now);
      // Last before the commit: the counter's row is locked only for the length of the commit itself.
      await this.log.append(manager, facts);
      return { value, changed: tx.jobs.length + tx.events.length > 0 };
    });
    if (done.changed) {
      this.log.wake();
      this.queue.wake();
    }
    return done.value;
  }
}
