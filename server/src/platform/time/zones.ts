/** China's, which has no summer time: where a person's own zone is not known. */
export const usualZone = 'Asia/Shanghai';

const longestName = 64;
const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws RangeError for a zone that nobody knows */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) {
    return known;
  }
  const numbers = { month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, year: 'numeric', second: 'numeric', hourCycle: 'h23', ...numbers },
  });
  formats.set(zone, made);
  return made;
}

/** The name as it is kept, e.g. `Europe/Paris`; null for what is no zone. */
export function zoneNamed(text: string): string | null {
  if (text.length > longestName || !/^[A-Z][A-Za-z0-9_+/-]+$/.test(text)) {
    return null;
  }
  try {
    return formatOf(text).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** How much later a clock of this zone shows than UTC at a moment, ms; summer time included. */
export function offsetAt(at: number, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const shown = Date.UTC(
    ...([part('year'), part('month') - 1, part('day')] as const),
    ...([part('hour'), part('minute'), part('second')] as const),
  );
  const second = 1_000;
  return shown - Math.floor(at / second) * second;
}
