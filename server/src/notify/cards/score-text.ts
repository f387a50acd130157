import type { Locale } from '@zhiyu/contracts/basics';

/** A stored value 0-100 as it is shown: 0-10 with one decimal. */
export function scoreText(value: number, locale: Locale): string {
  const text = (value / 10).toFixed(1);
  return locale === 'fr' ? text.replace('.', ',') : text;
}
