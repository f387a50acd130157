import type { Verdict } from './scoring.js';

/** What can be said of a value that was measured. */
export type MeasuredVerdict = Exclude<Verdict, 'unknown'>;

/** A value with its standard error, both in points of 0-100. */
interface Measured {
  value: number;
  standardError: number;
}

/** One dimension in a total; nulls: not measured. */
export interface TotalPart {
  weight: number;
  value: number | null;
  standardError: number | null;
}

/** Where a total passes: points of 0-100; `greyZone` is half the width in which a person decides, absent = 0. */
export interface PassLine {
  threshold: number;
  greyZone?: number | undefined;
}

/** What voice or face adds to a total: `weight` is its share of the whole, 0-0.1; a null value counts for nothing. */
export interface DeliveryPart {
  weight: number;
  value: number | null;
}

/** Nothing is known of what such a part says: points of 0-100 as uncertain as a value drawn blindly, 100/√12. */
const unknownError = 28.9;

export interface Total {
  value: number | null;
  standardError: number | null;
  verdict: Verdict;
  /** Share of the weight that was measured, 0-1. */
  coverage: number;
}

const rounded = (value: number, scale: number): number => Math.round(value * scale) / scale;

/**
 * meets: value - margin reaches the line; below: value + margin does not; crosses: in between. The margin is the
 * standard error, or the grey zone where that is wider. Works on the numbers that pages show, so page and word agree.
 */
export function verdictOf(measured: Measured, line: number, greyZone?: number): MeasuredVerdict;
export function verdictOf(measured: Measured | null, line: number, greyZone?: number): Verdict;
export function verdictOf(measured: Measured | null, line: number, greyZone = 0): Verdict {
  if (!measured) return 'unknown';
  const margin = Math.max(measured.standardError, greyZone);
  if (measured.value - margin >= line) return 'meets';
  if (measured.value + margin < line) return 'below';
  return 'crosses';
}

/**
 * Total over the measured dimensions only: value = sum(w v)/sum(w), se = sqrt(sum(w^2 se^2))/sum(w);
 * coverage is the measured share of the weight.
 */
export function totalOf(parts: readonly TotalPart[], line: PassLine): Total {
  const all = parts.reduce((sum, part) => sum + part.weight, 0);
  let weight = 0;
  let sum = 0;
  let variance = 0;
  for (const { value, standardError, weight: own } of parts) {
    if (value === null || standardError === null) continue;
    weight += own;
    sum += own * value;
    variance += (own * standardError) ** 2;
  }
  const total =
    weight > 0
      ? {
          value: rounded(sum / weight, 10),
          standardError: rounded(Math.sqrt(variance) / weight, 10),
        }
      : null;
  return {
    value: total?.value ?? null,
    standardError: total?.standardError ?? null,
    verdict: verdictOf(total, line.threshold, line.greyZone),
    coverage: all > 0 ? rounded(weight / all, 10_000) : 0,
  };
}

/**
 * A total with voice and face in it: value = (1 - Σu)·words + Σu·part, se = sqrt(((1 - Σu)·se)² + Σ(u·28.9)²), over the
 * parts that were measured. A verdict that is not that of the words alone is for a person. Without words, or without a
 * part, it is the total of the words.
 */
export function withDelivery(words: Total, parts: readonly DeliveryPart[], line: PassLine): Total {
  const counted = parts.flatMap(({ weight, value }) =>
    value !== null && weight > 0 ? [{ weight, value }] : [],
  );
  if (words.value === null || words.standardError === null || counted.length === 0) return words;
  const left = 1 - counted.reduce((sum, { weight }) => sum + weight, 0);
  const sum = counted.reduce((all, { weight, value }) => all + weight * value, 0);
  const unsure = counted.reduce((all, { weight }) => all + (weight * unknownError) ** 2, 0);
  const value = rounded(left * words.value + sum, 10);
  const standardError = rounded(Math.sqrt((left * words.standardError) ** 2 + unsure), 10);
  const verdict = verdictOf({ value, standardError }, line.threshold, line.greyZone);
  return {
    ...words,
    value,
    standardError,
    verdict: verdict === words.verdict ? verdict : 'crosses',
  };
}
