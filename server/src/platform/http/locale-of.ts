import { type Locale, locales } from '@zhiyu/contracts/basics';

/** The language of a request: the page's own header first, then the browser's order of preference. */
export function localeOf(headers: Record<string, string | string[] | undefined>): Locale {
  return among(headers['x-locale']) ?? among(headers['accept-language']) ?? 'zh';
}

function among(header: string | string[] | undefined): Locale | null {
  for (const part of header?.toString().split(',') ?? []) {
    const language = part.trim().slice(0, 2).toLowerCase();
    const found = locales.find((locale) => locale === language);
    if (found) {
      return found;
    }
  }
  return null;
}
