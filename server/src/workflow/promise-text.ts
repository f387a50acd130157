import type { Locale } from '@zhiyu/contracts/basics';
import { inLine, timeText } from '../notify/time-text.js';

/** A promise to the candidate in words: who answers, and by when. */
export function promiseText(locale: Locale, contact: string, dueAt: number, now: number): string {
  const by = timeText(dueAt, now, locale);
  switch (locale) {
    case 'zh':
      return `${contact}会在${inLine(by)} 前答复`;
    case 'en':
      return `${contact} will answer by ${by}`;
    case 'ja':
      return `${contact}が${inLine(by)} までにお返事します`;
    case 'fr':
      return `${contact} vous répondra avant ${by}`;
  }
}
