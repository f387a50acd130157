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

/** The writing end: jobs are rows, ordered inside the caller's transaction. */
@Injectable()
export class JobQueue {
  readonly signal = new EventEmitter();

  async insert(
    manager: EntityManager,
    name: string,
    payload: object,
    options: JobOptions & { now: number },
  ): Promise<void> {
    const row = {
      id: newId(options.now),
      name,
      uniqueKey: options.key ?? null,
      payload,
      state: 'ready' as const,
      attempts: 0,
      runAt: options.runAt ?? options.now,
      leaseOwner: '',
      leaseUntil: 0,
      lastError: null,
      createdAt: options.now,
    };
    if (row.uniqueKey === null) {
      await manager.insert(Job, row);
    } else {
      await manager.createQueryBuilder().insert().into(Job).values(row).orIgnore().execute();
    }
  }

  wake(): void {
    this.signal.emit('ready');
  }
}
