import type { Locale } from '@zhiyu/contracts/basics';

/** What becomes of a recording that is played; `onEnd` also when it is cut short, `onFault` when it cannot be played. */
export interface Playing {
  onEnd: () => void;
  onFault: () => void;
}

/**
 * The language a text is written in: a question that was not translated stands in another one than the page.
 * Kana is Japanese, other Chinese characters are Chinese, letters are the page's language or English.
 */
export function languageOf(text: string, page: Locale): Locale {
  if (/[\u3040-\u30ff]/.test(text)) {
    return 'ja';
  }
  if (/[\u4e00-\u9fff]/.test(text)) {
    return 'zh';
  }
  return page === 'fr' ? 'fr' : 'en';
}
