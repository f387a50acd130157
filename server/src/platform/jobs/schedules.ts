import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { JobMap, JobName } from '@zhiyu/contracts/jobs';
import { createTask } from 'node-cron';
import { Database } from '../database/database.js';
import { Runtime } from '../runtime.js';
import { Clock } from '../time/clock.js';
import { JobQueue } from './job-queue.js';

interface Schedule<N extends JobName = JobName> {
  job: N;
  expression: string;
  payload: (due: number) => JobMap[N];
}

const zone = 'Asia/Shanghai';

/** The next moment of a cron expression, in Asia/Shanghai. */
function nextRun(expression: string): number | null {
  const task = createTask(expression, () => undefined, { timezone: zone });
  const next = task.getNextRun();
  void task.destroy();
  return next ? next.getTime() : null;
}

/**
 * Schedules are job rows with the key name + due time, so that any number of processes order each run once.
 * The interval only wakes: missing a beat loses nothing.
 */
@Injectable()
export class Schedules {
  private readonly schedules: Schedule[] = [];

  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly runtime: Runtime,
  ) {}

  add<N extends JobName>(schedule: Schedule<N>): void {
    this.schedules.push(schedule);
  }

  @Interval(60_000)
  async order(): Promise<void> {
    if (!this.runtime.runsJobs) {
      return;
    }
    const now = this.clock.now();
    for (const { job, expression, payload } of this.schedules) {
      const due = nextRun(expression);
      if (due !== null) {
        const options = { runAt: due, key: `${job}@${due}` };
        await this.database.transaction((tx) =>
          this.queue.insert(tx.manager, [{ name: job, payload: payload(due), options }], now),
        );
      }
    }
    this.queue.wake();
  }
}
