import type { Locale } from '@zhiyu/contracts/basics';
import { textIn } from '@zhiyu/contracts/basics';
import type { Spoken } from '@zhiyu/contracts/question-audio';
import { takesUp } from './asked-words.js';
import type { AskedQuestion } from './entities/interview.entity.js';

/** Why it is asked; a question on the résumé quotes it, and the quote is kept sealed. */
export function reasonText({ question, said }: { question: AskedQuestion; said: string }): string {
  return question.kind === 'planned' && said !== '' ? said : question.reason;
}

/** A question as the candidate reads it: in words made for the answer before, or after the candidate's own words. */
export function askedText(
  { question, said, worded }: { question: AskedQuestion; said: string; worded: string },
  locale: Locale,
): string {
  if (worded !== '') {
    return worded;
  }
  const text = textIn(question.content.text, locale);
  return said === '' || question.kind === 'planned'
    ? text
    : `${takesUp[locale].replace('{said}', () => said)}${text}`;
}

/** The recording of exactly the words that the candidate reads; null where there is none. */
export function spokenOf(part: Parameters<typeof askedText>[0], locale: Locale): Spoken | null {
  const words = askedText(part, locale);
  const recorded = Object.values(part.question.content.audio ?? {});
  return recorded.find((one) => one.words === words) ?? null;
}
