import type { EngineDoubt } from '@zhiyu/contracts/look-order';
import { engineDoubts } from '@zhiyu/contracts/look-order';
import type { DimensionScore, Finding, Report } from '@zhiyu/contracts/scoring';
import { isMeasured } from './combine.js';
import type { AnswerScore } from './engine.types.js';

/** What was read, and what of it seems to be said twice or meant for another question. */
interface Doubtable {
  scores: AnswerScore[];
  repeated: readonly Finding[];
  misplaced: readonly Finding[];
}

/** Why the engine does not trust what it read: each cause once, in the order of the list of causes. */
export function doubtsIn({ scores, repeated, misplaced }: Doubtable): EngineDoubt[] {
  const readings = scores.flatMap(({ dimensions }) => dimensions.filter(isMeasured));
  const is: Record<EngineDoubt, boolean> = {
    apart: readings.some(({ apart }) => apart !== undefined),
    other: misplaced.length > 0,
    twice: repeated.length > 0,
    uncued: readings.some(({ described }) => described),
  };
  return engineDoubts.filter((one) => is[one]);
}

/** As a report holds them; nothing where there is none. */
export function named(doubts: EngineDoubt[]): Pick<Report, 'doubts'> {
  return doubts.length > 0 ? { doubts } : {};
}

/**
 * How far to trust the total, where nothing is doubted (then: low, so that a person looks). high: 80 % of the weight
 * measured, se up to 5 points, no gate, words heard with 85 % confidence or typed; low: under half of the weight, se
 * over 9, or nothing measured.
 */
export function confidenceOf(
  from: Doubtable & { total: Report['total']; dimensions: DimensionScore[] },
): Report['confidence'] {
  const { total, dimensions, scores } = from;
  const error = total.standardError;
  if (error === null || total.coverage < 0.5 || error > 9 || doubtsIn(from).length > 0) {
    return 'low';
  }
  const heard = scores.every((score) => (score.recogniserConfidence ?? 1) >= 0.85);
  const read = scores.every((score) => score.gate === null);
  const supported = dimensions.every((d) => d.value === null || d.evidence.length > 1);
  const sure = heard && read && supported && total.coverage >= 0.8 && error <= 5;
  return sure ? 'high' : 'medium';
}
