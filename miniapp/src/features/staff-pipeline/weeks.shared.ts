const dayMs = 86_400_000;
const offsetMs = 8 * 3_600_000;
/** Half a year to choose from. */
const many = 26;

/** Mondays in Asia/Shanghai as YYYY-MM-DD, the running week first. */
export function mondaysUntil(now: number): string[] {
  const today = Math.floor((now + offsetMs) / dayMs);
  const monday = today - ((today + 3) % 7);
  return Array.from({ length: many }, (_, n) =>
    new Date((monday - 7 * n) * dayMs).toISOString().slice(0, 10),
  );
}

/** 11-16 – 11-22, of the week that begins on this day. */
export function weekText(monday: string): string {
  const from = Date.parse(`${monday}T00:00:00Z`);
  const day = (at: number) => new Date(at).toISOString().slice(5, 10);
  return `${day(from)} – ${day(from + 6 * dayMs)}`;
}
