import type { Locale } from '@zhiyu/contracts/basics';
import type { StaffLanguage } from '@zhiyu/contracts/staff';

export type StaffLocale = StaffLanguage;

export function staffLocale(locale: Locale): StaffLocale {
  return locale === 'zh' ? 'zh' : 'en';
}
