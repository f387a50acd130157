import type { Locale } from './basics.js';
import { type ScoreScale, scoreText, errorText } from './score-scale.js';
import type { DimensionScore, Report } from './scoring.js';

/** A stored value as the engine writes it into its sentences: 0–10 with one place. */
const written = (stored: number) => (stored / 10).toFixed(1);

/** Words that stand before a requirement in the engine's sentences (engine/phrases.ts). */
const needed = ['要求 ', 'requirement ', 'required ', '基準 ', 'exigence '];

/** What the engine wrote about a dimension, and the same from the stored numbers on the scale. */
function pairsOf(one: DimensionScore, scale: ScoreScale, language: string): [string, string][] {
  const text = (stored: number) => scoreText(stored, scale, language);
  const requirement = needed.map((word): [string, string] => [
    word + written(one.requirement),
    word + text(one.requirement),
  ]);
  const { value, standardError } = one;
  if (value === null) return requirement;
  const low = Math.max(0, value - standardError);
  const high = Math.min(100, value + standardError);
  return [
    ...requirement,
    [
      `${written(value)} ±${written(standardError)}`,
      `${text(value)} ${errorText(standardError, scale, language)}`,
    ],
    [`${written(low)}–${written(high)}`, `${text(low)}–${text(high)}`],
  ];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Replaces all at once, so that nothing is replaced twice. */
function replacer(pairs: [string, string][]): (text: string) => string {
  const shown = new Map(pairs);
  const longestFirst = [...shown.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(`(?:${longestFirst.map(escaped).join('|')})(?!\\d)`, 'g');
  return (text) => text.replace(any, (found) => shown.get(found) ?? found);
}

/** The dimension that a sentence speaks of by its name; the longest, where one name holds another. */
function spokenOf(text: string, dimensions: readonly DimensionScore[]): DimensionScore | undefined {
  return dimensions
    .filter(({ name }) => text.includes(name))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

/**
 * The report to be read on a scale: the figures in the engine's own sentences follow it, out of the stored
 * numbers and rounded as they are everywhere beside them. Quotes, values and verdicts stay as they are stored.
 * @param language of the sentences, where it is not the interview's
 */
export function sentencesOn(
  report: Report,
  scale: ScoreScale,
  language: Locale = report.locale,
): Report {
  const { dimensions, lookFirst, askNext } = report;
  if (dimensions.length === 0) return report;
  const replaced = (text: string, of: DimensionScore | undefined) =>
    replacer((of ? [of] : dimensions).flatMap((one) => pairsOf(one, scale, language)))(text);
  const coded = (code: string) => dimensions.find((one) => one.code === code);
  return {
    ...report,
    dimensions: dimensions.map((one) => ({ ...one, reason: replaced(one.reason, one) })),
    lookFirst: lookFirst.map((one) => ({
      ...one,
      text: replaced(one.text, spokenOf(one.text, dimensions)),
    })),
    ...(askNext && {
      askNext: askNext.map((one) => ({ ...one, why: replaced(one.why, coded(one.dimension)) })),
    }),
  };
}
