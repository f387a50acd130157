import type { Match } from './match.js';

/** A level with its uncertainty. */
export interface Levelled {
  /** 1-5, two places. */
  level: number;
  /** (level-1)*25, one place. */
  value: number;
  /** 4-20 points on 0-100, one place. */
  standardError: number;
  conflict: boolean;
}

/** Standard error of one answer without any indicator, in points; a quarter of the scale is 25. */
const baseError = 18;
export const smallestError = 4;
export const largestError = 20;
/** A top indicator that stands alone is believed up to this many levels less. */
const aloneCost = 0.75;
/** The most that evidence against can take from evidence for, in levels. */
const mostHeldDown = 1.5;
/** Structure moves a level by no more than this, up or down. */
const structureReach = 0.5;

/**
 * The level of one answer on one dimension, from its matches (each indicator counts once).
 *
 * Evidence for (indicators of level 3-5): the highest level L, corroborated by the others:
 *   c = min(1, sum over the other indicators j of 1 / (1 + L - level_j))
 *   base = max(2.5, L - 0.75 (1 - c))
 * so one indicator alone reaches L - 0.75, a second of the same level gives all of L.
 * Evidence against (level 1-2, or a denied indicator, which counts as 2) holds it down:
 *   base -= min(1.5, sum of (3 - level) / 2)
 * Only evidence against: base = mean of its levels.
 * Structure (share s of the wanted slots near the evidence): level = base + (s - 0.5), so +-0.5.
 * Number of words, of repetitions and of clauses never enter the level.
 *
 * Standard error, in points on 0-100, with n = (distinct clauses + distinct indicators) / 2,
 * F and A the numbers of indicators for and against, r the recogniser's mean confidence (typed: 1):
 *   se = 18 / sqrt(1 + n) * (1 + min(F, A) / (F + A))
 *   se = sqrt(se^2 + (25 (1 - r))^2), kept within 4-20.
 * The constants are judgement for the first version; calibration replaces them by measured ones.
 */
export function levelOf(
  matches: Match[],
  structureShare: number | null,
  confidence: number | null,
): Levelled {
  const forLevels = bestLevels(matches.filter((match) => match.stance === 'for'));
  const againstLevels = bestLevels(matches.filter((match) => match.stance === 'against'));
  const structure = structureShare === null ? 0 : (structureShare - 0.5) * 2 * structureReach;
  const level = clamp(baseLevel(forLevels, againstLevels) + structure, 1, 5);
  const both = Math.min(forLevels.length, againstLevels.length);
  const indicators = forLevels.length + againstLevels.length;
  const clauses = new Set(matches.map((match) => match.start)).size;
  const amount = (clauses + indicators) / 2;
  const error = (baseError / Math.sqrt(1 + amount)) * (1 + both / Math.max(1, indicators));
  return {
    level: round(level, 2),
    value: round((level - 1) * 25, 1),
    standardError: boundError(error, confidence),
    conflict: both > 0,
  };
}

/**
 * The level of an answer that is on the topic and shows no indicator: 1.5 to 2, by the structure
 * that is there, with a wide standard error.
 */
export function floorLevel(structureShare: number | null, confidence: number | null): Levelled {
  const level = 1.5 + 0.5 * (structureShare ?? 0);
  return {
    level: round(level, 2),
    value: round((level - 1) * 25, 1),
    standardError: boundError(baseError, confidence),
    conflict: false,
  };
}

function baseLevel(forLevels: number[], againstLevels: number[]): number {
  const top = forLevels[0];
  if (top === undefined) {
    return againstLevels.reduce((sum, level) => sum + level, 0) / Math.max(1, againstLevels.length);
  }
  const others = forLevels.slice(1).reduce((sum, level) => sum + 1 / (1 + top - level), 0);
  const base = Math.max(2.5, top - aloneCost * (1 - Math.min(1, others)));
  const held = againstLevels.reduce((sum, level) => sum + (3 - level) / 2, 0);
  return base - Math.min(mostHeldDown, held);
}

/** One level per indicator, highest first. */
function bestLevels(matches: Match[]): number[] {
  const levels = new Map<string, number>();
  for (const match of matches) {
    const known = levels.get(match.indicator.code) ?? 0;
    levels.set(match.indicator.code, Math.max(known, match.level));
  }
  return [...levels.values()].sort((a, b) => b - a);
}

/** Widened by what the recogniser was unsure of, kept within 4-20 points. */
export function boundError(error: number, confidence: number | null): number {
  const unheard = 25 * (1 - (confidence ?? 1));
  return round(clamp(Math.sqrt(error * error + unheard * unheard), smallestError, largestError), 1);
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

export function round(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.round(value * scale) / scale;
}
