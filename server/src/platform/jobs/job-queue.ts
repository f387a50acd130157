import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../time/ids.js';
import { Job } from './job.entity.js';

export interface JobOptions {
  /** Earliest moment, ms; now when absent. */
  runAt?: number;
  /** A second order under the same key is dropped. */
  key?: string;
}

/** A piece of work that waits for the commit. */
export interface PendingJob {
  name: string;
  payload: object;
  options: JobOptions;
}

/** The writing end: jobs are rows, ordered inside the caller's transaction. */
@Injectable()
export class JobQueue {
  readonly signal = new EventEmitter();

  /** All in one statement; a key that is there already drops its job. */
  async insert(manager: EntityManager, jobs: PendingJob[], now: number): Promise<void> {
    if (jobs.length === 0) {
      return;
    }
    const rows = jobs.map(({ name, payload, options }) => ({
      ...{ id: newId(now), name, uniqueKey: options.key ?? null, payload },
      ...{ state: 'ready' as const, attempts: 0, runAt: options.runAt ?? now },
      ...{ leaseOwner: '', leaseUntil: 0, lastError: null, createdAt: now },
    }));
    if (rows.every((row) => row.uniqueKey === null)) {
      await manager.insert(Job, rows);
    } else {
      await manager.createQueryBuilder().insert().into(Job).values(rows).orIgnore().execute();
    }
  }

  wake(): void {
    this.signal.emit('ready');
  }
}
