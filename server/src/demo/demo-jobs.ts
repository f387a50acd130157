import type { Database } from '../platform/database/database.js';
import { Job } from '../platform/jobs/job.entity.js';
import type { JobQueue } from '../platform/jobs/job-queue.js';
import type { JobRegistry } from '../platform/jobs/job-registry.js';
import { LessThanOrEqual, Not } from 'typeorm';
import type { DemoClock } from './demo-clock.js';

const holder = 'example-company';
/** Longer than the making takes: a server beside it leaves these jobs alone. */
const holdMs = 3_600_000;
/** Left to the server: seekable copies are made after the start, nobody waits for them. */
const later = 'media.seal';

/** The jobs of the example company's weeks, each run at its moment instead of now. */
export class DemoJobs {
  constructor(
    private readonly database: Database,
    private readonly registry: JobRegistry,
    private readonly clock: DemoClock,
  ) {}

  /** From now on jobs that this queue writes are held back from every engine. */
  hold(queue: JobQueue): void {
    const insert = queue.insert.bind(queue);
    queue.insert = async (manager, jobs, now) => {
      await insert(manager, jobs, now);
      const fresh = { state: 'ready' as const, leaseOwner: '', createdAt: now };
      const held = {
        state: 'leased' as const,
        leaseOwner: holder,
        leaseUntil: Date.now() + holdMs,
      };
      await manager.update(Job, fresh, held);
    };
  }

  /** Runs what falls due up to this moment, in order, and goes on to it. */
  async runUntil(moment: number): Promise<void> {
    for (;;) {
      const job = await this.database.read(Job).findOne({
        where: {
          state: 'leased',
          leaseOwner: holder,
          runAt: LessThanOrEqual(moment),
          name: Not(later),
        },
        order: { runAt: 'ASC', id: 'ASC' },
      });
      if (!job) {
        this.clock.advance(moment);
        return;
      }
      this.clock.advance(job.runAt);
      await this.run(job);
    }
  }

  /** What is still to come belongs to the server. */
  async release(): Promise<void> {
    const free = { state: 'ready' as const, leaseOwner: '', leaseUntil: 0 };
    await this.database.read(Job).update({ state: 'leased', leaseOwner: holder }, free);
  }

  private async run(job: Job): Promise<void> {
    const handler = this.registry.handlers.get(job.name);
    if (!handler) {
      throw new Error(`no handler for ${job.name}`);
    }
    await handler(job.payload);
    await this.database.read(Job).update({ id: job.id }, { state: 'done', leaseUntil: 0 });
  }
}
