import type { KeyValueStore } from '../channel.js';
import { DingTalkError, type DingTalkReason } from './dingtalk.errors.js';
import { numberOf, parsed, recordOf, textOf } from './dingtalk.json.js';

const keepMonth = 40 * 86_400;
const flushAfter = 5_000;
const chinaOffset = 8 * 3_600_000;

/** Day or month in Asia/Shanghai, the time DingTalk counts by. */
export function chinaDay(now: number): string {
  return new Date(now + chinaOffset).toISOString().slice(0, 10);
}

/**
 * Counts what DingTalk meters: calls and pushes of a month. Kept in the store every few seconds, so that a crash
 * loses seconds and not the month; two processes that write at once may lose a few counts. DingTalk's own count is
 * the truth: when it says that the month is used up, that counts.
 */
export class MonthlyMeter {
  private month = '';
  private kept = 0;
  private fresh = 0;
  private flushedAt = 0;

  constructor(
    private readonly store: KeyValueStore,
    private readonly now: () => number,
    readonly limit: number,
  ) {}

  get used(): number {
    return this.month === this.thisMonth() ? this.kept + this.fresh : 0;
  }

  count(): void {
    this.turn();
    this.fresh += 1;
    if (this.now() - this.flushedAt >= flushAfter) {
      this.flushedAt = this.now();
      this.flush().catch(() => undefined); // counted again with the next flush
    }
  }

  /** Adds what was counted here to what the store holds. */
  async flush(): Promise<void> {
    this.turn();
    const { month } = this;
    const adding = this.fresh;
    this.fresh = 0;
    try {
      const before = Number((await this.store.get(`dingtalk:calls:${month}`)) ?? '0') || 0;
      await this.store.set(`dingtalk:calls:${month}`, String(before + adding), keepMonth);
      this.kept = month === this.month ? before + adding : this.kept;
    } catch (error) {
      this.fresh += month === this.month ? adding : 0;
      throw error;
    }
  }

  private turn(): void {
    const month = this.thisMonth();
    if (month !== this.month) {
      this.month = month;
      this.kept = 0;
      this.fresh = 0;
    }
  }

  private thisMonth(): string {
    return chinaDay(this.now()).slice(0, 7);
  }
}

/** How long nothing is asked after DingTalk closed the door: calling on would only prolong it. */
const closedFor: Partial<Record<DingTalkReason, number>> = {
  blocked: 5 * 60_000,
  quotaUsed: 10 * 60_000,
};

/** Shut after a block or a used-up month, for all processes of the installation. */
export class CallGate {
  private until = 0;
  private reason: DingTalkReason = 'blocked';
  private asked = false;

  constructor(
    private readonly store: KeyValueStore,
    private readonly now: () => number,
  ) {}

  /** @throws DingTalkError while it is shut */
  async pass(): Promise<void> {
    if (!this.asked) {
      this.asked = true;
      const kept = recordOf(parsed((await this.store.get('dingtalk:closed')) ?? ''));
      this.until = numberOf(kept, 'until') ?? 0;
      this.reason = textOf(kept, 'reason') === 'quotaUsed' ? 'quotaUsed' : 'blocked';
    }
    if (this.now() < this.until) {
      throw new DingTalkError(this.reason, 'closed');
    }
  }

  async learn(error: DingTalkError): Promise<void> {
    const time = closedFor[error.reason];
    if (time !== undefined && error.code !== 'closed') {
      this.until = this.now() + time;
      this.reason = error.reason;
      const kept = JSON.stringify({ until: this.until, reason: this.reason });
      await this.store.set('dingtalk:closed', kept, Math.ceil(time / 1000));
    }
  }
}
