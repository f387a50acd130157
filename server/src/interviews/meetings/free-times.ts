import { quarterMs } from '@zhiyu/contracts/meetings';
import { shanghaiHour } from '../../platform/time/shanghai.js';

/** When rounds with people begin and end, hours of the day in Asia/Shanghai; nothing is put over lunch. */
const parts = [
  { from: 9, to: 12 },
  { from: 13.5, to: 18 },
] as const;
const stepMs = 30 * 60_000;

/** The quarters of an hour that a time touches, since 1970. */
export function quartersOf(start: number, end: number): number[] {
  const first = Math.floor(start / quarterMs);
  const count = Math.ceil(end / quarterMs) - first;
  return Array.from({ length: Math.max(0, count) }, (_, at) => first + at);
}

/** Quarters of an hour as the spans that they make, soonest first; one that is named twice counts once. */
export function spansOf(quarters: Iterable<number>): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const quarter of [...new Set(quarters)].sort((one, other) => one - other)) {
    const [from, to] = [quarter * quarterMs, (quarter + 1) * quarterMs];
    const last = spans.at(-1);
    if (last?.to === from) {
      last.to = to;
    } else {
      spans.push({ from, to });
    }
  }
  return spans;
}

export interface Wanted {
  /** Working days, YYYY-MM-DD. */
  days: readonly string[];
  minutes: number;
  /** Quarters in which somebody is taken. */
  taken: ReadonlySet<number>;
  /** Only later ones, ms. */
  after: number;
  count: number;
}

/** Beginnings within working hours at which nobody is taken, soonest first. */
export function freeTimes({ days, minutes, taken, after, count }: Wanted): number[] {
  const lasts = minutes * 60_000;
  const free = (start: number) =>
    start > after && quartersOf(start, start + lasts).every((quarter) => !taken.has(quarter));
  return days
    .flatMap((day) =>
      parts.flatMap(({ from, to }) => {
        const [begin, end] = [shanghaiHour(day, from), shanghaiHour(day, to)];
        const steps = Math.floor((end - lasts - begin) / stepMs) + 1;
        return Array.from({ length: Math.max(0, steps) }, (_, at) => begin + at * stepMs);
      }),
    )
    .filter(free)
    .slice(0, count);
}

/** At most `aDay` of each day, from its morning to its evening. */
export function spread(
  times: readonly number[],
  aDay: number,
  dayOf: (at: number) => string,
): number[] {
  const days = [...new Set(times.map(dayOf))];
  return days.flatMap((day) => {
    const own = times.filter((at) => dayOf(at) === day);
    const step = Math.max(1, (own.length - 1) / Math.max(1, aDay - 1));
    const chosen = own.map((_, at) => Math.round(at * step)).filter((at) => at < own.length);
    return [...new Set(chosen)].slice(0, aDay).flatMap((at) => own[at] ?? []);
  });
}
