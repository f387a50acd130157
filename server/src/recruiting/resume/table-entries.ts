import type { Field, ParsedEducation, ParsedResume, ParsedWork } from '@zhiyu/contracts/resume';
import { monthOf, readDates } from './dates.js';
import { degreeIn } from './degrees.js';
import type { Cell } from './sections.js';
import type { Row } from './tables.js';

type Dates = Pick<ParsedWork, 'from' | 'to'>;
type ParsedProject = ParsedResume['projects'][number];

/** A column says what it holds. */
const sure = 0.95;

function fieldOf(cell: Cell | undefined, row: Row): Field<string> | null {
  if (cell === undefined || !/[\p{L}\d]/u.test(cell.text)) return null;
  const span = { start: cell.start, end: cell.end, line: row.line.no };
  return { value: cell.text, span, confidence: sure };
}

function datesOf(row: Row): Dates {
  const { time, from, to } = row.cells;
  const read = (cell: Cell | undefined) =>
    cell === undefined ? null : readDates({ ...cell, no: row.line.no });
  const whole = read(time);
  return {
    from: whole?.from ?? read(from)?.to ?? null,
    to: whole?.to ?? nowOr(read(to)?.to ?? null, to, row),
  };
}

/** 至今 alone in the column of the end. */
function nowOr(read: Field<string> | null, cell: Cell | undefined, row: Row): Field<string> | null {
  const field = fieldOf(cell, row);
  return read ?? (field && monthOf(field.value) === 'now' ? { ...field, value: 'now' } : null);
}

/** What the row tells, with the lines below it. */
function toldBy(row: Row): Field<string> | null {
  const cell = row.cells.told;
  const parts: { text: string; start: number; end: number; no: number }[] = [
    ...(cell ? [{ ...cell, no: row.line.no }] : []),
    ...row.more,
  ];
  const first = parts[0];
  const last = parts.at(-1);
  if (first === undefined || last === undefined) return null;
  const value = parts.map(({ text }) => text.trim()).join('\n');
  return { value, span: { start: first.start, end: last.end, line: first.no }, confidence: sure };
}

export function jobOf(row: Row): ParsedWork {
  const { company, title, role } = row.cells;
  return {
    company: fieldOf(company, row),
    title: fieldOf(title ?? role, row),
    ...datesOf(row),
    description: toldBy(row),
  };
}

export function projectOf(row: Row): ParsedProject {
  const { project, role, title } = row.cells;
  return {
    name: fieldOf(project, row),
    role: fieldOf(role ?? title, row),
    ...datesOf(row),
    description: toldBy(row),
  };
}

export function educationOf(row: Row): ParsedEducation {
  const { school, degree, major } = row.cells;
  const of = (cell: Cell | undefined) => (cell ? degreeIn({ ...cell, no: row.line.no }) : null);
  return {
    school: fieldOf(school, row),
    degree: of(degree) ?? of(major),
    major: fieldOf(major, row),
    ...datesOf(row),
  };
}
