/** YYYY-MM of this month in China and of those before it, the newest first. @param now milliseconds */
export function monthsUntil(now: number, count: number): string[] {
  const today = new Date(now + 8 * 3_600_000);
  const month = (back: number) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1));
  return Array.from({ length: count }, (_, n) => month(n).toISOString().slice(0, 7));
}

/** A month that an address names; anything else is none. */
export function monthIn(text: string): string | undefined {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}

/** `2026年10月`, in the reader's language. */
export function monthName(month: string, language: string): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : language, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
  }).format(new Date(`${month}-15T00:00:00Z`));
}
