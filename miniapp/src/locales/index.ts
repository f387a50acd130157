import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale, Text } from '@zhiyu/contracts/basics';
import enArrange from './en/arrange.json';
import enCandidate from './en/candidate.json';
import enOwn from './en/own.json';
import enUi from './en/ui.json';
import frArrange from './fr/arrange.json';
import frCandidate from './fr/candidate.json';
import frOwn from './fr/own.json';
import frUi from './fr/ui.json';
import jaArrange from './ja/arrange.json';
import jaCandidate from './ja/candidate.json';
import jaOwn from './ja/own.json';
import jaUi from './ja/ui.json';
import zhArrange from './zh/arrange.json';
import zhCandidate from './zh/candidate.json';
import zhOwn from './zh/own.json';
import zhUi from './zh/ui.json';

const known: readonly Locale[] = ['zh', 'en', 'ja', 'fr'];
const rootLanguage: Record<Locale, string> = { zh: 'zh-CN', en: 'en', ja: 'ja', fr: 'fr' };

/** The first language of the browser that we have; Chinese otherwise. */
function browserLocale(): Locale {
  const wanted = process.env.TARO_ENV === 'h5' ? navigator.languages : [];
  for (const tag of wanted) {
    const found = known.find((locale) => tag.toLowerCase().startsWith(locale));
    if (found) {
      return found;
    }
  }
  return 'zh';
}

function showLanguage(locale: Locale): void {
  if (process.env.TARO_ENV === 'h5') {
    document.documentElement.lang = rootLanguage[locale];
  }
}

export const i18n = i18next.createInstance();
const start = browserLocale();
void i18n.use(initReactI18next).init({
  lng: start,
  fallbackLng: ['zh'],
  ns: ['ui', 'candidate', 'arrange', 'own', 'staff'],
  defaultNS: 'ui',
  interpolation: { escapeValue: false },
  // The dictionaries are in the bundle: the first paint already has its words.
  initAsync: false,
  showSupportNotice: false,
  resources: {
    zh: { ui: zhUi, arrange: zhArrange, candidate: zhCandidate, own: zhOwn },
    en: { ui: enUi, arrange: enArrange, candidate: enCandidate, own: enOwn },
    ja: { ui: jaUi, arrange: jaArrange, candidate: jaCandidate, own: jaOwn },
    fr: { ui: frUi, arrange: frArrange, candidate: frCandidate, own: frOwn },
  },
});
showLanguage(start);

/** The language of the page from now on. */
export function showIn(locale: Locale): void {
  if (i18n.language !== locale) {
    void i18n.changeLanguage(locale);
    showLanguage(locale);
  }
}

export function currentLocale(): Locale {
  return known.find((locale) => locale === i18n.language) ?? 'zh';
}

/** The text in the page's language; English, then Chinese where it is not there. */
export function textIn(text: Text): string {
  const locale = currentLocale();
  return text[locale] ?? (locale === 'zh' ? text.zh : (text.en ?? text.zh));
}
