import type { Locale } from '@zhiyu/contracts/basics';
import { textIn } from '@zhiyu/contracts/basics';
import type { Question } from '@zhiyu/contracts/position';
import { cueGroups, findGroup, type CueLanguage } from './cues.js';
import type { Clause } from './engine.types.js';
import { plainly } from './normalise.js';
import { contentWords } from './words.js';

/** A clause is on the topic from here: one cue group, or two words of the question's own texts. */
const enough = 2;

/**
 * The clause that says most about a dimension although it shows no indicator: two points for every
 * cue group in it, one for every content word it shares with question, anchors and indicators.
 * null where nothing is on the topic: then the dimension is not measured by this answer.
 */
export function mostOnTopic(
  clauses: Clause[],
  question: Question,
  dimension: string,
  read: { language: CueLanguage; locale: Locale },
): Clause | null {
  const indicators = question.indicators.filter((indicator) => indicator.dimension === dimension);
  const groups = indicators.flatMap((indicator) => cueGroups(indicator, read.language) ?? []);
  const texts = [
    question.text,
    ...question.anchors.map((a) => a.text),
    ...indicators.map((i) => i.text),
  ];
  const words = new Set(texts.flatMap((text) => contentWords(plainly(textIn(text, read.locale)))));
  let best: Clause | null = null;
  let most = enough - 1;
  for (const clause of clauses) {
    const cues = groups.filter((group) => findGroup(clause, group, read.language)).length;
    const shared = new Set(contentWords(clause.plain).filter((word) => words.has(word))).size;
    const points = cues * 2 + shared;
    if (points > most) {
      best = clause;
      most = points;
    }
  }
  return best;
}
