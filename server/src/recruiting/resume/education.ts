import type { Field, ParsedEducation } from '@zhiyu/contracts/resume';
import { readDates } from './dates.js';
import { degreeIn } from './degrees.js';
import { cellsOf, isBullet, type Line, type Section } from './sections.js';
import { educationOf } from './table-entries.js';
import { partsOf } from './tables.js';

const chineseSchool =
  /[\u4e00-\u9fffA-Za-z·]{2,16}?(?:大学(?!生|期间|英语|城市?区|语文|物理|数学|本科|专科|四级|六级)(?:[（(][\u4e00-\u9fff]{2,6}[）)])?(?:(?:城市|宁波理工|珠海|中山|华夏|科技|现代|滨江|天平|嘉庚|知行|东方|文理|浦江|之江|仁济)学院|[\u4e00-\u9fff]{2}(?:分校|校区))?|职业技术学院|技术学院|专科学校|学院|职业中学|职业高中|高级中学|技工学校|职业学校|中等专业学校|商业学校|卫生学校|学校|中学|[一二三四五六七八九十]中(?!学)|附中(?!学)|高中|技校|中专|职高|职教中心|研究生院|党校)(?![\u4e00-\u9fff]*专业)?/;
const latinSchool =
  /(?:\b(?:The\s+)?(?:[A-ZÀ-Þ][\p{L}.'’&-]*|of|the|and|for|at|de|in)\s+){0,7}(?:University|College|Institute|School|Academy|Polytechnic|Universit[éàä]t?|École|Hochschule|Conservatory)\b(?:\s+of(?:\s+(?:the|and|&|[A-ZÀ-Þ][\p{L}.'’-]*|of))+|(?:\s+[A-ZÀ-Þ][\p{L}.'’-]*){0,3})?(?:\s+at\s+[A-Z]\w+(?:\s[A-Z]\w+)?|,\s*(?:Berkeley|Los Angeles|San Diego|Irvine|Davis|Santa Barbara|Madison|Austin|Urbana-Champaign|Ann Arbor|Chapel Hill))?|\b(?:MIT|UCLA|ETH Zurich|EPFL|NYU|LSE|Caltech|Georgia Tech|Virginia Tech)\b/u;

/** Schools attended, newest first as the résumé has them. */
export function readEducation(sections: Section[]): ParsedEducation[] {
  const own = sections.filter(({ kind }) => kind === 'education').flatMap(({ lines }) => lines);
  const { rows, lines } = partsOf(own);
  const inRows = rows.map(educationOf);
  const entries = [...inRows, ...entriesOf(lines).map(readEntry)].filter(hasSubstance);
  if (entries.length > 0) return entries;
  const rest = sections.filter(({ kind }) => kind === 'head' || kind === 'other');
  const labelled = readEntry(rest.flatMap(({ lines }) => lines).filter(namesEducation));
  return hasSubstance(labelled) ? [doubted(labelled)] : [];
}

const labels = /(?:毕业)?(?:院校|学校)|学\s*历|学\s*位|专\s*业|毕业时间/;
function namesEducation(line: Line): boolean {
  const labelledLine = labels.test(line.text) && /[：:]/.test(line.text);
  return labelledLine || (schoolIn(line) !== null && degreeIn(line) !== null);
}

function hasSubstance(entry: ParsedEducation): boolean {
  return (
    entry.school !== null || (entry.degree !== null && (entry.major !== null || entry.to !== null))
  );
}

/** Found outside a section of education: true more often than not, but less sure. */
function doubted(entry: ParsedEducation): ParsedEducation {
  const less = <T>(field: Field<T> | null): Field<T> | null =>
    field === null ? null : { ...field, confidence: Math.min(field.confidence, 0.75) };
  return {
    school: less(entry.school),
    degree: less(entry.degree),
    major: less(entry.major),
    from: less(entry.from),
    to: less(entry.to),
  };
}

/** A new entry begins where a second school or a second date range would come into the same one. */
function entriesOf(lines: Line[]): Line[][] {
  const entries: Line[][] = [];
  let seen = { school: false, dated: false };
  for (const line of lines) {
    const marks = marksOf(line, seen.school);
    const again = (marks.school && seen.school) || (marks.dated && seen.dated);
    if (again || entries.length === 0) {
      entries.push([line]);
      seen = marks;
    } else {
      entries.at(-1)?.push(line);
      seen = { school: seen.school || marks.school, dated: seen.dated || marks.dated };
    }
  }
  return moveHeads(entries, lines);
}

function marksOf(line: Line, hasSchool: boolean): { school: boolean; dated: boolean } {
  if (isNote(line)) return { school: false, dated: false };
  const named = schoolIn(line);
  const school = named !== null && !(hasSchool && isFaculty(named, line));
  return { school, dated: readDates(line).found === 'range' };
}

/** 经济与管理学院 below a university, in a line without dates, is a part of it. */
function isFaculty(school: Field<string> | null, line: Line): boolean {
  const ends =
    school !== null && /(?<!职业|技术|专科)学院$|^(?:School|College|Faculty) of/.test(school.value);
  return ends && readDates(line).found === 'none';
}

/** Where the school stands above its dates in every entry, a date alone never begins one. */
function moveHeads(entries: Line[][], lines: Line[]): Line[][] {
  const first = lines[0];
  if (first === undefined || readDates(first).found === 'range') return entries;
  return entries.reduce<Line[][]>((kept, entry) => {
    const head = entry[0];
    const alone = head !== undefined && schoolIn(head) === null && degreeIn(head) === null;
    const previous = kept.at(-1);
    if (alone && previous !== undefined) previous.push(...entry);
    else kept.push(entry);
    return kept;
  }, []);
}

const notes =
  /主修|课程|GPA|绩点|排名|奖学金|成绩|荣誉|在校|论文|导师|coursework|honou?rs?:|dean|thesis|relevant|awards?/i;

/** Courses, honours, marks: nothing that names a school or a major. */
function isNote(line: Line): boolean {
  if (
    /^\W*(?:主修|核心课程|相关课程|课程|荣誉|奖|relevant|coursework|thesis|awards?)/i.test(
      line.text,
    )
  ) {
    return true;
  }
  const names = schoolIn(line) !== null;
  const degree = degreeIn(line) !== null;
  if (isBullet(line.text)) return !(names && (degree || readDates(line).found !== 'none'));
  return notes.test(line.text) && !names && !degree;
}

function readEntry(lines: Line[]): ParsedEducation {
  const { from, to, rest } = datesOf(lines);
  const telling = rest.filter(
    (line) => !isNote(line) || /^\W*(?:专业|major)\s*[：:]/i.test(line.text),
  );
  const school = telling.map(schoolIn).find((found) => found !== null) ?? null;
  const degree = rest.map(degreeIn).find((found) => found !== null) ?? null;
  return { school, degree, major: majorOf(telling, school), from, to };
}

type Dates = Pick<ParsedEducation, 'from' | 'to'> & { rest: Line[] };

/** The first dates of an entry, and its lines without any dates. */
function datesOf(lines: Line[]): Dates {
  const dates: Dates = { from: null, to: null, rest: [] };
  for (const line of lines) {
    if (dates.to !== null && isNote(line)) {
      dates.rest.push(line);
      continue;
    }
    const read = readDates(line);
    if (dates.to === null && read.to !== null)
      Object.assign(dates, { from: read.from, to: read.to });
    dates.rest.push(read.rest);
  }
  return dates;
}

/** The school a line names; a faculty alone (管理学院) is not one when a university stands before it. */
function schoolIn(line: Line): Field<string> | null {
  const label = /(?:毕业)?(?:院校|学校)(?:名称)?\s*[：:]\s*/.exec(line.text);
  const from = label === null ? 0 : label.index + label[0].length;
  const text = line.text.slice(from).replace(/^[\s•●·*-]+/, (mark) => ' '.repeat(mark.length));
  const chinese = chineseSchool.exec(text);
  const match = chinese ?? latinSchool.exec(text);
  if (match === null) return null;
  const value = match[0].trim().replace(/^(?:就读于|毕业于|于|在)/, '');
  if (/^(?:at|of|the|in|and)?\s*(?:University|College|School|Institute|学院|学校)$/i.test(value))
    return null;
  const start = line.start + from + match.index + match[0].indexOf(value);
  const span = { start, end: start + value.length, line: line.no };
  return { value, span, confidence: chinese !== null && value.endsWith('学院') ? 0.85 : 0.93 };
}

const labelledMajor =
  /(?:专\s*业|所学专业|major|field of study|specializ?ation)(?:名称)?\s*[：:]\s*([^\s|｜,，;；（(][^|｜,，;；（(\t]*?)(?=\s{2}|\s\S{2,5}[：:]|[|｜,，;；（(\t]|$)/i;
/** Bachelor of Business Administration (BBA), Marketing. */
const majorAfterShort =
  /\((?:B|M)[A-Za-z.]{1,4}\)\s*(?:,|in|-|–|:)\s*([A-Z][\p{L}&/ -]+?)(?=\s*(?:[,;|(–—\t\n]|\s-\s|\s{2}|$|\d))/u;
const latinMajor =
  /\b(?:Bachelor|Master|Doctor|Associate|Diploma|B\.?\s?(?:Sc|S|A|Eng|Com|Tech)|M\.?\s?(?:Sc|S|A|Eng|Phil)|BBA|MBA|Ph\.?\s?D|HND|Degree)\b[^,;|\n]*?\b(?:in|of)\s+((?!(?:Science|Arts|Engineering|Applied Science|Philosophy|Education|Technology|Commerce)s?(?:\s+degree)?\s+in\b)[A-Z][\p{L}&/ -]+?)(?=\s*(?:[,;|(–—\t\n]|\s-\s|\s{2}|$|\bfrom\b|\bat\b|\bwith\b|\d))/u;
const shortLatinMajor =
  /\b(?:B\.?Sc|B\.?S|B\.?A|B\.?Eng|BCom|M\.?Sc|M\.?S|M\.?A|M\.?Eng|Ph\.?D|HND)\b\.?\s*(?:\((?:Hons|Honours)\))?\s*,?\s+((?:in\s+)?[A-Z][\p{L}&/ -]+?)(?=\s*(?:[,;|(–—\t\n]|\s-\s|\s{2}|$|\bfrom\b|\bat\b|\d))/u;

function majorOf(lines: Line[], school: Field<string> | null): Field<string> | null {
  for (const [pattern, confidence] of [
    [labelledMajor, 0.95],
    [majorAfterShort, 0.9],
    [latinMajor, 0.9],
    [shortLatinMajor, 0.85],
  ] as const) {
    for (const line of lines) {
      const match = pattern.exec(line.text);
      const value = match?.[1]?.trim().replace(/^in\s+/, '');
      if (match !== null && value !== undefined && value !== '' && latinIsMajor(value)) {
        return fieldAt(line, value, match.index, confidence);
      }
    }
  }
  return majorByRest(lines, school);
}

function latinIsMajor(value: string): boolean {
  return (
    !/^(?:Science|Arts|Engineering|Philosophy|Commerce|Laws?)$/.test(value) && value.length <= 60
  );
}

const noMajor =
  /大学|学校|中学|高中|全日制|非全日制|统招|自考|成教|成人|函授|脱产|在职|GPA|排名|\d|学历|学位|毕业|方向[：:]|时间|^(?:中国|北京|上海|天津|重庆|广州|深圳|杭州|南京|武汉|成都|西安|苏州)(?:市)?$|^985|^211|双一流|核心|荣誉|在读|应届/;

/** What is left of a line after school, degree and dates were taken away. */
function majorByRest(lines: Line[], school: Field<string> | null): Field<string> | null {
  const cells = lines.flatMap((line) =>
    cellsOf(
      withoutKnown(line, school),
      /[|｜丨/,，、;；·•]|\s+[–—-]\s+|\t|\s{2,}|[（()）]|\s(?=[\u4e00-\u9fff])/g,
    ).map((cell) => ({
      cell,
      line,
    })),
  );
  const usable = cells.filter(
    ({ cell }) =>
      /^[\u4e00-\u9fff与及A-Za-z]{2,20}$/.test(cell.text) &&
      /[\u4e00-\u9fff]{2}/.test(cell.text) &&
      !noMajor.test(cell.text),
  );
  const best =
    usable.find(({ cell }) => cell.text.endsWith('专业')) ??
    usable.find(({ cell }) => !/(?:学院|院|系|部)$/.test(cell.text)) ??
    usable.find(({ cell }) => cell.text.endsWith('系'));
  if (best === undefined) return null;
  const value = best.cell.text.replace(/(?:专业|系)$/, '').replace(/^专业/, '');
  if (value.length < 2) return null;
  const start = best.cell.start + best.cell.text.indexOf(value);
  const span = { start, end: start + value.length, line: best.line.no };
  return { value, span, confidence: best.cell.text.endsWith('专业') ? 0.92 : 0.8 };
}

function withoutKnown(line: Line, school: Field<string> | null): Line {
  const gap = (word: string): string => '\t'.repeat(word.length);
  let text = line.text;
  if (school?.span?.line === line.no) {
    const from = school.span.start - line.start;
    text = text.slice(0, from) + gap(school.value) + text.slice(from + school.value.length);
  }
  text = text.replace(
    /(?:全日制|统招|非全日制|在职)?(?:博士后?|硕士|研究生|大学本科|本科|学士|大专|专科|高职|中专|高中|专升本)(?:研究生|学位|学历|在读|生)?/g,
    gap,
  );
  return {
    ...line,
    text: text
      .replace(/^[\s•●·*-]+/, gap)
      .replace(/(?:学\s*历|学\s*位|院\s*校|学\s*校|专\s*业|毕业时间|时间|院系)\s*[：:]/g, gap),
  };
}

function fieldAt(line: Line, value: string, from: number, confidence: number): Field<string> {
  const start = line.start + line.text.indexOf(value, from);
  return { value, span: { start, end: start + value.length, line: line.no }, confidence };
}
