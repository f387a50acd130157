import type { Requirement } from '@zhiyu/contracts/position';
import type { ParsedResume } from '@zhiyu/contracts/resume';
import type { OutcomeCounts, RulePreview } from '@zhiyu/contracts/rule-preview';
import { ruleSentence } from '@zhiyu/contracts/rule-words';
import type { StaffLanguage } from '@zhiyu/contracts/staff';
import type { Decided, KeptRule } from '../screening-finding.js';
import { screen } from '../screening.rules.js';
import { ruleIn } from '../screening-words.js';

/** A résumé and when it was handed in: work that goes on ends then. */
export interface Handed {
  applicationId: string;
  resume: ParsedResume;
  at: number;
}

/** One person under the rules in use and under those tried. */
export interface Rescreened {
  applicationId: string;
  was: Decided;
  is: Decided;
}

/** Everybody under both sets of rules, as if each résumé had just come. */
export function rescreened(
  people: Handed[],
  now: Requirement[],
  tried: Requirement[],
): Rescreened[] {
  return people.map(({ applicationId, resume, at }) => ({
    applicationId,
    was: screen(now, resume, 0, at),
    is: screen(tried, resume, 0, at),
  }));
}

const isChanged = ({ was, is }: Rescreened): boolean => was.outcome !== is.outcome;

function countsOf(all: Decided[]): OutcomeCounts {
  const counts = { pass: 0, look: 0, reject: 0 };
  for (const { outcome } of all) {
    counts[outcome] += 1;
  }
  return counts;
}

/** What each rule tried does by itself, in the order of the rules that run. */
function byRule(all: Rescreened[], language: StaffLanguage): RulePreview['rules'] {
  const found = new Map<string, RulePreview['rules'][number]>();
  for (const { is } of all) {
    const against = is.rules.filter(({ outcome }) => outcome !== 'held');
    for (const { ruleId, asked, outcome } of is.rules) {
      const row = found.get(ruleId) ?? {
        ...{ ruleId, rule: ruleSentence(asked, language) },
        ...{ held: 0, unknown: 0, failed: 0, alone: 0 },
      };
      row[outcome] += 1;
      row.alone += outcome !== 'held' && against.length === 1 ? 1 : 0;
      found.set(ruleId, row);
    }
  }
  return [...found.values()];
}

/** The numbers over all, with the rules in the reader's language. */
export function summary(all: Rescreened[], language: StaffLanguage) {
  return {
    people: all.length,
    was: countsOf(all.map(({ was }) => was)),
    is: countsOf(all.map(({ is }) => is)),
    changed: all.filter(isChanged).length,
    rules: byRule(all, language),
  };
}

const order: Record<Decided['outcome'], number> = { reject: 0, look: 1, pass: 2 };
const step = ({ was, is }: Rescreened): number => order[is.outcome] - order[was.outcome];

/** Who comes out otherwise; those who lose the most first: a change is looked at for whom it keeps away. */
export function changedFirst(all: Rescreened[], most: number): Rescreened[] {
  return all
    .filter(isChanged)
    .sort((a, b) => step(a) - step(b) || (a.applicationId < b.applicationId ? -1 : 1))
    .slice(0, most);
}

/** The rules that decide the new outcome: what does not hold; where all hold, what did not before. */
export function becauseOf(
  { was, is }: Rescreened,
  language: StaffLanguage,
): { rule: string; found: string }[] {
  const open = (rules: KeptRule[]) => rules.filter(({ outcome }) => outcome !== 'held');
  const against = open(is.rules);
  const told = against.length > 0 ? against : open(was.rules);
  return told
    .sort((a, b) => Number(b.outcome === 'failed') - Number(a.outcome === 'failed'))
    .slice(0, 3)
    .map((one) => ruleIn(one, language))
    .map(({ rule, found }) => ({ rule, found }));
}
