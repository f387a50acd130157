import { textIn, type Locale } from '@zhiyu/contracts/basics';
import type { Dimension } from '@zhiyu/contracts/position';
import type { DimensionScore, Evidence } from '@zhiyu/contracts/scoring';
import { verdictOf } from '@zhiyu/contracts/total';
import type { AnswerScore, DimensionReading } from './engine.types.js';
import { apartReason } from './second-reading.js';
import { round } from './level.js';
import { misplacedPhrases } from './misplaced-phrases.js';
import { combine, type Measured } from './measured.js';
import { reasons, say, shown } from './phrases.js';

/** A reading that has a level. */
type MeasuredReading = DimensionReading & Measured & { level: number };

/** Evidence kept per dimension of a report. */
const mostEvidence = 8;
const mostAgainst = 3;

/** One dimension of the report from every answer that was asked about it. */
export function dimensionScore(
  dimension: Dimension,
  scores: AnswerScore[],
  locale: Locale,
): DimensionScore {
  const readings = scores.flatMap((s) => s.dimensions.filter((d) => d.code === dimension.code));
  const measured = readings.filter(isMeasured);
  const result = combine(measured);
  const apart = apartReason(measured, locale);
  const verdict = apart.length > 0 ? 'crosses' : verdictOf(result, dimension.requirement);
  return {
    code: dimension.code,
    name: textIn(dimension.name, locale),
    weight: dimension.weight,
    requirement: dimension.requirement,
    value: result?.value ?? null,
    standardError: result?.standardError ?? null,
    level: result ? round(result.value / 25 + 1, 2) : null,
    verdict,
    reason: reasonOf({ readings, measured, result, requirement: dimension.requirement }, locale),
    evidence: pick(measured.flatMap((reading) => reading.evidence)),
  };
}

function isMeasured(reading: DimensionReading): reading is MeasuredReading {
  return reading.value !== null && reading.standardError !== null && reading.level !== null;
}

interface Ground {
  readings: DimensionReading[];
  measured: MeasuredReading[];
  result: Measured | null;
  requirement: number;
}

function reasonOf({ readings, measured, result, requirement }: Ground, locale: Locale): string {
  if (!result) {
    const said = [...new Set(readings.map((reading) => reading.reason))];
    return said.length > 0 ? said.join(' ') : say(reasons.notAsked, locale);
  }
  const doubts = [...apartReason(measured, locale), ...misplacedReason(measured, locale)];
  if (verdictOf(result, requirement) !== 'crosses') return doubts.join(' ');
  const interval = say(reasons.crosses, locale, {
    low: shown(Math.max(0, result.value - result.standardError)),
    high: shown(Math.min(100, result.value + result.standardError)),
    requirement: shown(requirement),
  });
  const causes = [...doubts, interval];
  if (inConflict(measured)) causes.push(say(reasons.conflict, locale));
  if (measured.length === 1) causes.push(say(reasons.fewAnswers, locale));
  return causes.join(' ');
}

function misplacedReason(readings: readonly DimensionReading[], locale: Locale): string[] {
  return readings.some(({ widened }) => widened !== undefined)
    ? [say(misplacedPhrases.reason, locale)]
    : [];
}

/** Words for and words against, in one answer or in different ones. */
export function inConflict(readings: DimensionReading[]): boolean {
  const stances = readings.flatMap((r) => (r.floor ? [] : r.evidence.map((e) => e.stance)));
  return stances.includes('for') && stances.includes('against');
}

/** Strongest first, with room kept for what speaks against. */
function pick(evidence: Evidence[]): Evidence[] {
  const order = (a: Evidence, b: Evidence): number =>
    Math.abs(b.anchorLevel - 3) - Math.abs(a.anchorLevel - 3) ||
    a.questionIndex - b.questionIndex ||
    a.start - b.start;
  const against = evidence.filter((e) => e.stance === 'against').sort(order);
  const held = against.slice(0, mostAgainst);
  const forIt = evidence.filter((e) => e.stance === 'for').sort(order);
  return [...forIt.slice(0, mostEvidence - held.length), ...held];
}
