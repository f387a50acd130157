import { degrees, type Degree, type Requirement } from '@zhiyu/contracts/position';
import type { ParsedResume, ParsedWork, Span } from '@zhiyu/contracts/resume';
import { askedOf } from '@zhiyu/contracts/rule-words';
import { sameMajor } from './resume/majors.js';
import { skillCodeOf } from './resume/skills.js';
import {
  type Decided,
  type Finding,
  type Found,
  type KeptRule,
  notMentioned,
  quoted,
} from './screening-finding.js';
import { checkLanguage } from './screening-language.js';

/** Below this confidence a reading is not good enough to reject somebody: a person looks. */
const sureEnough = 0.6;

/**
 * Checks a résumé against the hard requirements of a position. Pure: the same input gives the same
 * result; `now` (milliseconds) ends work that still goes on. A protected rule without `approvedBy` is
 * not applied; with it, a person checks it: it is always unknown here.
 */
export function screen(
  requirements: Requirement[],
  resume: ParsedResume,
  rulesVersion: number,
  now: number,
): Decided {
  const rules = requirements
    .filter((rule) => rule.kind !== 'protected' || rule.approvedBy !== undefined)
    .map((rule) => resultOf(rule, resume, now));
  return { outcome: outcomeOf(rules), rules, rulesVersion };
}

function outcomeOf(rules: KeptRule[]): Decided['outcome'] {
  if (rules.some((rule) => rule.outcome === 'failed')) return 'reject';
  return rules.some((rule) => rule.outcome === 'unknown') ? 'look' : 'pass';
}

function resultOf(rule: Requirement, resume: ParsedResume, now: number): KeptRule {
  const { outcome, found, span } = findingOf(rule, resume, now);
  const line = span?.line ?? null;
  const lineText = line === null ? null : (resume.text.split('\n')[line - 1]?.trim() ?? null);
  return { ruleId: rule.id, asked: askedOf(rule), outcome, found, line, lineText };
}

function findingOf(rule: Requirement, resume: ParsedResume, now: number): Finding {
  switch (rule.kind) {
    case 'education':
      return checkEducation(rule.minDegree, resume);
    case 'major':
      return checkMajor(rule.anyOf, resume);
    case 'experience':
      return checkExperience(rule, resume, now);
    case 'skill':
      return checkSkill(rule.anyOf, resume);
    case 'language':
      return checkLanguage(rule.anyOf, resume);
    case 'protected':
      return { outcome: 'unknown', found: { is: 'byPerson' }, span: null };
  }
}

function checkEducation(least: Degree, resume: ParsedResume): Finding {
  const found = resume.education
    .flatMap(({ degree }) => (degree === null ? [] : [degree]))
    .sort((a, b) => degrees.indexOf(b.value) - degrees.indexOf(a.value))[0];
  if (degrees.indexOf(least) === 0) {
    return { outcome: 'held', found: { is: 'anyDegree' }, span: found?.span ?? null };
  }
  if (found === undefined) return { outcome: 'unknown', found: { is: 'noDegree' }, span: null };
  const held = degrees.indexOf(found.value) >= degrees.indexOf(least);
  const { value: degree, span } = found;
  if (found.confidence < sureEnough) {
    return { outcome: 'unknown', found: { is: 'unsureDegree', degree }, span };
  }
  // A school without a degree may be the higher one.
  const open = resume.education.some(({ degree, school }) => degree === null && school !== null);
  if (!held && open) {
    return { outcome: 'unknown', found: { is: 'degreeBesideOpen', degree }, span };
  }
  return { outcome: held ? 'held' : 'failed', found: { is: 'degree', degree }, span };
}

function checkMajor(anyOf: string[], resume: ParsedResume): Finding {
  const majors = resume.education.flatMap(({ major }) => (major === null ? [] : [major]));
  const first = majors[0];
  if (first === undefined) return { outcome: 'unknown', found: { is: 'noMajor' }, span: null };
  const match = majors.find(({ value }) => anyOf.some((wanted) => sameMajor(wanted, value)));
  if (match !== undefined) return { outcome: 'held', found: quoted(match.value), span: match.span };
  const sure = majors.every(({ confidence }) => confidence >= sureEnough);
  const found = quoted(...majors.map(({ value }) => value));
  return { outcome: sure ? 'failed' : 'unknown', found, span: first.span };
}

interface Interval {
  from: number;
  to: number;
}

export type ExperienceRule = Extract<Requirement, { kind: 'experience' }>;

/** The jobs whose years a rule on experience counts. */
export function jobsCounted(rule: ExperienceRule, resume: ParsedResume): ParsedWork[] {
  const words = rule.in ?? [];
  return resume.work.filter((job) => words.length === 0 || names(job, words));
}

function checkExperience(rule: ExperienceRule, resume: ParsedResume, now: number): Finding {
  if (rule.minYears === 0) return { outcome: 'held', found: { is: 'anyExperience' }, span: null };
  const jobs = jobsCounted(rule, resume);
  const intervals = jobs.flatMap((job) => intervalOf(job, now) ?? []);
  const years = yearsOf(intervals);
  const span = jobs.flatMap((job) => (job.from ?? job.company ?? job.title)?.span ?? [])[0] ?? null;
  if (years >= rule.minYears) return { outcome: 'held', found: { is: 'years', years }, span };
  if (intervals.length < jobs.length) {
    return { outcome: 'unknown', found: { is: 'yearsBesideOpen', years }, span };
  }
  return tooLittle(resume, { is: jobs.length === 0 ? 'noSuchWork' : 'years', years }, span);
}

/** A résumé without any work says nothing; one with other or shorter work says no. */
function tooLittle(
  resume: ParsedResume,
  found: Extract<Found, { years: number }>,
  span: Span | null,
): Finding {
  const first = resume.work[0];
  if (first === undefined) {
    return { outcome: 'unknown', found: { is: 'noWork', years: found.years }, span: null };
  }
  return { outcome: 'failed', found, span: span ?? first.company?.span ?? null };
}

function names(job: ParsedWork, words: string[]): boolean {
  const text = [job.company, job.title, job.description]
    .map((field) => field?.value ?? '')
    .join('\n')
    .toLowerCase();
  return words.some((word) => text.includes(word.toLowerCase()));
}

/** Months since year 0, end exclusive: 2020-01 to 2020-03 are three months. Null without both ends. */
function intervalOf(job: ParsedWork, now: number): Interval | null {
  const from = job.from === null ? null : monthNumber(job.from.value, now);
  const to = job.to === null ? null : monthNumber(job.to.value, now);
  if (from === null || to === null) return null;
  const wholeYears = job.to !== null && /^\d{4}$/.test(job.to.value);
  const end = Math.min(wholeYears ? to : to + 1, monthNumber('now', now) ?? to);
  return end > from ? { from, to: end } : null;
}

function monthNumber(value: string, now: number): number | null {
  if (value === 'now') {
    const date = new Date(now + 8 * 3_600_000);
    return date.getUTCFullYear() * 12 + date.getUTCMonth() + 1;
  }
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(value);
  if (match === null) return null;
  return Number(match[1]) * 12 + (match[2] === undefined ? 0 : Number(match[2]) - 1);
}

/** Years covered by at least one interval: work at the same time counts once. */
function yearsOf(intervals: Interval[]): number {
  let covered = 0;
  let reached = 0;
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    covered += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return covered / 12;
}

function checkSkill(anyOf: string[], resume: ParsedResume): Finding {
  for (const wanted of anyOf) {
    const code = skillCodeOf(wanted);
    const match = resume.skills.find(
      (skill) =>
        (code !== null && skill.code === code) ||
        skill.value.toLowerCase() === wanted.toLowerCase(),
    );
    if (match !== undefined) {
      return { outcome: 'held', found: quoted(match.value), span: match.span };
    }
    const span = spanOfWord(wanted, resume.text);
    if (span !== null) return { outcome: 'held', found: quoted(wanted), span };
  }
  return notMentioned;
}

function spanOfWord(word: string, text: string): Span | null {
  const start = text.toLowerCase().indexOf(word.toLowerCase());
  const end = start + word.length;
  const inside = /[A-Za-z0-9]/;
  const latin = inside.test(word.charAt(0));
  const cut =
    latin && (inside.test(text.charAt(start - 1)) || /[A-Za-z0-9+#]/.test(text.charAt(end)));
  if (start < 0 || cut) return null;
  return { start, end, line: text.slice(0, start).split('\n').length };
}
