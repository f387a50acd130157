import type { Degree } from '@zhiyu/contracts/position';
import type { Field, ParsedResume } from '@zhiyu/contracts/resume';

/** A line of the résumé as it stands there, 1-based. */
export interface ResumeLine {
  line: number;
  text: string;
}

/** A job or project: its names, its time, and the lines that tell of it. */
export interface ResumeEntry {
  name: string;
  /** Title of a job, role in a project; empty where none was read. */
  role: string;
  /** `YYYY-MM` or `YYYY`; `to` may be `now`. */
  from: string | null;
  to: string | null;
  head: ResumeLine;
  lines: ResumeLine[];
}

/**
 * What of a résumé is held beside the answers. Name, sex, age, address, school and photograph are not in it: they
 * have no part in a report.
 */
export interface ResumeBasis {
  /** Month of the interview, `YYYY-MM`: a job that goes on lasts until then. */
  asOf: string;
  work: ResumeEntry[];
  projects: ResumeEntry[];
  degrees: { degree: Degree; to: string | null; line: ResumeLine }[];
  skills: { name: string; code: string | null; line: ResumeLine }[];
}

/** A reading under this is too unsure to be held against somebody's words. */
const sure = 0.6;
const longestLine = 80;

/** @param asOf month of the interview, `YYYY-MM` */
export function resumeBasis(parsed: ParsedResume, asOf: string): ResumeBasis {
  const all = parsed.text.split('\n');
  const lineOf = (field: Field<unknown> | null): ResumeLine | null => {
    const line = field?.span?.line ?? null;
    const text = line === null ? '' : (all[line - 1] ?? '').trim().slice(0, longestLine);
    return line === null || text === '' ? null : { line, text };
  };
  const entry = (
    name: Field<string> | null,
    role: Field<string> | null,
    rest: Pick<ParsedResume['work'][number], 'from' | 'to' | 'description'>,
  ): ResumeEntry[] => {
    const head = lineOf(rest.from) ?? lineOf(name);
    if (!head || name === null || name.confidence < sure) return [];
    return [
      {
        name: name.value,
        role: known(role) ?? '',
        from: known(rest.from),
        to: known(rest.to),
        head,
        lines: linesIn(all, rest.description),
      },
    ];
  };
  return {
    asOf,
    work: parsed.work.flatMap((job) => entry(job.company, job.title, job)),
    projects: parsed.projects.flatMap((project) => entry(project.name, project.role, project)),
    degrees: parsed.education.flatMap(({ degree, to }) => {
      const line = lineOf(degree);
      const value = known(degree);
      return line && value ? [{ degree: value, to: known(to), line }] : [];
    }),
    skills: parsed.skills.flatMap((skill) => {
      const line = lineOf(skill);
      return line ? [{ name: skill.value, code: skill.code, line }] : [];
    }),
  };
}

function known<T>(field: Field<T> | null): T | null {
  return field && field.confidence >= sure ? field.value : null;
}

function linesIn(all: string[], description: Field<string> | null): ResumeLine[] {
  const span = description?.span;
  if (!span) return [];
  const count = description.value.split('\n').length;
  return all
    .slice(span.line - 1, span.line - 1 + count)
    .map((text, i) => ({ line: span.line + i, text: text.trim().slice(0, longestLine) }))
    .filter(({ text }) => text !== '');
}

const monthsIn = 12;

function monthOf(value: string | null, asOf: string, last: boolean): number | null {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(value === 'now' ? asOf : (value ?? ''));
  if (!match) return null;
  const month = match[2] === undefined ? (last ? monthsIn : 1) : Number(match[2]);
  return Number(match[1]) * monthsIn + month;
}

/** How long an entry lasted, in years: where only years are written, from the shortest to the longest it can be. */
export function yearsOf({ from, to }: ResumeEntry, asOf: string): [number, number] | null {
  const longest = between(monthOf(from, asOf, false), monthOf(to, asOf, true));
  const shortest = between(monthOf(from, asOf, true), monthOf(to, asOf, false));
  if (longest === null || shortest === null) return null;
  return [Math.max(0, Math.min(shortest, longest)) / monthsIn, (longest + 1) / monthsIn];
}

function between(from: number | null, to: number | null): number | null {
  return from === null || to === null || to < from - monthsIn ? null : to - from;
}

/** Years from the first job's beginning to the interview; null where no job has a date. */
export function yearsSinceFirst({ work, asOf }: ResumeBasis): {
  years: number;
  first: ResumeEntry;
} | null {
  const begun = work
    .flatMap((job) => {
      const month = monthOf(job.from, asOf, false);
      return month === null ? [] : [{ job, month }];
    })
    .sort((a, b) => a.month - b.month);
  const now = monthOf(asOf, asOf, true);
  const first = begun[0];
  return first && now !== null ? { years: (now - first.month) / monthsIn, first: first.job } : null;
}

/** The months of an entry, counted from year 0; none where a date is missing or turned round. */
export function monthsOf({ from, to }: ResumeEntry, asOf: string): number[] {
  const first = monthOf(from, asOf, false);
  const last = monthOf(to, asOf, true);
  if (first === null || last === null || last < first) return [];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
