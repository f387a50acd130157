import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelTools } from '../channel.js';
import { jsonOf, fieldsOf, numberOf, textOf } from './wecom.answers.js';

/** A token or ticket with the time in which it is valid. */
export interface Valued {
  value: string;
  /** ms */
  until: number;
  /** From when on it is renewed although it is still valid, ms. */
  renewAt: number;
}

const earlyMs = 300_000;
const usualSeconds = 7_200;
/** How long another machine is waited for while it asks. */
const lockSeconds = 10;
const pollMs = 100;

/**
 * Valid for so many seconds from now; renewed in the last five minutes, or the last tenth of a short life.
 * @param seconds NaN where WeCom did not say: then as long as its documents do
 */
export function valued(value: string, seconds: number, now: number): Valued {
  const life = Number.isNaN(seconds) ? usualSeconds : seconds;
  const until = now + life * 1000;
  return { value, until, renewAt: until - Math.min(earlyMs, life * 100) };
}

function readValued(text: string | null): Valued | null {
  const fields = fieldsOf(text === null ? null : jsonOf(text));
  const value = textOf(fields.value);
  const until = numberOf(fields.until);
  return value === '' || Number.isNaN(until)
    ? null
    : { value, until, renewAt: numberOf(fields.renewAt) };
}

/**
 * A value that WeCom gives for two hours: kept in memory and, for all machines of an installation, in the store;
 * asked for once however many need it at the same time.
 */
export class Cached {
  private held: Valued | null = null;
  private asking: Promise<Valued> | null = null;
  private readonly key: string;

  constructor(
    private readonly tools: ChannelTools,
    name: string,
    private readonly ask: () => Promise<Valued>,
  ) {
    this.key = `wecom:held:${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  }

  /** When the value ends, ms; null before the first. */
  get until(): number | null {
    return this.held?.until ?? null;
  }

  async current(): Promise<string> {
    if (this.held && this.held.renewAt > this.tools.now()) {
      return this.held.value;
    }
    this.asking ??= this.renew().finally(() => (this.asking = null));
    try {
      return (await this.asking).value;
    } catch (error) {
      if (this.held && this.held.until > this.tools.now()) {
        return this.held.value; // early enough that the old one still serves
      }
      throw error;
    }
  }

  /** WeCom refused this value: the next who needs one gets another. Somebody may have renewed it meanwhile. */
  async drop(value: string): Promise<void> {
    if (this.held?.value === value) {
      this.held = null;
    }
    const kept = readValued(await this.tools.store.get(this.key));
    if (kept?.value === value) {
      await this.tools.store.delete(this.key);
    }
  }

  private async renew(): Promise<Valued> {
    const { store } = this.tools;
    const lock = `${this.key}:lock`;
    const deadline = Date.now() + lockSeconds * 1000;
    for (;;) {
      const kept = readValued(await store.get(this.key));
      if (kept && kept.renewAt > this.tools.now()) {
        return (this.held = kept);
      }
      const mine = await store.claim(lock, '1', lockSeconds);
      if (mine || Date.now() >= deadline) {
        break;
      }
      await sleep(pollMs);
    }
    try {
      return await this.fetch();
    } finally {
      await store.delete(lock);
    }
  }

  private async fetch(): Promise<Valued> {
    const fresh = await this.ask();
    const seconds = Math.max(1, Math.ceil((fresh.until - this.tools.now()) / 1000));
    await this.tools.store.set(this.key, JSON.stringify(fresh), seconds);
    return (this.held = fresh);
  }
}
