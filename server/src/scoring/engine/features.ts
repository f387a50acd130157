import type { Match } from './match.js';
import type { Structure } from './structure.js';

/** So many different points for, and so many against, count as all there can be. */
const fullFor = 4;
const fullAgainst = 2;

/**
 * What the engine saw in an answer about one dimension, as numbers 0-1 that can be told in a sentence each: its level
 * without grades, the share of the story that was told, the strongest point, how many points stand beside it, how many
 * against it, and whether the result has a number. Calibration learns from these; the words are not in them.
 */
export function featuresOf(share: number, matches: Match[], structure: Structure): number[] {
  const distinct = (stance: Match['stance']): Match[] =>
    matches.filter(
      (match, i) =>
        match.stance === stance &&
        matches.findIndex((one) => one.indicator === match.indicator) === i,
    );
  const forIt = distinct('for');
  const top = forIt.reduce((highest, { level }) => Math.max(highest, level), 1);
  return [
    share,
    structure.share ?? 0.5,
    (top - 1) / 4,
    Math.min(1, forIt.length / fullFor),
    1 - Math.min(1, distinct('against').length / fullAgainst),
    structure.found.includes('resultNumber') ? 1 : 0,
  ].map((value) => Math.round(value * 1e4) / 1e4);
}
