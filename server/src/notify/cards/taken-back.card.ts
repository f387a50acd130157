import type { Locale } from '@zhiyu/contracts/basics';
import type { CardContent } from '../card-content.js';
import { timeText } from '../time-text.js';
import { staffLocale } from './staff-locale.js';

const words = {
  zh: { eyebrow: '已收回', title: '这份投递收回了', by: (name: string) => `${name}收回了这一批` },
  en: {
    eyebrow: 'Taken back',
    title: 'This application was taken back',
    by: (name: string) => `${name} took back the batch`,
  },
} as const;

/** What a card about an application turns into that came in by mistake: nobody's name is on it any more. */
export function takenBackCard(
  locale: Locale,
  { byName, at, now }: { byName: string; at: number; now: number },
): CardContent {
  const say = words[staffLocale(locale)];
  return {
    ...{ locale, eyebrow: say.eyebrow, title: say.title, figure: null },
    blocks: [
      {
        ...{ type: 'record', glyph: 'unknown' },
        ...{ title: say.by(byName), detail: timeText(at, now, staffLocale(locale)) },
      },
    ],
    ...{ buttons: [], footnote: '' },
  };
}
