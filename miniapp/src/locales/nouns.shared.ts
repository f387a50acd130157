/** Forms of a noun by the categories of Intl.PluralRules that our languages use. */
export type Nouns = Partial<Record<string, string>>;

/**
 * A number with its noun: `{{tests, noun(one: test; other: tests)}}` in a text. For sentences that count something
 * beside `count`, which i18next puts into the plural itself. An old WebView without Intl knows one and more.
 */
export function withNoun(value: unknown, locale: string, nouns: Nouns): string {
  const number = Number(value);
  const rules = 'PluralRules' in Intl ? new Intl.PluralRules(locale) : null;
  const category = rules?.select(number) ?? (number === 1 ? 'one' : 'other');
  return `${String(value)} ${nouns[category] ?? nouns.other ?? ''}`.trim();
}
