import type { Locale } from '@zhiyu/contracts/basics';

/** The languages of the staff side. */
export type StaffLocale = Extract<Locale, 'zh' | 'en'>;

export function staffLocale(locale: Locale): StaffLocale {
  return locale === 'zh' ? 'zh' : 'en';
}
