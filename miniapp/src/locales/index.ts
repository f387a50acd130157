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

type Bundle = Record<string, unknown>;
type FetchWords = () => Promise<{ default: Bundle }>;

/** The other languages come when somebody reads in them: most first pages are Chinese, and small. */
const others = {
  en: () => import('./en/words'),
  ja: () => import('./ja/words'),
  fr: () => import('./fr/words'),
};
/** English words of the parts that are here, by their names. */
const english = new Map<string, FetchWords>();

/**
 * Words of a part of the staff's pages: the Chinese ones come with its code, the English ones when somebody reads in
 * English. Who draws the part waits for `wordsThere`.
 */
export function addWords(name: string, { zh, en }: { zh: Bundle; en: FetchWords }): void {
  i18n.addResourceBundle('zh', name, zh);
  english.set(name, en);
}

function missingParts(locale: Locale): [string, FetchWords][] {
  return locale === 'en'
    ? [...english].filter(([name]) => !i18n.hasResourceBundle('en', name))
    : [];
}

async function fetchWords(locale: Locale): Promise<void> {
  if (locale !== 'zh' && !i18n.hasResourceBundle(locale, 'candidate')) {
    const { words } = await others[locale]();
    for (const [name, bundle] of Object.entries(words)) {
      i18n.addResourceBundle(locale, name, bundle);
    }
  }
  await Promise.all(
    missingParts(locale).map(async ([name, fetch]) => {
      i18n.addResourceBundle(locale, name, (await fetch()).default);
    }),
  );
}

/** What the reader reads in, also while its words are on their way. */
let current: Locale = 'zh';

/** False when the words could not be fetched. */
async function change(locale: Locale): Promise<boolean> {
  try {
    await fetchWords(locale);
  } catch {
    // No network: what is there stays, and the next page asks again.
    return false;
  }
  if (current === locale && i18n.language !== locale) {
    await i18n.changeLanguage(locale);
    showLanguage(locale);
  }
  return true;
}

/** Are the words of all parts that are here there in the reader's language? */
export function areWordsThere(): boolean {
  return i18n.language === current && missingParts(current).length === 0;
}

/**
 * When they are: nobody sees a page change its language while he reads. In a browser words that break off are asked
 * for again, and the page says so (platform/page-load); where they cannot be fetched at all, the page is Chinese.
 */
export async function wordsThere(): Promise<void> {
  while (!areWordsThere() && (await change(current)));
}

/** A part that comes by itself, later than its page, together with its words. */
export async function withWords<Part>(part: Promise<Part>): Promise<Part> {
  const arrived = await part;
  await wordsThere();
  return arrived;
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
