import type { ReadAnswer } from './answer-text.js';
import type { PreparedReference } from './basis.js';
import { isLittle } from './language/reading.js';
import type { PointMatch } from './match-points.js';

/** What a point is worth that is said in its words without their neighbours, 0-1. */
const scattered = 0.85;
/** What a word is worth beside one of the point's own that the question has too, 0-1. */
const asked = 0.3;
/** English and French words that carry no fact of their own; stems. */
const light = new Set(
  (
    'such like can could will would may might must should have has had do doe get got make made use not no veri more also who which when while there their them ' +
    'peut peuvent doit doivent fait faire tres aussi plus comme'
  ).split(' '),
);

/**
 * English and French: a word is what two characters are in Chinese, and neighbours change with the grammar. A point is
 * found by its single words in one clause too, those of several points or of the question weighing less.
 */
export function byWords(
  { language, points, question }: PreparedReference,
  answer: ReadAnswer,
  matches: PointMatch[],
): PointMatch[] {
  if (language !== 'en' && language !== 'fr') return matches;
  const weightOf = (unit: string): number => {
    if (isLittle(unit) || light.has(unit)) return 0;
    const among = points.filter(({ units }) => units.includes(unit)).length;
    return (question.has(unit) ? asked : 1) / Math.sqrt(Math.max(1, among));
  };
  return matches.map((match) => {
    if (match.contrary) return match;
    const wanted = [...new Set(match.point.units)].map((unit) => [unit, weightOf(unit)] as const);
    const all = wanted.reduce((sum, [, weight]) => sum + weight, 0) || 1;
    const shares = answer.clauses.map(
      ({ units }) =>
        (wanted.reduce((sum, [unit, weight]) => sum + (units.has(unit) ? weight : 0), 0) / all) *
        scattered,
    );
    const best = Math.max(0, ...shares);
    const at = answer.clauses[shares.indexOf(best)] ?? match.at;
    return best > match.found ? { ...match, found: best, at } : match;
  });
}
