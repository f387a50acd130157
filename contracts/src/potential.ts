import type { PotentialRule } from './potential-rule.js';
import type { PotentialCondition, PotentialMark, Report, Verdict } from './scoring.js';
import { verdictOf } from './total.js';

/** A measured share of the model under which no mark is given. */
const leastCoverage = 0.6;
/** Quotes under a condition. */
const quotes = 2;

function against(value: number | null, standardError: number | null, least: number): Verdict {
  return verdictOf(value === null ? null : { value, standardError: standardError ?? 0 }, least);
}

/** By the words alone, also where voice and face weigh. */
function ofTotal({ total, weighed, highlights }: Report, least: number): PotentialCondition {
  const { value, standardError, coverage } = { ...total, ...weighed?.words };
  const verdict = coverage < leastCoverage ? 'unknown' : against(value, standardError, least);
  const evidence = highlights.flatMap((one) => one.evidence.slice(0, 1)).slice(0, quotes);
  return { code: null, name: '', value, standardError, least, verdict, evidence };
}

function ofDimension(report: Report, code: string, least: number): PotentialCondition {
  const found = report.dimensions.find((one) => one.code === code);
  const { name = code, value = null, standardError = null, evidence = [] } = found ?? {};
  const said = evidence.filter(({ stance }) => stance === 'for').slice(0, quotes);
  const verdict = against(value, standardError, least);
  return { code, name, value, standardError, least, verdict, evidence: said };
}

/**
 * The mark by the position's rule, from the stored numbers: met only where every condition holds with its
 * error; open where none fails and at least one is uncertain or was not measured. Null: no rule.
 */
export function potentialOf(report: Report, rule: PotentialRule | undefined): PotentialMark | null {
  if (!rule?.on) return null;
  const conditions = [
    ofTotal(report, rule.total),
    ...rule.dimensions.map(({ code, least }) => ofDimension(report, code, least)),
  ];
  if (conditions.every(({ verdict }) => verdict === 'meets'))
    return { standing: 'met', conditions };
  const failed = conditions.some(({ verdict }) => verdict === 'below');
  return { standing: failed ? 'unmet' : 'open', conditions };
}
