import { Injectable } from '@nestjs/common';
import { KeptValues } from '../kept-values/kept-values.js';
import { AppLog } from '../log/app-log.js';
import { Clock } from '../time/clock.js';
import { zoneNamed } from '../time/zones.js';
import type { Actor } from './actor.js';

/** A person as his sessions know him: the staff user, or the person behind an application. */
export type Present = Pick<Actor, 'kind' | 'id'>;

const keptSeconds = 90 * 86_400;
/** One who goes on working is written down no more often than this. */
const minuteMs = 60_000;
const rememberAtMost = 20_000;

interface Told {
  zone: string | null;
  actedAt: number;
}

const nothing: Told = { zone: null, actedAt: 0 };

const zoneKey = ({ kind, id }: Present) => `presence:zone:${kind}:${id}`;
const actKey = ({ kind, id }: Present) => `presence:act:${kind}:${id}`;

/** Where people's clocks are and when they last did something, from their requests; forgotten after 90 days. */
@Injectable()
export class Presence {
  /** What was written down by this process. */
  private told = new Map<string, Told>();

  constructor(
    private readonly kept: KeptValues,
    private readonly clock: Clock,
    private readonly log: AppLog,
  ) {}

  /**
   * Somebody's request. Nothing waits for it and nothing fails by it.
   * @param of.zone as his device names it @param of.acts whether it changes anything
   */
  seen({ kind, id }: Present, of: { zone: string; acts: boolean }): void {
    const who = { kind, id };
    const now = this.clock.now();
    const before = this.told.get(zoneKey(who)) ?? nothing;
    const zone = before.zone === of.zone ? null : zoneNamed(of.zone);
    const acted = of.acts && now - before.actedAt >= minuteMs;
    if (zone === null && !acted) {
      return;
    }
    const after = { zone: zone ?? before.zone, actedAt: acted ? now : before.actedAt };
    this.remember(who, after);
    const writes = [
      ...(zone === null ? [] : [this.kept.set(zoneKey(who), zone, keptSeconds)]),
      ...(acted ? [this.kept.set(actKey(who), String(now), keptSeconds)] : []),
    ];
    Promise.all(writes).catch((error: unknown) => {
      this.log.warn('a presence was not written down', { error });
    });
  }

  /** The person's own time zone; null where it is not known. */
  async zoneOf(who: Present): Promise<string | null> {
    const zone = await this.kept.get(zoneKey(who));
    return zone === null ? null : zoneNamed(zone);
  }

  /** When he last changed something here, ms; 0 where nothing is known. */
  async actedAt(who: Present): Promise<number> {
    return Number((await this.kept.get(actKey(who))) ?? '0');
  }

  async forget(who: Present): Promise<void> {
    this.told.delete(zoneKey(who));
    await this.kept.delete(zoneKey(who));
    await this.kept.delete(actKey(who));
  }

  private remember(who: Present, told: Told): void {
    if (this.told.size >= rememberAtMost) {
      this.told = new Map();
    }
    this.told.set(zoneKey(who), told);
  }
}
