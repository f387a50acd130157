import type { Question } from '@zhiyu/contracts/position';
import type { CueLanguage } from './cues.js';
import type { Clause } from './engine.types.js';
import { generalWords } from './general-words.js';
import { largestError, round, type Levelled } from './level.js';
import { plainly } from './normalise.js';
import { contentWords } from './words.js';

/** What a word of the question's own vocabulary tells, by where it stands; any other word tells a little against. */
const worth = { asked: 2, described: 1.5, cue: 1.2, other: -0.35 };
/** Up to `from` an answer says no more of its question than an answer to any other does; from `to` on it is about it. */
const about = { from: 1, to: 2 };
/** Questions with fewer telling words are about anything: an achievement, something that failed. */
const fewestTelling = 20;
/**
 * Kinds that set the matter themselves; an occasion out of somebody's own life may be about anything. Facts have their
 * words, so the level of an answer without them is lowered; what somebody would do can be said in others, so there only
 * the standard error is widened (docs/assessment.md has both measured).
 */
const settled: Partial<Record<Question['kind'], 'lowers' | 'widens'>> = {
  knowledge: 'lowers',
  situational: 'widens',
};
/** Points for a candidate in an answer about something else lift it no further: as words on the topic without a deed. */
const highestElsewhere = 2;

/**
 * How far an answer speaks of what was asked, 0-1. The question's vocabulary are the content words of its text and hint,
 * of its anchors and indicators, and of its cues, without those that any talk of work has (general-words.ts). Counted is
 * the stretch of clauses that has most of them (largest sum of a run), so nothing said before or after lowers it and
 * saying a word again raises nothing. 1 where it cannot be told: the candidate's own stories and reasons, a question of
 * few telling words, another language than Chinese.
 */
export function relevanceOf(
  clauses: readonly Clause[],
  question: Question,
  language: CueLanguage,
): number {
  if (language !== 'zh' || !settled[question.kind]) return 1;
  const telling = vocabularyOf(question, language);
  if (telling.size < fewestTelling) return 1;
  const best = mostTelling(clauses, telling);
  return Math.min(1, Math.max(0, (best - about.from) / (about.to - about.from)));
}

/** How much an answer speaks in a question's own words, whatever its kind: more is more; 0 and up, for comparing questions. */
export function tellingOf(
  clauses: readonly Clause[],
  question: Question,
  language: CueLanguage,
): number {
  return mostTelling(clauses, vocabularyOf(question, language));
}

/** The largest sum of a run of clauses; a word counts where it is said first. */
function mostTelling(clauses: readonly Clause[], telling: ReadonlyMap<string, number>): number {
  const said = new Set<string>();
  let best = 0;
  let run = 0;
  for (const { plain } of clauses) {
    const fresh = contentWords(plain).filter((word) => !generalWords.has(word) && !said.has(word));
    for (const word of new Set(fresh)) {
      said.add(word);
      run += telling.get(word) ?? worth.other;
    }
    run = Math.max(0, run);
    best = Math.max(best, run);
  }
  return best;
}

/** Telling words of a question, each with its highest worth. */
function vocabularyOf(
  { text, hint, anchors, indicators }: Question,
  language: CueLanguage,
): Map<string, number> {
  const layers: [readonly (string | undefined)[], number][] = [
    [indicators.flatMap(({ cues }) => (cues[language] ?? []).flat()), worth.cue],
    [[...anchors, ...indicators].map((one) => one.text[language]), worth.described],
    [[text[language], hint?.[language]], worth.asked],
  ];
  return new Map(
    layers.flatMap(([texts, value]) =>
      contentWords(plainly(texts.join('。')))
        .filter((word) => !generalWords.has(word))
        .map((word) => [word, value] as const),
    ),
  );
}

/** A level as far as the answer is about its question, and as uncertain as can be where it hardly is. */
export function believed(levelled: Levelled, relevance: number, { kind }: Question): Levelled {
  if (relevance >= 1 || levelled.level <= highestElsewhere) return levelled;
  const wide = { ...levelled, standardError: largestError };
  if (settled[kind] !== 'lowers') return wide;
  const level = highestElsewhere + relevance * (levelled.level - highestElsewhere);
  return { ...wide, level: round(level, 2), value: round((level - 1) * 25, 1) };
}
