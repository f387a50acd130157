import type { MeetingView } from '@zhiyu/contracts/meetings';

const zone = 'Asia/Shanghai';

const hourMs = 3_600_000;

/** YYYY-MM-DD in Asia/Shanghai. */
export function dateOf(at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at));
}

/** Rounds day by day, in their order. */
export function byDay<T extends Pick<MeetingView, 'startsAt'>>(meetings: readonly T[]): T[][] {
  const days = new Map<string, T[]>();
  for (const meeting of meetings) {
    const day = dateOf(meeting.startsAt);
    days.set(day, [...(days.get(day) ?? []), meeting]);
  }
  return [...days.values()];
}

/** `11月24日 周二`, in the reader's language. */
export function dayName(at: number, language: string): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : language, {
    timeZone: zone,
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  }).format(new Date(at));
}

/** Of a field for date and time, which is meant in Asia/Shanghai and on a quarter; null: not filled in. */
export function momentOf(field: string): number | null {
  const at = Date.parse(`${field}:00+08:00`);
  return Number.isNaN(at) ? null : Math.floor(at / 900_000) * 900_000;
}

/** The first moment of a day, YYYY-MM-DD, in Asia/Shanghai. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`);
}

/** So many days with a free time are shown: more is no choice. */
const daysWithTimes = 6;

/** The days of the choice: those before the last of six with a free time, full ones among them, and those added by hand. */
export function daysToShow(
  days: readonly string[],
  times: readonly number[],
  own: readonly number[],
): string[] {
  const free = new Set(times.map(dateOf));
  const withTimes = days.filter((day) => free.has(day));
  const last = withTimes[daysWithTimes - 1] ?? withTimes.at(-1) ?? days[daysWithTimes - 1] ?? '';
  const open = days.filter((day) => day <= last);
  return [...new Set([...open, ...own.map(dateOf)])].sort();
}

/** Hours of the day that a picture spans. */
export interface Hours {
  from: number;
  to: number;
}

/** Nine to six, and what lies outside it. */
export function hoursFor(spans: readonly { from: number; to: number }[]): Hours {
  const hours = spans.flatMap(({ from, to }) => {
    const start = startOfDay(dateOf(from));
    return [Math.floor((from - start) / hourMs), Math.ceil((to - start) / hourMs)];
  });
  return { from: Math.min(9, ...hours), to: Math.min(24, Math.max(18, ...hours)) };
}

/** Where a span lies in the picture of a day, in percent of its width; null: not in it. */
export function placeIn(
  day: string,
  { from, to }: Hours,
  span: { from: number; to: number },
): { left: string; width: string } | null {
  const begin = startOfDay(day) + from * hourMs;
  const whole = (to - from) * hourMs;
  const left = Math.max(0, span.from - begin);
  const right = Math.min(whole, span.to - begin);
  const percent = (ms: number) => `${((ms / whole) * 100).toFixed(2)}%`;
  return right > left ? { left: percent(left), width: percent(right - left) } : null;
}
