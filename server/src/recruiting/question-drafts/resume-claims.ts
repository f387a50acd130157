import type { ClaimKind } from '@zhiyu/contracts/question-drafts';
import type { PositionContent } from '@zhiyu/contracts/position';
import type { ParsedResume, ParsedWork, Span } from '@zhiyu/contracts/resume';
import { skillCodeOf } from '../resume/skills.js';
import { quoteOf } from './quote.js';

/** Something in a résumé that is worth a question, with the words that are shown for it. */
export interface Claim {
  kind: ClaimKind;
  /** Cleaned words of the résumé; for a gap the two months, `2021-06|2022-03`. */
  quote: string;
  line: number | null;
  /** The skill as the position asks for it. */
  skill?: string;
}

/** Shorter than this is between two jobs what everybody has. */
const gapMonths = 6;
const perKind = 2;
const mostClaims = 6;
/** A reading under this is too unsure to be held up to somebody. */
const sureEnough = 0.5;

const outcome =
  /(?:提升|提高|增长|增加|降低|降到|下降|减少|缩短|节省|节约|完成|达成|超额|签下|回款|获得|实现|转化|复购|损耗|覆盖|increas|reduc|improv|sav|grew|cut|achiev|deliver)/iu;
const figure =
  /\d+(?:\.\d+)?\s*(?:%|％|个百分点|倍|万|元|人|家|单|小时|分钟|天|名|次|k\b|percent)|百分之|一半/iu;

/** A figure of how much changed tells more than how many there were. */
const change = /%|％|百分|倍|从.{1,12}[到至]|一半/u;

/**
 * What of a résumé a position should ask about, most telling first: a change of trade, a project without
 * a result, a result with a figure, a required skill, time between two jobs. Facts only: nothing is taken
 * to be good or bad, and nothing about the person is touched (quote.ts).
 */
export function claimsOf(resume: ParsedResume, content: PositionContent): Claim[] {
  const all = [
    ...changeOf(resume, content),
    ...projectsOf(resume),
    ...resultsOf(resume),
    ...skillsOf(resume, content),
    ...gapsOf(resume),
  ];
  const fresh = all.filter(
    (claim, at) => all.findIndex((other) => other.quote === claim.quote) === at,
  );
  return fresh.slice(0, mostClaims);
}

/** The path alone, all of it: a change of trade, projects without a result, time between two jobs. */
export function pathOf(resume: ParsedResume, content: PositionContent): Claim[] {
  return [...changeOf(resume, content), ...projectsOf(resume), ...gapsOf(resume)];
}

interface TextLine {
  line: number;
  text: string;
}

/** The lines of the résumé's text inside a span. */
function linesIn(resume: ParsedResume, span: Span | null): TextLine[] {
  if (span === null) return [];
  return resume.text
    .slice(span.start, span.end)
    .split('\n')
    .map((text, at) => ({ line: span.line + at, text }));
}

function claim(kind: ClaimKind, text: string, line: number | null): Claim[] {
  const quote = quoteOf(text);
  return quote === null ? [] : [{ kind, quote, line }];
}

/** The newest work is in another trade than the position's experience rule names. */
function changeOf(resume: ParsedResume, { requirements }: PositionContent): Claim[] {
  const words = requirements.flatMap((one) => (one.kind === 'experience' ? (one.in ?? []) : []));
  const job = newest(resume.work);
  const title = job?.title ?? null;
  if (words.length === 0 || title === null || title.confidence < sureEnough) return [];
  return saysAny(job, words) ? [] : claim('change', title.value, title.span?.line ?? null);
}

function saysAny(job: ParsedWork | undefined, words: readonly string[]): boolean {
  const fields = [job?.title, job?.company, job?.description];
  const said = fields
    .map((field) => field?.value ?? '')
    .join('\n')
    .toLowerCase();
  return words.some((word) => said.includes(word.toLowerCase()));
}

/** Résumés put the newest first or last; a job that goes on or ended last is it. */
function newest(work: readonly ParsedWork[]): ParsedWork | undefined {
  const ended = (job: ParsedWork): string => {
    const to = job.to?.value ?? job.from?.value ?? '';
    return to === 'now' ? '9999' : to;
  };
  return [...work].sort((a, b) => ended(b).localeCompare(ended(a)))[0];
}

/** Projects whose words show no outcome. */
function projectsOf(resume: ParsedResume): Claim[] {
  return resume.projects
    .filter(
      ({ description }) =>
        !outcome.test(description?.value ?? '') && !figure.test(description?.value ?? ''),
    )
    .flatMap(({ name }) =>
      name === null || name.confidence < sureEnough
        ? []
        : claim('project', name.value, name.span?.line ?? null),
    )
    .slice(0, perKind);
}

/** Lines of work and projects with an outcome and a figure. */
function resultsOf(resume: ParsedResume): Claim[] {
  const described = [...resume.work, ...resume.projects].flatMap(({ description }) =>
    linesIn(resume, description?.span ?? null),
  );
  return described
    .filter(({ text }) => outcome.test(text) && figure.test(text))
    .sort((a, b) => Number(change.test(b.text)) - Number(change.test(a.text)))
    .flatMap(({ text, line }) => claim('result', text, line))
    .slice(0, perKind);
}

/** Skills that the position's rules want and the résumé names. */
function skillsOf(resume: ParsedResume, { requirements }: PositionContent): Claim[] {
  const lines = resume.text.split('\n');
  return requirements
    .flatMap((rule) => (rule.kind === 'skill' ? rule.anyOf : []))
    .flatMap((wanted) => {
      const code = skillCodeOf(wanted);
      const shown = resume.skills.find(
        ({ value, code: own }) =>
          value.toLowerCase() === wanted.toLowerCase() || (code !== null && own === code),
      );
      const line = shown?.span?.line ?? null;
      const text = line === null ? (shown?.value ?? '') : (lines[line - 1] ?? '');
      return claim('skill', text, line).map((one) => ({ ...one, skill: wanted }));
    })
    .slice(0, perKind);
}

function monthNumber(value: string | undefined): number | null {
  const match = /^(\d{4})-(\d{2})$/.exec(value ?? '');
  return match ? Number(match[1]) * 12 + Number(match[2]) : null;
}

interface Reached {
  month: number;
  text: string;
}

/** Months between the end of a job and the next one's beginning, where both are written. */
function gapsOf(resume: ParsedResume): Claim[] {
  const jobs = resume.work
    .flatMap(({ from, to }) => {
      const month = monthNumber(from?.value);
      return from === null || month === null ? [] : [{ month, from, to: to?.value }];
    })
    .sort((a, b) => a.month - b.month);
  const gaps: Claim[] = [];
  let reached: Reached | null = null;
  for (const { month, from, to } of jobs) {
    if (reached && month - reached.month > gapMonths) {
      const quote = `${reached.text}|${from.value}`;
      gaps.push({ kind: 'gap', quote, line: from.span?.line ?? null });
    }
    reached = later(reached, to);
  }
  return gaps.slice(-1);
}

/** An end that is not written hides whether there was a gap. */
function later(reached: Reached | null, to: string | undefined): Reached {
  const month = monthNumber(to) ?? Number.MAX_SAFE_INTEGER;
  return reached && reached.month >= month ? reached : { month, text: to ?? '' };
}
