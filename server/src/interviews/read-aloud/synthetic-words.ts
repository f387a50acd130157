import { createHash } from 'node:crypto';
import type { Locale } from '@zhiyu/contracts/basics';
import { textIn } from '@zhiyu/contracts/basics';
import { spokenOf } from '../asked-text.js';
import type { AnswerParts } from '../interview-view.js';

type Part = Pick<AnswerParts, 'question' | 'said' | 'worded'>;

/**
 * The words that a synthetic voice may be given: a question as the position has it. Never one that quotes the résumé or
 * an answer, or that was made for this one candidate: those are personal data, and the device's own voice reads them.
 * @returns null where there are none, where a person read them, and for a program (it is read with the eyes)
 */
export function publicWords(part: Part, locale: Locale): string | null {
  const { question, said, worded } = part;
  const { content, kind } = question;
  const personal = kind === 'supplementary' || said !== '' || worded !== '';
  const ofResume = question.said !== null || content.origin?.from === 'resume';
  if (personal || ofResume || content.kind === 'coding' || spokenOf(part, locale) !== null) {
    return null;
  }
  return textIn(content.text, locale);
}

/** What the audio of these words is called. */
export function audioNameOf(of: { words: string; locale: Locale; voice: string }): string {
  const { words, locale, voice } = of;
  return createHash('sha256')
    .update(JSON.stringify([words, locale, voice]))
    .digest('hex');
}
