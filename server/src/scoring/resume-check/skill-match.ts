import type { PositionContent } from '@zhiyu/contracts/position';
import type { ParsedResume } from '@zhiyu/contracts/resume';
import type { SkillMatch } from '@zhiyu/contracts/resume-assessment';
import type { SkillCatalogue } from '@zhiyu/contracts/skill-catalogue';
import { skillNamed } from '../../recruiting/question-drafts/skill-index.js';
import { skillCodeOf } from '../../recruiting/resume/skills.js';
import { checkLanguage } from '../../recruiting/screening-language.js';
import { yearsFound } from '../../recruiting/screening-finding.js';
import { type ExperienceRule, jobsCounted, screen } from '../../recruiting/screening.rules.js';
import {
  monthsOf,
  type ResumeBasis,
  type ResumeEntry,
  type ResumeLine,
} from '../engine/contradictions/resume-basis.js';
import { tellsWho, unbulleted } from './person-words.js';
import { type Wanted, wantedIn } from './wanted.js';

/** A résumé as it was read; `now` (milliseconds) ends work that goes on. */
export interface ReadResume {
  parsed: ParsedResume;
  basis: ResumeBasis;
  now: number;
}

interface Shown {
  name: string;
  line: ResumeLine;
  /** The job or project that names it; null where it stands elsewhere. */
  entry: ResumeEntry | null;
}

type Found = Pick<SkillMatch, 'standing' | 'found' | 'years' | 'line'> & Partial<SkillMatch>;

const longestLine = 80;
const nowhere: Found = { standing: 'unknown', found: null, years: null, line: null };

/** Each thing the position asks for beside what the résumé shows of it, with its line. Schools and persons have no part. */
export function skillMatches(
  read: ReadResume,
  content: PositionContent,
  catalogue: SkillCatalogue,
): SkillMatch[] {
  const lines = read.parsed.text.split('\n');
  const hidden = tellsWho(read.parsed);
  return wantedIn(content, catalogue).map((wanted) => {
    const found = foundOf(wanted, read, catalogue);
    const text = found.line === null ? '' : unbulleted(lines[found.line - 1] ?? '').trim();
    return {
      ...{ of: wanted.of, asked: wanted.asked, wanted: wanted.names },
      wantedYears: 'rule' in wanted ? wanted.rule.minYears : null,
      lineText: text === '' || hidden(text) ? null : text.slice(0, longestLine),
      ...found,
    };
  });
}

function foundOf(wanted: Wanted, read: ReadResume, catalogue: SkillCatalogue): Found {
  switch (wanted.of) {
    case 'skill':
      return skillIn(read, wanted.names, catalogue);
    case 'language':
      return languageIn(read, wanted.names);
    default:
      return experienceIn(read, wanted.rule);
  }
}

/** As the screening reads it: two pages do not say it in two ways. */
function languageIn({ parsed }: ReadResume, names: string[]): Found {
  const { outcome, span } = checkLanguage(names, parsed);
  if (!span) return nowhere;
  const standing = outcome === 'held' ? 'met' : 'partly';
  const found = parsed.text.slice(span.start, span.end).trim();
  return { standing, found, years: null, line: span.line };
}

function experienceIn({ parsed, now }: ReadResume, rule: ExperienceRule): Found {
  const [result] = screen([rule], parsed, 0, now).rules;
  const jobs = jobsCounted(rule, parsed);
  if (!result || jobs.length === 0) return nowhere;
  const total = yearsFound(result.found) ?? 0;
  const lines = jobs.flatMap(({ from, company, title }) => (from ?? company ?? title)?.span ?? []);
  return {
    standing: result.outcome === 'held' ? 'met' : 'partly',
    found: null,
    years: total === 0 ? null : Math.round(total * 10) / 10,
    line: result.line,
    yearsFrom: total === 0 ? [] : inOrder(lines),
    undated: total === 0 || jobs.some(({ from, to }) => from === null || to === null),
  };
}

function skillIn({ parsed, basis }: ReadResume, names: string[], catalogue: SkillCatalogue): Found {
  const shown = names.flatMap((name) => shownIn({ parsed, basis }, name, catalogue));
  const used = shown.flatMap(({ entry }) => entry ?? []);
  const first = shown.find(({ entry }) => entry !== null) ?? shown[0];
  if (!first) return nowhere;
  const dated = used.filter((entry) => months(entry, basis.asOf).length > 0);
  return {
    standing: used.length > 0 ? 'met' : 'partly',
    found: first.name,
    years: yearsTogether(dated, basis.asOf),
    line: first.line.line,
    yearsFrom: inOrder(dated.map(({ head }) => head)),
    undated: dated.length < used.length,
  };
}

function inOrder(lines: { line: number }[]): number[] {
  return [...new Set(lines.map(({ line }) => line))].sort((a, b) => a - b);
}

/** Every way a skill is written. */
function waysOf(name: string, catalogue: SkillCatalogue): string[] {
  return [name, ...(skillNamed(name, catalogue)?.names ?? [])].map((way) => way.toLowerCase());
}

/** A Latin word must stand alone: Java is not in JavaScript; a version may follow it. */
function says(text: string, way: string): boolean {
  const plain = text.toLowerCase();
  const latin = /^[a-z0-9]/.test(way);
  const behind = way.length > 2 ? /[a-z+#]/ : /[a-z0-9+#]/;
  for (let at = plain.indexOf(way); at >= 0; at = plain.indexOf(way, at + 1)) {
    const part =
      /[a-z0-9+#]/.test(plain.charAt(at - 1)) || behind.test(plain.charAt(at + way.length));
    if (!latin || !part) return true;
  }
  return false;
}

/** In jobs and projects first, then in the list of skills, then anywhere: only what is nowhere was not found. */
function shownIn(
  { parsed, basis }: Pick<ReadResume, 'parsed' | 'basis'>,
  name: string,
  catalogue: SkillCatalogue,
): Shown[] {
  const ways = waysOf(name, catalogue);
  const said = ({ text }: ResumeLine) => ways.some((way) => says(text, way));
  const used = [...basis.work, ...basis.projects].flatMap((entry) => {
    const role = { line: entry.head.line, text: `${entry.name} ${entry.role}` };
    const line = [role, ...entry.lines].find(said);
    const told = line === role ? entry.head : line;
    return told ? [{ name, line: told, entry }] : [];
  });
  const code = skillCodeOf(name);
  const listed = basis.skills
    .filter((one) => ways.includes(one.name.toLowerCase()) || (code !== null && one.code === code))
    .map((one) => ({ name: one.name, line: one.line, entry: null }));
  const shown = [...used, ...listed];
  if (shown.length > 0) return shown;
  const anywhere = parsed.text
    .split('\n')
    .map((text, at) => ({ line: at + 1, text }))
    .find(said);
  return anywhere ? [{ name, line: anywhere, entry: null }] : [];
}

/** As the screening counts: a year alone ends before it begins, and no month is in the future. */
function months(entry: ResumeEntry, asOf: string): number[] {
  const { to } = entry;
  const end = to !== null && /^\d{4}$/.test(to) ? `${String(Number(to) - 1)}-12` : to;
  const past = end !== null && end !== 'now' && end > asOf ? asOf : end;
  return monthsOf({ ...entry, to: past }, asOf);
}

/** Years of some jobs together: months in which two of them ran count once. */
function yearsTogether(entries: ResumeEntry[], asOf: string): number | null {
  const all = new Set(entries.flatMap((entry) => months(entry, asOf)));
  return all.size === 0 ? null : Math.round((all.size / 12) * 10) / 10;
}
