/** Where the browser's own Chinese names say less than people are used to. */
const chinese: Readonly<Record<string, string>> = {
  TW: '中国台湾',
  HK: '中国香港',
  MO: '中国澳门',
};

function named(type: 'region' | 'language', code: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type }).of(code) ?? code;
  } catch {
    // A browser without these names, or without this code.
    return code;
  }
}

/** @param code a country or region (ISO 3166-1) */
export function countryName(code: string, locale: string): string {
  return (locale.startsWith('zh') ? chinese[code] : undefined) ?? named('region', code, locale);
}

/** @param code a language (ISO 639) */
export function languageName(code: string, locale: string): string {
  return named('language', code, locale);
}

/** Codes in the order of their names. */
export function byName(
  codes: readonly string[],
  nameOf: (code: string, locale: string) => string,
  locale: string,
): { code: string; name: string }[] {
  return codes
    .map((code) => ({ code, name: nameOf(code, locale) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
}
