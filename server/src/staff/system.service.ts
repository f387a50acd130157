import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { SystemState } from '@zhiyu/contracts/staff';
import { Database } from '../platform/database/database.js';
import { Engines } from '../platform/engines.js';
import { Job } from '../platform/jobs/job.entity.js';
import { JobQueue } from '../platform/jobs/job-queue.js';
import { Runtime } from '../platform/runtime.js';
import { Clock } from '../platform/time/clock.js';

const shownDead = 50;

/** What an administrator sees of the machine: engines, jobs, the database. */
@Injectable()
export class SystemService {
  constructor(
    private readonly database: Database,
    private readonly engines: Engines,
    private readonly queue: JobQueue,
    private readonly runtime: Runtime,
    private readonly clock: Clock,
  ) {}

  async state(language: 'zh' | 'en'): Promise<SystemState> {
    const jobs = this.database.read(Job);
    const [ready, leased, dead] = await Promise.all([
      jobs.countBy({ state: 'ready' }),
      jobs.countBy({ state: 'leased' }),
      jobs.countBy({ state: 'dead' }),
    ]);
    const rows = await jobs.find({
      where: { state: 'dead' },
      order: { createdAt: 'DESC' },
      take: shownDead,
    });
    return {
      version: this.runtime.options.version,
      database: this.database.sqlite ? 'SQLite' : 'MariaDB',
      engines: await this.engines.list(language),
      jobs: { ready, leased, dead },
      deadJobs: rows.map(({ id, name, attempts, lastError, createdAt }) => ({
        id,
        name,
        attempts,
        lastError: lastError ?? '',
        at: createdAt,
      })),
    };
  }

  /** A dead job starts again from its first try. */
  async replay(id: string): Promise<void> {
    const again = { state: 'ready' as const, attempts: 0, runAt: this.clock.now(), leaseUntil: 0 };
    const changed = await this.database.read(Job).update({ id, state: 'dead' }, again);
    if (changed.affected !== 1) {
      throw new AppError('notFound');
    }
    this.queue.wake();
  }
}
