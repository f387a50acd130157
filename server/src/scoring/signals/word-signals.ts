import type { Locale } from '@zhiyu/contracts/basics';
import type { WordSignals } from '@zhiyu/contracts/signals';
import { mostFrequent } from '../engine/delivery.js';
import { fillersIn } from '../engine/fillers.js';
import { plainly } from '../engine/normalise.js';
import { contentWords } from '../engine/words.js';
import { fewestSeconds } from './sound-meter.js';

/** What is counted as one: a character where every character is a syllable or so, else a word. */
const units: Record<Locale, RegExp> = {
  zh: /\p{Script=Han}|[a-z0-9]+/giu,
  ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[a-z0-9]+/giu,
  en: /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu,
  fr: /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu,
};

/** A long sound of hesitation is one filler, however long. */
function nameOf(filler: string): string {
  return filler.toLowerCase().replace(/^(嗯|呃)+$/u, '$1');
}

function counted(words: string[]): WordSignals['fillers'] {
  const counts = new Map<string, number>();
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
}

/**
 * Facts of what was said in one recording.
 * @param speechSeconds of the recording with somebody speaking; null where that was not measured
 */
export function wordSignals(
  text: string,
  locale: Locale,
  speechSeconds: number | null,
): WordSignals {
  const length = text.match(units[locale])?.length ?? 0;
  const timed = speechSeconds !== null && speechSeconds >= fewestSeconds;
  return {
    locale,
    length,
    perMinute: timed && length > 0 ? Math.round((length / speechSeconds) * 60) : null,
    fillers: counted(fillersIn(text, locale).map(nameOf)),
    keywords: locale === 'ja' ? [] : mostFrequent(contentWords(plainly(text))),
  };
}
