import type { KeyValueStore } from '../channel.js';
import { numberOf, parsed, recordOf, textOf } from './dingtalk.json.js';

export interface FreshToken {
  value: string;
  /** How long it is good. */
  seconds: number;
}

interface KeptToken {
  value: string;
  until: number;
  /** From here on a new one is fetched. */
  renewAt: number;
}

/** Seconds before its end at which a token is renewed; a short-lived one in the last tenth of its life. */
const earlySeconds = 300;

/**
 * A token of the app: one for all callers, kept in memory and in the store so that a restart does not ask again,
 * fetched once however many ask for it, renewed before it ends.
 */
export class TokenCache {
  private kept: KeptToken | null = null;
  /** The store may still hold what DingTalk has refused. */
  private refused = '';
  private fetching: Promise<KeptToken> | null = null;

  constructor(
    private readonly store: KeyValueStore,
    private readonly now: () => number,
    private readonly key: string,
    private readonly fetchNew: () => Promise<FreshToken>,
  ) {}

  /** Its end, ms; null before the first. */
  get until(): number | null {
    return this.kept?.until ?? null;
  }

  async get(): Promise<string> {
    const stored = this.kept ?? (await this.fromStore());
    this.kept ??= stored;
    const { kept } = this;
    if (kept && this.now() < kept.renewAt) {
      return kept.value;
    }
    try {
      return (await this.fetched()).value;
    } catch (error) {
      if (kept && this.now() < kept.until) {
        return kept.value; // early enough that the old one still serves
      }
      throw error;
    }
  }

  /** After DingTalk refused this one; when another caller has replaced it meanwhile, nothing is fetched. */
  async replace(refused: string): Promise<string> {
    if (this.kept === null || this.kept.value === refused) {
      this.refused = refused;
      this.kept = null;
    }
    return this.get();
  }

  private fetched(): Promise<KeptToken> {
    this.fetching ??= this.fetch().finally(() => {
      this.fetching = null;
    });
    return this.fetching;
  }

  private async fetch(): Promise<KeptToken> {
    const { value, seconds } = await this.fetchNew();
    const life = seconds * 1000;
    const until = this.now() + life;
    const fresh = { value, until, renewAt: until - Math.min(earlySeconds * 1000, life / 10) };
    this.kept = fresh;
    this.refused = '';
    await this.store.set(this.key, JSON.stringify(fresh), Math.max(1, Math.floor(seconds)));
    return fresh;
  }

  private async fromStore(): Promise<KeptToken | null> {
    const record = recordOf(parsed((await this.store.get(this.key)) ?? ''));
    const value = textOf(record, 'value');
    const until = numberOf(record, 'until') ?? 0;
    const renewAt = numberOf(record, 'renewAt') ?? 0;
    const good = value !== '' && value !== this.refused && this.now() < until;
    return good ? { value, until, renewAt } : null;
  }
}
