const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** China keeps one time the whole year. */
const zoneMs = 8 * hourMs;

/** This hour of the clock in China, `days` after the day of `now`. */
function chinaHour(now: number, days: number, hour: number): number {
  const midnight = Math.floor((now + zoneMs) / dayMs) * dayMs - zoneMs;
  return midnight + days * dayMs + hour * hourMs;
}

/** Nobody wants to be woken: from eight in the morning to ten in the evening, in China. */
function isDay(at: number): boolean {
  const hour = new Date(at + zoneMs).getUTCHours();
  return hour >= 8 && hour < 22;
}

/** Times that suit most people and lie before the deadline, the nearest first. */
export function reminderTimes(now: number, deadline: number): number[] {
  const fixed = [chinaHour(now, 0, 9), chinaHour(now, 0, 20), chinaHour(now, 1, 9)];
  const soon = [now + 2 * hourMs].filter(isDay);
  const all = [...soon, ...fixed, chinaHour(now, 1, 20)];
  const later = all.filter((at) => at >= now + hourMs && at < deadline - hourMs);
  return [...new Set(later)].sort((a, b) => a - b).slice(0, 4);
}

/** `2026-11-24T20:00` as a field for date and time has it, in China. */
export function fieldOf(at: number): string {
  return new Date(at + zoneMs).toISOString().slice(0, 16);
}

/** What such a field says; null while it is not whole. */
export function momentOf(field: string): number | null {
  const at = Date.parse(`${field}:00+08:00`);
  return Number.isNaN(at) ? null : at;
}

/** Days to choose from: those at once, then some that HR is asked for. */
export function dayChoices(atOnce: number): number[] {
  const beyond = [3, 5, 7, 14].filter((days) => days > atOnce).slice(0, 2);
  const own = [1, 2, 3, 5, 7, 10, 14].filter((days) => days <= atOnce).slice(-3);
  return [...own, ...beyond];
}
