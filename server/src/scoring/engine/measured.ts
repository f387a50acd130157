import { clamp, largestError, round, smallestError } from './level.js';

/** A stored value with its standard error, both points on 0-100. */
export interface Measured {
  value: number;
  standardError: number;
  /** An error that it has and that takes no weight from it: no value moves by it. Not under `standardError`. */
  widened?: number;
}

/**
 * Mean of several measures of one thing (answers, or two engines on one answer) weighted by 1/se^2, se = 1/sqrt(sum 1/se^2), widened by the Birge ratio
 * sqrt(chi^2/(k-1)) where they differ by more than their errors allow (Birge 1932; the scale
 * factor of the Particle Data Group), kept within 4-20. Widened errors e of parts are carried through the same
 * weights w: se = sqrt(sum(w^2 e^2))/sum(w).
 */
export function combine(parts: Measured[]): Measured | null {
  if (parts.length === 0) return null;
  const precision = parts.map((part) => 1 / part.standardError ** 2);
  const sum = precision.reduce((a, b) => a + b, 0);
  const value = parts.reduce((total, part, i) => total + part.value * (precision[i] ?? 0), 0) / sum;
  const chi = parts.reduce((t, p, i) => t + (p.value - value) ** 2 * (precision[i] ?? 0), 0);
  const birge = parts.length > 1 ? Math.max(1, Math.sqrt(chi / (parts.length - 1))) : 1;
  const isWidened = parts.some(({ widened }) => widened !== undefined);
  const error = isWidened ? birge * carried(parts, sum) : birge / Math.sqrt(sum);
  // A reading without cues is less certain than the widest of one with them.
  const widest = Math.max(largestError, ...parts.map(({ standardError }) => standardError));
  return {
    value: round(value, 1),
    standardError: round(clamp(error, smallestError, widest), 1),
  };
}

function carried(parts: Measured[], sum: number): number {
  const variance = parts.reduce(
    (total, { standardError, widened }) =>
      total + ((widened ?? standardError) / standardError ** 2) ** 2,
    0,
  );
  return Math.sqrt(variance) / sum;
}
