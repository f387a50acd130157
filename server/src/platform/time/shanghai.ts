/** China has one time zone without summer time. */
const shanghaiOffsetMs = 8 * 3_600_000;
/** `YYYY-MM-DD` of a moment in Asia/Shanghai. */
export function shanghaiDay(moment: number): string {
  return new Date(moment + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** The moment at which `hour` o'clock of a day begins in Asia/Shanghai. */
export function shanghaiHour(day: string, hour: number): number {
  return Date.parse(`${day}T00:00:00Z`) - shanghaiOffsetMs + hour * 3_600_000;
}

/** A month, YYYY-MM, in Asia/Shanghai: from its first moment to that of the next; `before` is where the one before begins. */
export function monthOf(month: string): { before: number; from: number; to: number } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = (months: number) => Date.UTC(year, number - 1 + months, 1) - shanghaiOffsetMs;
  return { before: first(-1), from: first(0), to: first(1) };
}

const dayMs = 86_400_000;
/** 1970 began on a Thursday. */
const fromMonday = 3;

/** The week of a moment in Asia/Shanghai, from Monday 0:00 to the next one. */
export function weekOf(moment: number): { from: number; to: number } {
  const days = Math.floor((moment + shanghaiOffsetMs) / dayMs);
  const from = (days - ((days + fromMonday) % 7)) * dayMs - shanghaiOffsetMs;
  return { from, to: from + 7 * dayMs };
}
