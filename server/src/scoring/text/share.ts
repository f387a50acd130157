import type { Compared, Features } from './features.js';

/**
 * What turns features into a share of the full score. The few numbers are the same for all questions; they were chosen
 * on question-wise folds (docs/assessment.md says how, and how little they matter).
 */
export interface Constants {
  /** Under `from` a list's point is not named, from `to` on it is; 0-1 of its pairs. */
  list: { from: number; to: number };
  /** Of a text's point, less is enough: prose is said in other words. */
  prose: { from: number; to: number };
  /** So much of a text is shared by chance with anything in the same language, 0-1. */
  chance: number;
  /** Teachers give most of the marks for the first things: share = rise * coverage ^ bend. */
  bend: number;
  rise: number;
  /** What is left of a share when the judgement of true or false is wrong. */
  misjudged: number;
  /** A right judgement is worth this much by itself. */
  judged: number;
  /** From this share of points said the other way round on, the words that are shared count against it too. */
  turned: number;
  /** Weight of formulas where the question asks for a quantity. */
  formulas: number;
}

export const CONSTANTS: Constants = {
  list: { from: 0.3, to: 0.8 },
  prose: { from: 0, to: 0.7 },
  chance: 0.05,
  bend: 0.5,
  rise: 1.2,
  misjudged: 0.1,
  judged: 0.5,
  turned: 0.4,
  formulas: 0.5,
};

const asksQuantity =
  /多少|几|求|计算|复杂度|个数|次数|公式|how (?:many|much)|calculate|compute|combien|calculer|いくつ|計算/iu;

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** 0-1: how much of a point counts as said. */
export function pointShare(found: number, { from, to }: Constants['list']): number {
  return clamp((found - from) / (to - from));
}

/** Share of the key points named, each by its worth. */
function listShare({ matches }: Compared, constants: Constants): number {
  const all = matches.reduce((sum, { point }) => sum + point.worth, 0);
  const named = matches.reduce(
    (sum, { point, found }) => sum + point.worth * pointShare(found, constants.list),
    0,
  );
  return all === 0 ? 0 : named / all;
}

/** Plain coverage of a text: words, pairs, characters and points in equal parts, less what is turned round. */
export function coverageOf(compared: Compared, constants: Constants = CONSTANTS): number {
  const { words, pairs, units, contrary } = compared.features;
  const worth = compared.matches.reduce((sum, { point }) => sum + point.worth, 0) || 1;
  const points =
    compared.matches.reduce(
      (sum, { point, found }) => sum + point.worth * pointShare(found, constants.prose),
      0,
    ) / worth;
  const turned = contrary >= constants.turned ? 1 - contrary : 1;
  return ((words + pairs + units + points) / 4) * turned;
}

function proseShare(question: string, compared: Compared, constants: Constants): number {
  const { formulas } = compared.features;
  const { chance, bend, rise } = constants;
  const beyond = clamp((coverageOf(compared, constants) - chance) / (1 - chance));
  const bent = rise * beyond ** bend;
  const covered = clamp(bent);
  if (formulas === null || !asksQuantity.test(question)) return covered;
  return (1 - constants.formulas) * covered + constants.formulas * formulas;
}

function judgedShare(share: number, { verdict }: Features, constants: Constants): number {
  if (verdict < 0) return share * constants.misjudged;
  return verdict > 0 ? constants.judged + (1 - constants.judged) * share : share;
}

/** Share of the full score by one reference, 0-1, without any graded answer. */
export function shareBy(
  question: string,
  compared: Compared,
  constants: Constants = CONSTANTS,
): number {
  const share = compared.reference.list
    ? listShare(compared, constants)
    : proseShare(question, compared, constants);
  return clamp(judgedShare(share, compared.features, constants));
}
