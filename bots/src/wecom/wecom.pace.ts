import { createHash } from 'node:crypto';
import type { ChannelTools } from '../channel.js';

/** The chat takes no more messages for this person right now; a later try works. */
class TooManyMessages extends Error {
  constructor(readonly retryAfterMs: number) {
    super(`企业微信限制了发送频率，${Math.ceil(retryAfterMs / 1000)} 秒后再发`);
    this.name = 'TooManyMessages';
  }
}

const minuteMs = 60_000;
const hourMs = 3_600_000;

/**
 * Holds what one person gets below WeCom's limits, because WeCom drops what is above them without a word
 * (developer document 90312: 30 a minute and 1,000 an hour). The minute is exact over all machines: each message
 * takes one of so many slots in the store, and a slot is free again after a minute. The hour is counted per process.
 */
export class Pace {
  private readonly next = new Map<string, number>();
  private readonly hour = new Map<string, number[]>();

  constructor(
    private readonly tools: ChannelTools,
    private readonly name: string,
    private readonly most: { minute: number; hour: number },
  ) {}

  /** Takes a slot. @throws TooManyMessages when all are taken */
  async take(who: string): Promise<void> {
    const now = this.tools.now();
    const sent = (this.hour.get(who) ?? []).filter((at) => at > now - hourMs);
    if (sent.length >= this.most.hour) {
      throw new TooManyMessages((sent[0] ?? now) + hourMs - now);
    }
    await this.slot(who, now);
    sent.push(now);
    this.hour.set(who, sent);
  }

  private async slot(who: string, now: number): Promise<void> {
    const hash = createHash('sha256').update(who).digest('hex').slice(0, 16);
    const first = this.next.get(who) ?? 0;
    let earliest = now;
    for (let step = 0; step < this.most.minute; step++) {
      const at = (first + step) % this.most.minute;
      const taken = await this.tryTake(`wecom:pace:${this.name}:${hash}:${at}`, now);
      if (taken === null) {
        this.next.set(who, (at + 1) % this.most.minute);
        return;
      }
      earliest = Math.min(earliest, taken);
    }
    throw new TooManyMessages(Math.max(1, earliest + minuteMs - now));
  }

  /** @returns null when the slot is taken by this message, otherwise since when it is by another */
  private async tryTake(key: string, now: number): Promise<number | null> {
    const { store } = this.tools;
    if (await store.claim(key, String(now), minuteMs / 1000)) {
      return null;
    }
    const since = Number((await store.get(key)) ?? 0);
    if (since > now - minuteMs) {
      return since;
    }
    await store.delete(key); // over, in a store that forgets late
    return (await store.claim(key, String(now), minuteMs / 1000)) ? null : now;
  }
}

const dayMs = 86_400_000;
const beijingMs = 8 * hourMs;

/** Messages of this day in Beijing, for the administrator's page; survives a restart as far as the store does. */
export class DayCount {
  private day = '';
  private count = 0;

  constructor(
    private readonly tools: ChannelTools,
    private readonly name: string,
  ) {}

  get used(): number {
    return this.day === this.today() ? this.count : 0;
  }

  async add(): Promise<void> {
    const today = this.today();
    const key = `wecom:day:${this.name}:${today}`;
    if (this.day !== today) {
      this.day = today;
      this.count = Number((await this.tools.store.get(key)) ?? 0);
    }
    this.count += 1;
    await this.tools.store.set(key, String(this.count), dayMs / 1000);
  }

  private today(): string {
    return new Date(this.tools.now() + beijingMs).toISOString().slice(0, 10);
  }
}
