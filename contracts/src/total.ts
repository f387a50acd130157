import type { Verdict } from './scoring.js';

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
