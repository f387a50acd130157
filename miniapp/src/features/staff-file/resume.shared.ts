import type {
  Field,
  ParsedEducation,
  ParsedResume,
  ParsedWork,
  Span,
} from '@zhiyu/contracts/resume';

/** One row of what was read: label key, value, where it stands, how sure (0-1). */
export interface ReadField {
  key: string;
  /** Key of `resume.field`. */
  label: string;
  value: string;
  span: Span | null;
  confidence: number;
}
export interface ReadGroup {
  /** Key of `resume.group`, and its number where there are several. */
  name: 'contact' | 'education' | 'work' | 'projects' | 'skills' | 'languages';
  number: number | null;
  fields: ReadField[];
}

/** Under this confidence a person checks the field. */
export const SURE = 0.8;

/** Characters of a long text shown as a field's value. */
const LONG = 160;

type Read = Field<string> | null;

function rows(prefix: string, parts: readonly (readonly [string, Read])[]): ReadField[] {
  return parts.flatMap(([label, field]) =>
    field === null
      ? []
      : [
          {
            key: `${prefix}.${label}`,
            label,
            value: field.value.length > LONG ? `${field.value.slice(0, LONG)}…` : field.value,
            span: field.span,
            confidence: field.confidence,
          },
        ],
  );
}

function list(name: 'skills' | 'languages', fields: readonly Field<string>[]): ReadGroup {
  return {
    name,
    number: null,
    fields: fields.map((field, at) => ({
      key: `${name}.${at}`,
      label: name,
      value: field.value,
      span: field.span,
      confidence: field.confidence,
    })),
  };
}

function several(name: 'education' | 'work' | 'projects', entries: ReadField[][]): ReadGroup[] {
  return entries.map((fields, at) => ({
    name,
    number: entries.length > 1 ? at + 1 : null,
    fields,
  }));
}

function contactOf({ name, phone, email }: ParsedResume): ReadField[] {
  return rows('contact', [
    ['name', name],
    ['phone', phone],
    ['email', email],
  ]);
}

function educationOf(one: ParsedEducation, at: number): ReadField[] {
  return rows(`education.${at}`, [
    ['school', one.school],
    ['degree', one.degree],
    ['major', one.major],
    ['from', one.from],
    ['to', one.to],
  ]);
}

function workOf(one: ParsedWork, at: number): ReadField[] {
  return rows(`work.${at}`, [
    ['company', one.company],
    ['title', one.title],
    ['from', one.from],
    ['to', one.to],
    ['description', one.description],
  ]);
}

function projectOf(one: ParsedResume['projects'][number], at: number): ReadField[] {
  return rows(`projects.${at}`, [
    ['project', one.name],
    ['role', one.role],
    ['from', one.from],
    ['to', one.to],
    ['description', one.description],
  ]);
}

/** All fields in reading order; groups without a field are left out. */
export function groupsOf(parsed: ParsedResume): ReadGroup[] {
  const groups: ReadGroup[] = [
    { name: 'contact', number: null, fields: contactOf(parsed) },
    ...several('education', parsed.education.map(educationOf)),
    ...several('work', parsed.work.map(workOf)),
    ...several('projects', parsed.projects.map(projectOf)),
    list('skills', parsed.skills),
    list('languages', parsed.languages),
  ];
  return groups.filter(({ fields }) => fields.length > 0);
}

export interface TextLine {
  number: number;
  /** Offset of its first character in the whole text. */
  start: number;
  text: string;
}

export function linesOf(text: string): TextLine[] {
  let start = 0;
  return text.split('\n').map((line, at) => {
    const found = { number: at + 1, start, text: line };
    start += line.length + 1;
    return found;
  });
}

/** The part of a line inside a span, as offsets in the line; null where they do not meet. */
export function markIn(line: TextLine, span: Span | null): { from: number; to: number } | null {
  if (span === null) {
    return null;
  }
  const from = Math.max(span.start - line.start, 0);
  const to = Math.min(span.end - line.start, line.text.length);
  return from < to ? { from, to } : null;
}

/** How many fields a person should check. */
export function doubtful(groups: readonly ReadGroup[]): number {
  return groups.flatMap(({ fields }) => fields).filter(({ confidence }) => confidence < SURE)
    .length;
}
