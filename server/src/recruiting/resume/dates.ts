import type { Field } from '@zhiyu/contracts/resume';
import type { Cell, Line } from './sections.js';

/** A from-to (or a single date as `to`) and the line without it: dates become blanks, so offsets stay. */
export interface DatedLine {
  from: Field<string> | null;
  to: Field<string> | null;
  /** `range`, one `single` date, or no date. */
  found: 'range' | 'single' | 'none';
  rest: Line;
}

const monthNames =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|spring|summer|fall|autumn|winter)';
const year = '(?:19[5-9]\\d|20[0-4]\\d)';
const point = [
  `${year}\\s*年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?`,
  `${year}\\s?[./／-]\\s?(?:1[0-2]|0?[1-9])(?:\\s?[./-]\\s?(?:[12]\\d|3[01]|0?[1-9]))?(?!\\d)(?!\\s?[./]\\d)`,
  `(?<!\\d)${year}(?:0[1-9]|1[0-2])(?!\\d)`,
  `${monthNames}\\.?\\s*,?\\s*${year}`,
  `${monthNames}\\.?\\s*['’]\\d{2}(?!\\d)`,
  `(?<!\\d)(?:0?[1-9]|1[0-2])\\s?[./]\\s?${year}`,
  `(?<![\\d.])${year}\\s*年?(?![\\d.]\\d)(?!\\d)`,
].join('|');
const nowWords =
  '至今|迄今|今|现在|目前|在职|在读|present|now|current(?:ly)?|ongoing|to\\s*date|today';
const dash = '\\s*(?:--?|[–—−－~～〜]+|至|到|to|until|till|through|→)\\s*';

const rangePattern = new RegExp(
  `[(（\\[【]?\\s*(${point})(?:(?:${dash})(${point}|${nowWords})|\\s*(至今|迄今|起至今))\\s*[)）\\]】]?`,
  'gi',
);
/** 2020 – 21, Sep – Dec 2021, 2021.3-8: the second half borrows the year of the first, or lends it. */
const shortPattern = new RegExp(
  `(${monthNames})\\.?${dash}(${monthNames}\\.?\\s*,?\\s*(${year}))|(${year})\\s?[./]\\s?(\\d{1,2})${dash}(\\d{1,2})(?![\\d./])`,
  'gi',
);
const sincePattern = new RegExp(
  `(?:since|from|自)\\s+(${point})|(${point})\\s*(?:起|以来|开始)`,
  'gi',
);
const singlePattern = new RegExp(`[(（]?\\s*(${point})\\s*[)）]?(?:\\s*(?:届|毕业))?`, 'gi');

/** Reads the first date range of a line, else its first single date. */
export function readDates(line: Line): DatedLine {
  return readRange(line) ?? readShort(line) ?? readSince(line) ?? readSingle(line) ?? noDate(line);
}

function noDate(line: Line): DatedLine {
  return { from: null, to: null, found: 'none', rest: line };
}

function readRange(line: Line): DatedLine | null {
  const match = first(rangePattern, line.text);
  if (match?.[1] === undefined) return null;
  const end = match[2] ?? match[3] ?? '';
  return {
    from: fieldOf(line, match, match[1], 0),
    to: fieldOf(line, match, end, match[0].indexOf(match[1]) + match[1].length),
    found: 'range',
    rest: blank(line, match),
  };
}

function readShort(line: Line): DatedLine | null {
  const match = first(shortPattern, line.text);
  if (match === null) return null;
  const [whole, month, to, yearOfTo, yearOfFrom, fromMonth, toMonth] = match;
  const span = { start: line.start + match.index, end: line.start + match.index + whole.length };
  const made = (value: string): Field<string> => ({
    value: monthOf(value),
    span: { ...span, line: line.no },
    confidence: 0.8,
  });
  const rest = blank(line, match);
  if (month !== undefined && yearOfTo !== undefined) {
    return { from: made(`${month} ${yearOfTo}`), to: made(to ?? ''), found: 'range', rest };
  }
  if (Number(toMonth) > 12) return null;
  const head = yearOfFrom ?? '';
  const from = made(`${head}.${fromMonth ?? ''}`);
  return { from, to: made(`${head}.${toMonth ?? ''}`), found: 'range', rest };
}

function readSince(line: Line): DatedLine | null {
  const match = first(sincePattern, line.text);
  const start = match?.[1] ?? match?.[2];
  if (match === null || start === undefined) return null;
  const from = fieldOf(line, match, start, 0);
  const to = { value: 'now', span: from.span, confidence: 0.6 };
  return { from, to, found: 'range', rest: blank(line, match) };
}

function readSingle(line: Line): DatedLine | null {
  const match = first(singlePattern, line.text);
  if (match?.[1] === undefined) return null;
  const to = { ...fieldOf(line, match, match[1], 0), confidence: 0.7 };
  return { from: null, to, found: 'single', rest: blank(line, match) };
}

function first(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text);
}

function fieldOf(line: Cell & { no: number }, match: RegExpExecArray, part: string, after: number) {
  const at = match.index + Math.max(0, match[0].indexOf(part, after));
  const start = line.start + at;
  const span = { start, end: start + part.length, line: line.no };
  return { value: monthOf(part), span, confidence: 0.95 };
}

function blank(line: Line, match: RegExpExecArray): Line {
  const end = match.index + match[0].length;
  const gap = ' '.repeat(Math.max(0, match[0].length - 1)) + '\t';
  return { ...line, text: line.text.slice(0, match.index) + gap + line.text.slice(end) };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Seasons as the month in which they usually begin for a course or a summer job. */
const seasons: Record<string, number> = { spr: 3, sum: 6, fal: 9, aut: 9, win: 12 };

function monthIn(text: string): number {
  const word = /[a-z]{3}/.exec(text)?.[0];
  if (word !== undefined) return months.indexOf(word) + 1 || (seasons[word] ?? 0);
  return Number(/\d{1,2}/.exec(text)?.[0] ?? 0);
}

/** `YYYY-MM`, `YYYY` or `now` for a date as written. */
export function monthOf(written: string): string {
  const text = written.trim().toLowerCase();
  if (new RegExp(`^(?:${nowWords})$`, 'i').test(text)) return 'now';
  const plain = text.replace(/['’](?=\d{2}$)/, '20');
  const yearText = new RegExp(year).exec(plain)?.[0] ?? '';
  const month = monthIn(plain.replace(yearText, ' '));
  return month >= 1 && month <= 12 ? `${yearText}-${String(month).padStart(2, '0')}` : yearText;
}
