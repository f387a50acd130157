import { type Locale, locales } from '@zhiyu/contracts/basics';

/** The language of a request: the page's own header first, then the browser's order of preference. */
export function localeOf(headers: Record<string, string | string[] | undefined>): Locale {
  const wanted = [headers['x-locale'], headers['accept-language']].flat().filter(Boolean).join(',');
  for (const part of wanted.split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase();
    const found = locales.find((locale) => locale === language);
    if (found) {
      return found;
    }
  }
  return 'zh';
}
