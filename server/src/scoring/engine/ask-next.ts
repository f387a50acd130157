import { textIn, type Locale } from '@zhiyu/contracts/basics';
import type { Contradiction } from '@zhiyu/contracts/contradictions';
import type { Question } from '@zhiyu/contracts/position';
import type { AskNext, DimensionScore, Evidence, Verdict } from '@zhiyu/contracts/scoring';
import type { AnswerScore, Slot } from './engine.types.js';
import { asking, reasons, say, shown } from './phrases.js';

interface Asked {
  contradictions: Contradiction[];
  dimensions: DimensionScore[];
  scores: AnswerScore[];
  /** Questions of the position that this interview did not ask. */
  spare: Question[];
  locale: Locale;
}

const mostQuestions = 4;
/** Beside them so many about passages that do not fit. */
const mostContradictions = 2;
/** What a person's question can settle, in this order; what is clearly met needs none. */
const order: Verdict[] = ['crosses', 'unknown', 'below'];
/** Parts of a story worth asking for again; the first that is missing. */
const parts = ['ownAction', 'result', 'resultNumber', 'reflection'] as const satisfies Slot[];

/**
 * The interview kit for the next round: what does not fit first (contradictions/); then for the dimensions that are not settled, the heaviest first, what to ask. Where
 * the candidate told a story with a part missing, that part, with the words it goes on from; else a question of the
 * position that was not asked; else for one more example.
 */
export function askNext({ contradictions, ...asked }: Asked): AskNext[] {
  const unclear = contradictions
    .slice(0, mostContradictions)
    .map(({ ask, text }) => ({ dimension: '', text: ask, why: text, evidence: [] }));
  return [...unclear, ...forDimensions(asked)];
}

function forDimensions({
  dimensions,
  scores,
  spare,
  locale,
}: Omit<Asked, 'contradictions'>): AskNext[] {
  const open = dimensions
    .filter(({ verdict }) => order.includes(verdict))
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || b.weight - a.weight);
  const taken = new Set<string>();
  return open.slice(0, mostQuestions).map((dimension) => {
    const why = whyOf(dimension, locale);
    const part = missingPart(dimension, scores, taken);
    if (part) {
      taken.add(part.evidence.answerId + part.slot);
      const text = say(asking[part.slot], locale, { quote: part.evidence.quote });
      return { dimension: dimension.code, text, why, evidence: [part.evidence] };
    }
    const other = spare.find(
      ({ code, kind, dimensions: of, text }) =>
        of.includes(dimension.code) && kind !== 'coding' && text[locale] && !taken.has(code),
    );
    taken.add(other?.code ?? '');
    const text = other
      ? textIn(other.text, locale)
      : say(asking.example, locale, { name: dimension.name });
    return { dimension: dimension.code, text, why, evidence: [] };
  });
}

function whyOf(dimension: DimensionScore, locale: Locale): string {
  const { name, value, standardError, requirement, verdict } = dimension;
  if (verdict === 'unknown') {
    return say(reasons.askUnknown, locale, { name });
  }
  const numbers = { value: shown(value), error: shown(standardError) };
  return say(verdict === 'crosses' ? reasons.askCrosses : reasons.askBelow, locale, {
    name,
    ...numbers,
    requirement: shown(requirement),
  });
}

function missingPart(
  { evidence }: DimensionScore,
  scores: AnswerScore[],
  taken: Set<string>,
): { slot: (typeof parts)[number]; evidence: Evidence } | null {
  for (const one of evidence) {
    const score = scores.find(({ answerId }) => answerId === one.answerId);
    const slot = parts.find(
      (part) => score?.missing.includes(part) && !taken.has(one.answerId + part),
    );
    if (slot) {
      return { slot, evidence: one };
    }
  }
  return null;
}
