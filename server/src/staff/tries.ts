import { AppError } from '@zhiyu/contracts/errors';
import type { Clock } from '../platform/time/clock.js';

const keptAtMost = 50_000;

/** Counts failed tries of one key within a window; too many close it until the window has passed. */
export class Tries {
  private readonly failed = new Map<string, { count: number; since: number }>();

  constructor(
    private readonly clock: Clock,
    private readonly allowed: number,
    private readonly windowMs: number,
  ) {}

  /** @throws tooManyTries with the minutes that are left. */
  require(key: string): void {
    const entry = this.failed.get(key);
    const leftMs = entry ? entry.since + this.windowMs - this.clock.now() : 0;
    if (entry && leftMs > 0 && entry.count >= this.allowed) {
      throw new AppError('tooManyTries', { minutes: Math.ceil(leftMs / 60_000) });
    }
  }

  count(key: string): void {
    const now = this.clock.now();
    const entry = this.failed.get(key);
    const running = entry && entry.since + this.windowMs > now ? entry : { count: 0, since: now };
    if (this.failed.size >= keptAtMost) {
      this.failed.clear();
    }
    this.failed.set(key, { count: running.count + 1, since: running.since });
  }

  forget(key: string): void {
    this.failed.delete(key);
  }
}
