import type { Degree } from '@zhiyu/contracts/position';
import type { Span } from '@zhiyu/contracts/resume';
import type { Asked } from '@zhiyu/contracts/rule-words';
import type { RuleResult, Screening } from '@zhiyu/contracts/screening';

/** What a rule found, as facts; `words` stand in the résumé as they are, years are years. */
export type Found =
  | { is: 'anyDegree' | 'noDegree' | 'noMajor' | 'anyExperience' | 'notMentioned' | 'byPerson' }
  /** A reading that is not good enough; another school whose degree is not stated. */
  | { is: 'degree' | 'unsureDegree' | 'degreeBesideOpen'; degree: Degree }
  | { is: 'words'; words: string[] }
  /** Dated work; beside work without dates; other work only; no work at all. */
  | { is: 'years' | 'yearsBesideOpen' | 'noSuchWork' | 'noWork'; years: number }
  /** Another level than the one wanted; the language without a level. */
  | { is: 'otherLevel' | 'noLevel'; words: string; wanted: string };

/** What one rule finds: the outcome, the fact, and its place in the résumé. */
export interface Finding {
  outcome: RuleResult['outcome'];
  found: Found;
  span: Span | null;
}

/** Words as the résumé has them. */
export function quoted(...words: string[]): Found {
  return { is: 'words', words };
}

export const notMentioned: Finding = {
  outcome: 'unknown',
  found: { is: 'notMentioned' },
  span: null,
};

/** Years that a rule on experience counted; undefined where it counted none. */
export function yearsFound(found: Found): number | undefined {
  return 'years' in found ? found.years : undefined;
}

/** One rule of a decision as it is kept; its sentences are made for each reader (screening-words.ts). */
export interface KeptRule {
  ruleId: string;
  asked: Asked;
  outcome: RuleResult['outcome'];
  found: Found;
  /** 1-based line of the résumé and its text; null when nothing was found. */
  line: number | null;
  lineText: string | null;
}

/** What the rules of a position decided about a résumé. */
export interface Decided extends Omit<Screening, 'rules'> {
  rules: KeptRule[];
}

/** As it is stored; decisions from before facts were kept have their sentences only, in Chinese. */
export interface KeptScreening extends Omit<Screening, 'rules'> {
  rules: (KeptRule | RuleResult)[];
}
