import type { MeetingView } from '@zhiyu/contracts/meetings';

const zone = 'Asia/Shanghai';

function dateOf(at: number): string {
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
