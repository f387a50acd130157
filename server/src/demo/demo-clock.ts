import { Clock } from '../platform/time/clock.js';

const shanghaiOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;
const minuteMs = 60_000;

/** A clock that is set: the example company's weeks pass in seconds. Each look is a millisecond later. */
export class DemoClock extends Clock {
  private at = 0;

  now(): number {
    this.at += 1;
    return this.at;
  }

  /** Goes on to this moment, never back. */
  advance(moment: number): void {
    this.at = Math.max(this.at, Math.round(moment));
  }
}

/** `-6d 12:42` (clock in Asia/Shanghai, six days ago) or `-95m`, seen from `now`; in milliseconds. */
export function momentOf(text: string, now: number): number {
  const [, days, hour, minute] = /^-(\d+)d (\d\d):(\d\d)$/.exec(text) ?? [];
  if (days === undefined) {
    return now - Number(text.slice(1, -1)) * minuteMs;
  }
  const midnight = Math.floor((now + shanghaiOffsetMs) / dayMs) * dayMs - shanghaiOffsetMs;
  return midnight - Number(days) * dayMs + (Number(hour) * 60 + Number(minute)) * minuteMs;
}
