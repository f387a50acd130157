import type { Locale } from '@zhiyu/contracts/basics';
import { normalise, piecesOf } from './normalise.js';

/** Words around a question that is read out, which say nothing by themselves: 老师问的是…, the question is …. */
const framing: Record<Locale, RegExp> = {
  zh: /老师|考官|面试官|题目|问题|这道题|这个|关于|请问|回答|谈谈|说说|一下|我来|[来问答道题是就我你的呢啊吧吗嗯]/gu,
  en: /\b(?:the question (?:is|was|asks)|you (?:asked|ask|want to know)(?: me)?|let me answer|about|question|this|that|i|my|you|your|please)\b/gu,
  ja: /質問は?|という|ということ|について|お答えします|答えます|私|あなた|ご自身|ください|です|ます|[はがをにのでとも]/gu,
  fr: /(?<!\p{L})(?:la question (?:est|était)|vous (?:me )?demandez|je réponds|à propos de|cette question|je|j|vous|votre|mon|ma)(?!\p{L})/gu,
};

/** So much of what was said is the question, in its order, and so much of the question was said, 0-1. */
const share = { ofAnswer: 0.85, ofQuestion: 0.6 };
/** Shorter questions share their words by chance. */
const shortestQuestion = 8;

function bare(text: string, locale: Locale): string[] {
  return piecesOf(normalise(text).replace(framing[locale], ' '));
}

/**
 * Whether an answer is its question read out: with the words around it left aside, nearly all of it is the question in
 * the same order. What stands between (a 的 thrown in) breaks pairs but no order. Somebody's own story uses the
 * question's words in another order, or beside many of its own.
 */
export function isReadOut(said: string, question: string, locale: Locale): boolean {
  const asked = bare(question, locale);
  const words = bare(said, locale);
  if (asked.length < shortestQuestion || words.length * share.ofAnswer > asked.length) return false;
  const common = inOrder(words, asked);
  return common >= words.length * share.ofAnswer && common >= asked.length * share.ofQuestion;
}

/** Length of the longest common subsequence (Wagner and Fischer 1974), row by row. */
function inOrder(one: readonly string[], other: readonly string[]): number {
  let before = other.map(() => 0);
  for (const piece of one) {
    const row: number[] = [];
    other.forEach((same, i) => {
      const taken = piece === same ? (before[i - 1] ?? 0) + 1 : 0;
      row.push(Math.max(taken, before[i] ?? 0, row[i - 1] ?? 0));
    });
    before = row;
  }
  return before.at(-1) ?? 0;
}
