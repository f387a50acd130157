import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale, Text } from '@zhiyu/contracts/basics';
import zhArrange from './zh/arrange.json';
import zhCandidate from './zh/candidate.json';
import zhOwn from './zh/own.json';
import zhUi from './zh/ui.json';
import { read, write } from '../platform/kept';
import { type Nouns, withNoun } from './nouns.shared';

const known: readonly Locale[] = ['zh', 'en', 'ja', 'fr'];
const rootLanguage: Record<Locale, string> = { zh: 'zh-CN', en: 'en', ja: 'ja', fr: 'fr' };

/** Where the language that somebody chose on this device is kept. */
const CHOSEN = 'zhiyu.locale';

function chosenLocale(): Locale | undefined {
  try {
    const chosen = read('device', CHOSEN);
    return known.find((locale) => locale === chosen);
  } catch {
    // A browser that keeps nothing.
    return undefined;
  }
}

/** The language that was chosen here, else the first of the browser that we have; Chinese otherwise. */
function firstLocale(): Locale {
  const chosen = chosenLocale();
  if (chosen) {
    return chosen;
  }
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
void i18n.use(initReactI18next).init({
  lng: 'zh',
  fallbackLng: ['zh'],
  ns: ['ui', 'candidate', 'arrange', 'own', 'staff'],
  defaultNS: 'ui',
  interpolation: { escapeValue: false },
  // The Chinese words are in the bundle: nothing waits for them.
  initAsync: false,
  showSupportNotice: false,
  resources: { zh: { ui: zhUi, arrange: zhArrange, candidate: zhCandidate, own: zhOwn } },
});

i18n.services.formatter?.add('noun', (value: unknown, locale, nouns: Nouns) =>
  withNoun(value, locale ?? 'zh', nouns),
);

/** The other languages come when somebody reads in them: most first pages are Chinese, and small. */
const others = {
  en: () => import('./en/words'),
  ja: () => import('./ja/words'),
  fr: () => import('./fr/words'),
};

async function fetchWords(locale: Locale): Promise<void> {
  if (locale === 'zh' || i18n.hasResourceBundle(locale, 'candidate')) {
    return;
  }
  const { words } = await others[locale]();
  for (const [name, bundle] of Object.entries(words)) {
    i18n.addResourceBundle(locale, name, bundle);
  }
}

/** What the reader reads in, also while its words are on their way. */
let current: Locale = 'zh';

async function change(locale: Locale): Promise<void> {
  try {
    await fetchWords(locale);
  } catch {
    // No network: what is there stays, and the next page asks again.
    return;
  }
  if (current === locale) {
    await i18n.changeLanguage(locale);
    showLanguage(locale);
  }
}

/** The language of the page from now on. */
export function showIn(locale: Locale): void {
  current = locale;
  if (process.env.TARO_ENV === 'h5') {
    // For what index.html says while the words are on their way.
    document.documentElement.dataset['locale'] = locale;
  }
  if (i18n.language !== locale) {
    void change(locale);
  }
}

showLanguage('zh');
showIn(firstLocale());

/** The language of this device from now on, also of the pages that are opened later. */
export function choose(locale: Locale): void {
  write('device', CHOSEN, locale);
  showIn(locale);
}

export function currentLocale(): Locale {
  return current;
}

/** The text in the page's language; English, then Chinese where it is not there. */
export function textIn(text: Text): string {
  const locale = currentLocale();
  return text[locale] ?? (locale === 'zh' ? text.zh : (text.en ?? text.zh));
}
