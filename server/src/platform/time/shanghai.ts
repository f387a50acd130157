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
