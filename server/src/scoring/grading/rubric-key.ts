import { createHash } from 'node:crypto';
import { locales, type Text } from '@zhiyu/contracts/basics';
import type { Question } from '@zhiyu/contracts/position';

/** In one order, whatever the database made of the object. */
const inOrder = (text: Text): (string | null)[] => locales.map((locale) => text[locale] ?? null);

/**
 * What an answer is graded by: the question's words, its anchors, and the dimension. Questions that agree in these
 * share their grades, whichever position asks them; one changed anchor is another key, because a grade given by other
 * anchors says something else.
 */
export function rubricKeyOf(question: Question, dimension: string): string {
  const { kind, text, anchors } = question;
  const levels = [...anchors].sort((a, b) => a.level - b.level);
  const said = levels.map((anchor) => inOrder(anchor.text));
  const all = JSON.stringify([kind, inOrder(text), said, dimension]);
  return createHash('sha256').update(all).digest('hex');
}

/** Dimensions on which people can grade its answers: a program is judged by its tests. */
export function gradableOn({ kind, dimensions }: Question): string[] {
  return kind === 'coding' ? [] : dimensions;
}
