import type { StaffLanguage } from '@zhiyu/contracts/staff';

export { staffLanguageFor as staffLocale } from '@zhiyu/contracts/staff';

export type StaffLocale = StaffLanguage;
