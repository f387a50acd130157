import { textIn, type Locale } from '@zhiyu/contracts/basics';
import type { Dimension } from '@zhiyu/contracts/position';
import type { DimensionScore, UnknownDimension } from '@zhiyu/contracts/dimension-score';
import { groundsOf } from '@zhiyu/contracts/grounds';
import type { Evidence } from '@zhiyu/contracts/scoring';
import { verdictOf } from '@zhiyu/contracts/total';
import type { AnswerScore, DimensionReading, MeasuredReading } from './engine.types.js';
import { apartReason } from './second-reading.js';
import { describedPhrases } from './described-phrases.js';
import { round } from './level.js';
import { misplacedPhrases } from './misplaced-phrases.js';
import { combine, type Measured } from './measured.js';
import { reasons, say, shown } from './phrases.js';

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
  const { code, weight, requirement } = dimension;
  const about = { code, name: textIn(dimension.name, locale), weight, requirement };
  const result = combine(measured);
  const evidence = groundsOf(pick(measured.flatMap((reading) => [...reading.evidence])));
  if (!result || !evidence) return { ...about, ...unmeasured(readings, locale) };
  const apart = apartReason(measured, locale);
  const { value, standardError } = result;
  return {
    ...about,
    value,
    standardError,
    level: round(value / 25 + 1, 2),
    verdict: apart.length > 0 ? 'crosses' : verdictOf(result, requirement),
    reason: reasonOf({ measured, result, requirement }, locale),
    evidence,
  };
}

/** Not measured, and why: what the answers said, or that nobody asked. */
function unmeasured(
  readings: DimensionReading[],
  locale: Locale,
): Omit<UnknownDimension, 'code' | 'name' | 'weight' | 'requirement'> {
  const said = [...new Set(readings.map(({ reason }) => reason))].join(' ');
  const reason = said === '' ? say(reasons.notAsked, locale) : said;
  return {
    value: null,
    standardError: null,
    level: null,
    verdict: 'unknown',
    reason,
    evidence: [],
  };
}

export function isMeasured(reading: DimensionReading): reading is MeasuredReading {
  return reading.level !== null;
}

interface Ground {
  measured: MeasuredReading[];
  result: Measured;
  requirement: number;
}

function reasonOf({ measured, result, requirement }: Ground, locale: Locale): string {
  const doubts = [
    ...apartReason(measured, locale),
    ...describedReason(measured, locale),
    ...misplacedReason(measured, locale),
  ];
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

function describedReason(readings: readonly MeasuredReading[], locale: Locale): string[] {
  const read = readings.filter(({ described }) => described);
  const phrases = [
    ...(read.some(({ retold }) => !retold) ? [describedPhrases.reason] : []),
    ...(read.some(({ retold }) => retold) ? [describedPhrases.retold] : []),
  ];
  return phrases.map((phrase) => say(phrase, locale));
}

function misplacedReason(readings: readonly MeasuredReading[], locale: Locale): string[] {
  return readings.some(({ widened }) => widened !== undefined)
    ? [say(misplacedPhrases.reason, locale)]
    : [];
}

/** Words for and words against, in one answer or in different ones. */
export function inConflict(readings: DimensionReading[]): boolean {
  const told = readings.filter(isMeasured).filter(({ floor }) => !floor);
  const stances = told.flatMap(({ evidence }) => evidence.map(({ stance }) => stance));
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
