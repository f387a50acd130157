import type { Locale } from '@zhiyu/contracts/basics';
import type { Slot } from '../engine/engine.types.js';
import { tellsSlot } from '../engine/structure.js';
import type { ReadAnswer } from './answer-text.js';
import { coverage, type Weighted } from './basis.js';
import { formWeight, readingOf } from './language/reading.js';
import type { Piece } from './text.types.js';

/** Parts of a story and what each is worth where nothing but the question is known; adds up to 0.7. */
const parts: [Slot, number][] = [
  ['situation', 0.15],
  ['ownAction', 0.2],
  ['result', 0.15],
  ['reason', 0.1],
  ['reflection', 0.1],
];
/** The rest is for speaking of what was asked. */
const topic = 0.3;

/** Without references, key points, rubric or grades only the shape of an answer can be seen: a weak ground. */
export function readShape(
  question: string,
  answer: ReadAnswer,
  language: Locale,
): { share: number; told: { slot: Slot; at: Piece }[] } {
  const words = readingOf(question, language, answer.broad).words;
  const of = new Map(words.map((word) => [word, formWeight(word)] as const));
  const asked: Weighted = { of, total: [...of.values()].reduce((sum, w) => sum + w, 0) };
  const spoken = language === 'zh' || language === 'en' ? language : null;
  const told = parts.flatMap(([slot, worth]) => {
    const at = spoken && answer.told.find((clause) => tellsSlot([clause], slot, spoken));
    return at ? [{ slot, worth, at }] : [];
  });
  const shape = told.reduce((sum, { worth }) => sum + worth, 0);
  return { share: shape + topic * Math.min(1, 2 * coverage(asked, answer.words)), told };
}
