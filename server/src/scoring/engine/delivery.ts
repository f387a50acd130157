import type { Locale } from '@zhiyu/contracts/basics';
import type { DeliveryFacts } from '@zhiyu/contracts/scoring';
import type { AnswerScore, AssessedAnswer } from './engine.types.js';
import { fillersIn } from './fillers.js';
import { round } from './level.js';
import { byCodePoint, plainly } from './normalise.js';
import { joinTranscript } from './transcript-text.js';
import { contentWords } from './words.js';

const mostKeywords = 10;

/**
 * Facts about how it was said; none of them enters a score. Characters are letters and digits; the
 * rate counts recognised answers with a length only, because typed words have no speed. Keywords are
 * content words said at least twice in answers that no gate closed.
 */
export function deliveryFacts(
  answers: AssessedAnswer[],
  scores: AnswerScore[],
  locale: Locale,
): DeliveryFacts {
  const said = answers.flatMap((answer, i) => {
    if (!answer.transcript || answer.question.kind === 'coding') return [];
    const { text } = joinTranscript(answer.transcript);
    return [{ answer, text, letters: lettersIn(text), read: scores[i]?.gate === null }];
  });
  const timed = said.filter(({ answer }) => isTimed(answer));
  const seconds = sumOf(timed.map(({ answer }) => answer.seconds ?? 0));
  const spoken = sumOf(timed.map(({ letters }) => letters));
  const readable = locale === 'ja' ? [] : said.filter(({ read }) => read);
  return {
    characters: sumOf(said.map(({ letters }) => letters)),
    spokenSeconds: seconds > 0 ? round(seconds, 1) : null,
    charactersPerMinute: seconds > 0 ? Math.round((spoken / seconds) * 60) : null,
    fillers: sumOf(said.map(({ text }) => fillersIn(text, locale).length)),
    keywords: mostFrequent(readable.flatMap(({ text }) => contentWords(plainly(text)))),
  };
}

function isTimed({ transcript, seconds }: AssessedAnswer): boolean {
  return transcript?.origin === 'engine' && seconds !== null && seconds > 0;
}

function sumOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** The words said at least twice, most often first. */
export function mostFrequent(words: string[]): DeliveryFacts['keywords'] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, times]) => times > 1)
    .sort(([a, m], [b, n]) => n - m || byCodePoint(a, b))
    .slice(0, mostKeywords)
    .map(([word, count]) => ({ word, count }));
}
