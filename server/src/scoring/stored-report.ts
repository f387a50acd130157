import { groundsOf } from '@zhiyu/contracts/grounds';
import type { DimensionScore, Evidence, Report } from '@zhiyu/contracts/scoring';
import type { Verdict } from '@zhiyu/contracts/dimension-score';
import { groundPhrases } from './engine/ground-phrases.js';
import { say } from './engine/phrases.js';

/** A dimension as any engine so far may have stored it: nothing said then that a level needs words. */
interface StoredDimension {
  code: string;
  name: string;
  weight: number;
  requirement: number;
  value: number | null;
  standardError: number | null;
  level: number | null;
  verdict: Verdict;
  reason: string;
  evidence: Evidence[];
}

type StoredReport = Omit<Report, 'dimensions'> & { dimensions: StoredDimension[] };

/**
 * A report as it may be shown, out of what was stored, whichever engine made it. A level without words is shown by
 * nobody: it is unknown here and says why. What has its words stays as it is, byte for byte.
 */
export function openedReport(body: string): Report {
  const stored = JSON.parse(body) as StoredReport;
  const noWords = say(groundPhrases.noWords, stored.locale);
  return { ...stored, dimensions: stored.dimensions.map((one) => opened(one, noWords)) };
}

function opened(one: StoredDimension, noWords: string): DimensionScore {
  const { value, standardError, level, verdict, reason } = one;
  const evidence = groundsOf(one.evidence);
  const isKnown = value !== null && standardError !== null && level !== null;
  if (isKnown && evidence && verdict !== 'unknown') {
    return { ...one, value, standardError, level, verdict, evidence };
  }
  const nothing = { value: null, standardError: null, level: null } as const;
  const why = isKnown || reason === '' ? noWords : reason;
  return { ...one, ...nothing, verdict: 'unknown', reason: why, evidence: [] };
}
