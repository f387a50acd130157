import type { Question } from '@zhiyu/contracts/position';
import type { Reading } from './read-dimension.js';
import { tellingWords } from './telling-words.js';

/** Distinct telling words that the question does not give; a story has them, its mere shape in the question's words has not. */
export const fewestOwnWords = { zh: 20, en: 40 };

/** What is put to the candidate of a question. */
export function askedTexts({ text, hint }: Question, language: Reading['language']): string[] {
  return [text[language], hint?.[language]].flatMap((one) => one ?? []);
}

/** The telling words of an answer, each once, without those that its question gives. */
export function ownWords({ answer, sifted, language }: Reading): Set<string> {
  const words = (texts: readonly string[]) => texts.flatMap((one) => tellingWords(one, language));
  const own = new Set(words(sifted.kept.map(({ text }) => text)));
  for (const word of words([answer.questionText, ...askedTexts(answer.question, language)])) {
    own.delete(word);
  }
  return own;
}
