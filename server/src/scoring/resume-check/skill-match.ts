import type { PositionContent } from '@zhiyu/contracts/position';
import type { SkillMatch } from '@zhiyu/contracts/resume-assessment';
import type { SkillCatalogue } from '@zhiyu/contracts/skill-catalogue';
import { skillNamed, skillsIn } from '../../recruiting/question-drafts/skill-index.js';
import { skillCodeOf } from '../../recruiting/resume/skills.js';
import {
  monthsOf,
  type ResumeBasis,
  type ResumeEntry,
  type ResumeLine,
} from '../engine/contradictions/resume-basis.js';

interface Wanted {
  names: string[];
  years: number | null;
}

interface Shown {
  name: string;
  line: ResumeLine;
  /** The job or project that names it; null where it only stands in a list. */
  entry: ResumeEntry | null;
}

/** More nobody reads. */
const most = 12;

/** What the position asks for: its rules on skills and experience, then the catalogue's skills its description names. */
function wantedIn({ requirements, description }: PositionContent, catalogue: SkillCatalogue) {
  const rules = requirements.flatMap((rule): Wanted[] => {
    if (rule.kind === 'skill') return [{ names: rule.anyOf, years: null }];
    const fields = rule.kind === 'experience' ? (rule.in ?? []) : [];
    return rule.kind === 'experience' && fields.length > 0
      ? [{ names: fields, years: rule.minYears }]
      : [];
  });
  const named = new Set(rules.flatMap(({ names }) => names.map((name) => codeOf(name, catalogue))));
  const others = skillsIn(description.zh, catalogue)
    .filter(({ code, names }) => !named.has(code) && !named.has(codeOf(names[0] ?? '', catalogue)))
    .map(({ names }): Wanted => ({ names: names.slice(0, 1), years: null }));
  return [...rules, ...others].slice(0, most);
}

function codeOf(name: string, catalogue: SkillCatalogue): string {
  return skillNamed(name, catalogue)?.code ?? skillCodeOf(name) ?? name.trim().toLowerCase();
}

/** Every way a skill is written. */
function waysOf(name: string, catalogue: SkillCatalogue): string[] {
  return [name, ...(skillNamed(name, catalogue)?.names ?? [])].map((way) => way.toLowerCase());
}

/** A Latin word must stand alone: Java is not in JavaScript. */
function says(text: string, way: string): boolean {
  const at = text.toLowerCase().indexOf(way);
  if (at < 0) return false;
  const around = text.toLowerCase().charAt(at - 1) + text.toLowerCase().charAt(at + way.length);
  return !/^[a-z0-9]/.test(way) || !/[a-z0-9+#]/.test(around);
}

function shownIn(basis: ResumeBasis, name: string, catalogue: SkillCatalogue): Shown[] {
  const ways = waysOf(name, catalogue);
  const entries = [...basis.work, ...basis.projects];
  const used = entries.flatMap((entry) => {
    const role = { line: entry.head.line, text: `${entry.name} ${entry.role}` };
    const line = [role, ...entry.lines].find(({ text }) => ways.some((way) => says(text, way)));
    const told = line === role ? entry.head : line;
    return told ? [{ name, line: told, entry }] : [];
  });
  const code = skillCodeOf(name);
  const listed = basis.skills
    .filter((one) => ways.includes(one.name.toLowerCase()) || (code !== null && one.code === code))
    .map((one) => ({ name: one.name, line: one.line, entry: null }));
  return [...used, ...listed];
}

/** Years of some jobs together: months in which two of them ran count once. */
function yearsTogether(entries: ResumeEntry[], asOf: string): number | null {
  const months = new Set(entries.flatMap((entry) => monthsOf(entry, asOf)));
  return months.size === 0 ? null : Math.round((months.size / 12) * 10) / 10;
}

/** Each thing the position asks for beside what the résumé shows of it, with its line. Schools and persons have no part. */
export function skillMatches(
  basis: ResumeBasis,
  content: PositionContent,
  catalogue: SkillCatalogue,
): SkillMatch[] {
  return wantedIn(content, catalogue).map(({ names, years: wantedYears }) => {
    const shown = names.flatMap((name) => shownIn(basis, name, catalogue));
    const used = shown.flatMap(({ entry }) => entry ?? []);
    const years = yearsTogether(used, basis.asOf);
    const long = (years ?? 0) >= (wantedYears ?? 0);
    const rest = { wanted: names, years, wantedYears };
    const [first] = shown;
    if (!first) return { ...rest, standing: 'unknown', found: null, line: null, lineText: null };
    const { line, text: lineText } = first.line;
    const standing = used.length > 0 && long ? 'met' : 'partly';
    return { ...rest, standing, found: first.name, line, lineText };
  });
}
