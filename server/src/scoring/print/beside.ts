import type { Locale } from '@zhiyu/contracts/basics';
import type { ReportReader } from '@zhiyu/contracts/report-print';
import type { ResumeAssessment, SkillMatch } from '@zhiyu/contracts/resume-assessment';
import type { TestResult } from '@zhiyu/contracts/written-tests';
import { type BesideWords, besideWords } from './beside-words.js';
import type { PrintedRows } from './printed-parts.js';

/** What is known of a candidate beside the interview; nothing of it is part of the interview's score. */
export interface Beside {
  tests: TestResult[];
  /** Null or empty for who may not open the résumé. */
  resume: ResumeAssessment | null;
}

/** Lines of the résumé that are printed at most; the page has all of them. */
const mostClaims = 10;

/** What this reader gets of it: the résumé for HR alone, the limit of a test not for the candidate. */
export function besideRows(beside: Beside, reader: ReportReader, locale: Locale): PrintedRows[] {
  const words = besideWords[locale];
  const { tests, resume } = beside;
  const groups = [
    testRows(tests, reader, words),
    ...(reader === 'hr' && resume ? [skillRows(resume, words), lineRows(resume, words)] : []),
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function testRows(tests: TestResult[], reader: ReportReader, words: BesideWords): PrintedRows {
  const rows = tests.map(({ name, takenOn, score, maximum, required, source, byEngine }) => {
    const limit = reader === 'candidate' || required === null ? null : required;
    const parts = [
      `${String(score)} / ${String(maximum)}`,
      ...(limit === null ? [] : [words.required(limit), words.limit[score >= limit ? 1 : 0]]),
      words.source[source],
      ...(byEngine > 0 ? [words.byEngine(byEngine)] : []),
    ];
    return { label: `${name}\n${takenOn}`, value: parts.join(words.join) };
  });
  return { title: words.tests, note: words.apart, rows };
}

function skillRows({ skills }: ResumeAssessment, words: BesideWords): PrintedRows {
  const rows = skills.map((skill) => ({
    label: wantedText(skill),
    value: [words.standing[skill.standing], ...factsOf(skill, words)].join(words.join),
  }));
  return { title: words.skills, note: words.unscored, rows };
}

/** What the résumé calls it first, then others that would do; three at most. */
function wantedText({ wanted, found }: SkillMatch): string {
  const names = found === null ? wanted : [found, ...wanted.filter((one) => one !== found)];
  return names.slice(0, 3).join(' / ') + (names.length > 3 ? ' …' : '');
}

function factsOf({ years, wantedYears, line, lineText }: SkillMatch, words: BesideWords): string[] {
  return [
    ...(years === null ? [] : [words.years(years)]),
    ...(wantedYears === null ? [] : [words.wantedYears(wantedYears)]),
    ...(line === null || lineText === null ? [] : [words.line(line, lineText)]),
  ];
}

/** Worth asking first, then vague, then borne out; after them the path. */
function lineRows({ claims, notes }: ResumeAssessment, words: BesideWords): PrintedRows {
  const order = ['probe', 'vague', 'verified'] as const;
  const sorted = order.flatMap((standing) => claims.filter((one) => one.standing === standing));
  const rows = [
    ...sorted.slice(0, mostClaims).map(({ standing, line, text }) => ({
      label: words.claim[standing],
      value: words.line(line, text),
    })),
    ...notes.map(({ kind, text, line }) => ({
      label: words.note[kind],
      value: line === null ? text : words.line(line, text),
    })),
  ];
  return { title: words.lines, note: words.unscored, rows };
}
