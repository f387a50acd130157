import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, In, LessThan, LessThanOrEqual, Not } from 'typeorm';
import { InFlight } from '../http/in-flight.js';
import { AppLog } from '../log/app-log.js';
import { Clock } from '../time/clock.js';
import { newId } from '../time/ids.js';
import { HopelessError, JobEngine, type JobHandler } from './job-engine.js';
import { Job } from './job.entity.js';
import { JobQueue } from './job-queue.js';

const leaseMs = 30_000;
const beatMs = 10_000;
const pollMs = 500;
const parallel = 4;
/** At most so many of one name: a chat that answers slowly holds up its own messages, not every job. */
const ofOneName = 3;
/** While people wait for answers a job begins at most this often: it shares their processor and database. */
const pauseMs = 50;
const maxAttempts = 8;

/** Wait before the next try: 1 s, 2 s, 4 s … up to 10 min, with half of it by chance. */
function backoff(attempts: number): number {
  const full = Math.min(600_000, 1000 * 2 ** (attempts - 1));
  return Math.round(full / 2 + Math.random() * (full / 2));
}

/** Claims due rows of the job table by a lease, on any database and from any number of processes. */
@Injectable()
export class EmbeddedEngine extends JobEngine {
  /** By the job's id. */
  private readonly running = new Map<string, { name: string; ends: Promise<void> }>();
  private handlers: ReadonlyMap<string, JobHandler> = new Map();
  private timer: NodeJS.Timeout | undefined;
  private stopped = true;
  private claiming: Promise<number> | undefined;
  private again = false;
  /** When a job began last, by performance.now(). */
  private began = 0;
  private pausing = false;
  /** When jobs of dead processes were looked for last, by performance.now(). */
  private lookedForLost = Number.NEGATIVE_INFINITY;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly log: AppLog,
    private readonly inFlight: InFlight,
  ) {
    super();
  }

  use(handlers: ReadonlyMap<string, JobHandler>): void {
    this.handlers = handlers;
  }

  start(): void {
    this.stopped = false;
    this.queue.signal.on('ready', this.wake);
    this.timer = setInterval(this.wake, pollMs);
    this.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    this.queue.signal.off('ready', this.wake);
    await this.claiming;
    await Promise.allSettled([...this.running.values()].map(({ ends }) => ends));
  }

  async drain(): Promise<void> {
    for (;;) {
      this.lookedForLost = Number.NEGATIVE_INFINITY;
      const claimed = await this.claim(parallel - this.running.size);
      if (claimed === 0 && this.running.size === 0) {
        return;
      }
      await Promise.allSettled([...this.running.values()].map(({ ends }) => ends));
    }
  }

  private readonly wake = (): void => {
    if (this.stopped) {
      return;
    }
    if (this.claiming) {
      this.again = true;
      return;
    }
    this.claiming = this.claim(this.room())
      .catch((error: unknown) => {
        this.log.error('job claim failed', { error });
        return 0;
      })
      .finally(() => {
        this.claiming = undefined;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  };

  /** How many jobs may begin now. */
  private room(): number {
    const free = parallel - this.running.size;
    if (!this.inFlight.any) {
      return free;
    }
    const pause = this.began + pauseMs - performance.now();
    if (pause > 0 && !this.pausing) {
      this.pausing = true;
      setTimeout(() => {
        this.pausing = false;
        this.wake();
      }, pause);
    }
    return pause > 0 ? 0 : Math.min(free, 1);
  }

  private async claim(room: number): Promise<number> {
    if (room <= 0) {
      return 0;
    }
    const now = this.clock.now();
    const due = await this.due(room, now);
    // After a long sleep of the machine the own lease has ended, and yet the job still runs here.
    const free = this.shared(due.filter((job) => !this.running.has(job.id)));
    const mine = free.length > 0 ? await this.lease(free, now) : [];
    mine.forEach((job) => {
      this.begin(job);
    });
    return mine.length;
  }

  /** Of these jobs as many as their names have room for; with some left out the others behind them are claimed next. */
  private shared(due: Job[]): Job[] {
    const counts = this.counts();
    const free = due.filter(({ name }) => {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return count <= ofOneName;
    });
    this.again ||= free.length < due.length;
    return free;
  }

  /** Running jobs by name. */
  private counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { name } of this.running.values()) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  }

  /** Ready ones in their order; now and then also those that a dead process held. Each is read off one index. */
  private async due(room: number, now: number): Promise<Job[]> {
    const jobs = this.dataSource.getRepository(Job);
    const full = [...this.counts()].filter(([, count]) => count >= ofOneName).map(([name]) => name);
    const others = full.length > 0 ? { name: Not(In(full)) } : {};
    const ready = await jobs.find({
      where: { state: 'ready', runAt: LessThanOrEqual(now), ...others },
      order: { runAt: 'ASC' },
      take: room,
    });
    if (performance.now() - this.lookedForLost < pollMs) {
      return ready;
    }
    this.lookedForLost = performance.now();
    const lost = await jobs.find({
      where: { state: 'leased', leaseUntil: LessThan(now) },
      take: room,
    });
    return [...ready, ...lost].slice(0, room);
  }

  /** Of these jobs the ones that are ours now: two processes cannot both change a row that is free. */
  private async lease(free: Job[], now: number): Promise<Job[]> {
    const jobs = this.dataSource.getRepository(Job);
    const ids = free.map((job) => job.id);
    const stamp = { state: 'leased' as const, leaseOwner: newId(now), leaseUntil: now + leaseMs };
    const taken = await jobs
      .createQueryBuilder()
      .update()
      .set({ ...stamp, attempts: () => 'attempts + 1' })
      .where('id IN (:...ids)', { ids })
      .andWhere('(state = :ready OR (state = :leased AND leaseUntil < :now))')
      .setParameters({ ready: 'ready', leased: 'leased', now })
      .execute();
    if (taken.affected === ids.length) {
      return free.map((job) => Object.assign(job, stamp));
    }
    const rows = await jobs.findBy({ id: In(ids), leaseOwner: stamp.leaseOwner });
    return rows.map((job) => Object.assign(job, { attempts: job.attempts - 1 }));
  }

  private begin(job: Job): void {
    this.began = performance.now();
    const ends = this.run(job)
      .catch((error: unknown) => {
        this.log.error('job state could not be written', { job: job.name, error });
      })
      .finally(() => {
        this.running.delete(job.id);
        this.wake();
      });
    this.running.set(job.id, { name: job.name, ends });
  }

  private async run(job: Job): Promise<void> {
    const jobs = this.dataSource.getRepository(Job);
    const mine = { id: job.id, leaseOwner: job.leaseOwner };
    const beat = setInterval(() => {
      void jobs.update(mine, { leaseUntil: this.clock.now() + leaseMs }).catch(() => undefined);
    }, beatMs);
    try {
      await this.handlerOf(job)(job.payload);
      await jobs.update(mine, { state: 'done', lastError: null, leaseUntil: 0 });
    } catch (error) {
      await jobs.update(mine, this.afterFailure(job, error));
    } finally {
      clearInterval(beat);
    }
  }

  /** @throws HopelessError for a job that nothing runs, or that ended its process every time. */
  private handlerOf(job: Job): JobHandler {
    if (job.attempts >= maxAttempts) {
      throw new HopelessError(`the process ended while it ran, ${job.attempts} times`);
    }
    const handler = this.handlers.get(job.name);
    if (!handler) {
      throw new HopelessError(`no handler for ${job.name}`);
    }
    return handler;
  }

  private afterFailure(job: Job, error: unknown) {
    const attempts = job.attempts + 1;
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const dead = attempts >= maxAttempts || error instanceof HopelessError;
    this.log.warn('job failed', { job: job.name, attempts, dead, error });
    return {
      state: dead ? ('dead' as const) : ('ready' as const),
      runAt: this.clock.now() + backoff(attempts),
      lastError: reason.slice(0, 2000),
      leaseUntil: 0,
    };
  }
}
