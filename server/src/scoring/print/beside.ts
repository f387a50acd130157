import type { Locale } from '@zhiyu/contracts/basics';
import type { ReportReader } from '@zhiyu/contracts/report-print';
import type { ResumeAssessment, SkillMatch } from '@zhiyu/contracts/resume-assessment';
import { pointGroups, pointsOf, type ResumePoint } from '@zhiyu/contracts/resume-points';
import type { TestResult } from '@zhiyu/contracts/written-tests';
import { type BesideWords, besideWords } from './beside-words.js';
import type { PrintedRows } from './printed-parts.js';

/** What is known of a candidate beside the interview; nothing of it is part of the interview's score. */
export interface Beside {
  tests: TestResult[];
  /** Null or empty for who may not open the résumé. */
  resume: ResumeAssessment | null;
}

/** Of a group so many are printed at most; the page has all of them. */
const mostPoints = 8;

/** What this reader gets of it: the résumé for HR alone, the limit of a test not for the candidate. */
export function besideRows(beside: Beside, reader: ReportReader, locale: Locale): PrintedRows[] {
  const words = besideWords[locale];
  const { tests, resume } = beside;
  const groups = [
    testRows(tests, reader, words),
    ...(reader === 'hr' && resume ? pointRows(resume, words) : []),
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

/** Read as on the page: strengths, gaps, risks, what to ask; the longest of them is cut. */
function pointRows(resume: ResumeAssessment, words: BesideWords): PrintedRows[] {
  const points = pointsOf(resume);
  return pointGroups.map((group) => ({
    title: words.groups[group],
    note: words.unscored,
    rows: points[group].slice(0, mostPoints).map((point) => rowOf(point, words)),
  }));
}

function rowOf(point: ResumePoint, words: BesideWords): PrintedRows['rows'][number] {
  switch (point.of) {
    case 'wanted':
      return {
        label: wantedText(point.match, words),
        value: [words.as[point.as], ...factsOf(point.match, words)].join(words.join),
      };
    case 'unnamed':
      return { label: words.unnamed, value: point.names.join(' / ') };
    case 'claim':
      return {
        label: words.claim[point.claim.standing],
        value: words.line(point.claim.line, point.claim.text),
      };
    case 'note': {
      const { kind, line, text } = point.note;
      return { label: words.note[kind], value: line === null ? text : words.line(line, text) };
    }
  }
}

/** What the résumé calls it first, then others that would do; three at most. */
function wantedText({ wanted, found }: SkillMatch, words: BesideWords): string {
  const names = found === null ? wanted : [found, ...wanted.filter((one) => one !== found)];
  const some = names.slice(0, 3).join(' / ') + (names.length > 3 ? ' …' : '');
  return some === '' ? words.work : some;
}

function factsOf({ years, wantedYears, line, lineText }: SkillMatch, words: BesideWords): string[] {
  return [
    ...(years === null ? [] : [words.years(years)]),
    ...(wantedYears === null ? [] : [words.wantedYears(wantedYears)]),
    ...(line === null ? [] : [words.line(line, lineText)]),
  ];
}
