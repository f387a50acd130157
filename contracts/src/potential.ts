import { groundsOf } from './grounds.js';
import type { PotentialRule } from './potential-rule.js';
import type { Evidence, PotentialCondition, PotentialMark, Report, Verdict } from './scoring.js';
import { verdictOf } from './total.js';

/** A measured share of the model under which no mark is given. */
const leastCoverage = 0.6;
/** Quotes under a condition. */
const quotes = 2;

/** A condition as it stands; without words that show it nobody knows. */
function condition(
  one: Pick<PotentialCondition, 'code' | 'name' | 'value' | 'standardError' | 'least'>,
  verdict: Verdict,
  evidence: readonly Evidence[],
): PotentialCondition {
  const grounds = groundsOf(evidence.slice(0, quotes));
  return verdict === 'unknown' || !grounds
    ? { ...one, verdict: 'unknown', evidence: [] }
    : { ...one, verdict, evidence: grounds };
}

function against(value: number | null, standardError: number | null, least: number): Verdict {
  return verdictOf(value === null ? null : { value, standardError: standardError ?? 0 }, least);
}

/** By the words alone, also where voice and face weigh. */
function ofTotal(report: Report, least: number): PotentialCondition {
  const { total, weighed, highlights, dimensions } = report;
  const { value, standardError, coverage } = { ...total, ...weighed?.words };
  const verdict = coverage < leastCoverage ? 'unknown' : against(value, standardError, least);
  const shown = highlights.map(({ evidence: [first] }) => first);
  const said = dimensions.flatMap(({ evidence }) => evidence.slice(0, 1));
  const evidence = shown.length > 0 ? shown : said;
  return condition({ code: null, name: '', value, standardError, least }, verdict, evidence);
}

function ofDimension(report: Report, code: string, least: number): PotentialCondition {
  const found = report.dimensions.find((one) => one.code === code);
  const { name = code, value = null, standardError = null, evidence = [] } = found ?? {};
  const forIt = evidence.filter(({ stance }) => stance === 'for');
  const verdict = against(value, standardError, least);
  const said = forIt.length > 0 ? forIt : evidence;
  return condition({ code, name, value, standardError, least }, verdict, said);
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
