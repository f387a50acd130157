import type { Field, ParsedResume, ParsedWork } from '@zhiyu/contracts/resume';
import { readDates, type DatedLine } from './dates.js';
import { entriesOf, type Entry } from './entries.js';
import { companyScore, titleScore, isPlace, isDepartment } from './words.js';
import { withoutRole } from './roles.js';
import { cellsOf, type Cell, type Line, type Section } from './sections.js';
import { jobOf, projectOf } from './table-entries.js';
import { partsOf } from './tables.js';

type ParsedProject = ParsedResume['projects'][number];
interface HeadCell extends Cell {
  no: number;
}

/** Jobs and internships in the order of the résumé. */
export function readWork(sections: Section[]): ParsedWork[] {
  return sections
    .filter(({ kind }) => kind === 'work')
    .flatMap(({ lines }) => {
      const { rows, lines: others } = partsOf(lines);
      return [...rows.map(jobOf), ...entriesOf(others).map(readJob)].map(underTheSameCompany);
    })
    .filter((job) => job.company !== null || job.title !== null);
}

/** A second title with dates but no employer is a promotion within the one above: probably. */
function underTheSameCompany(job: ParsedWork, index: number, all: ParsedWork[]): ParsedWork {
  const above = all.slice(0, index).findLast(({ company }) => company !== null)?.company ?? null;
  const promoted = job.company === null && job.title !== null && job.from !== null;
  return promoted && above !== null ? { ...job, company: { ...above, confidence: 0.5 } } : job;
}

/** Projects in the order of the résumé. */
export function readProjects(sections: Section[]): ParsedProject[] {
  return sections
    .filter(({ kind }) => kind === 'project')
    .flatMap(({ lines }) => {
      const { rows, lines: others } = partsOf(lines);
      return [...rows.map(projectOf), ...entriesOf(others).map(readProject)];
    })
    .filter((project) => project.name !== null);
}

const companyLabel =
  /^(?:公司|单位|企业|工作单位|公司名称|单位名称|实习单位|company|employer)\s*[：:]\s*/i;
const titleLabel =
  /^(?:职位|岗位|职务|担任职位|担任职务|职位名称|岗位名称|position|title|job title)\s*[：:]\s*/i;
const nameLabel =
  /^(?:项目名称|项目|名称|课题|project(?: name)?)\s*[一二三四五六七八九十\d]{0,2}\s*[：:]\s*/i;
const roleLabel =
  /^(?:项目角色|角色|担任角色|担任|职责|项目职务|职务|本人角色|项目职责|role)\s*[：:]\s*/i;
const dateLabel =
  /^(?:工作时间|项目时间|项目周期|开发时间|起止时间|时间|在职时间|任职时间|date|period)\s*[：:]?\s*$/i;
const otherLabel =
  /^(?:部门|所在部门|所属部门|地点|工作地点|行业|规模|薪资|department|location|汇报对象|下属人数)\s*[：:]/i;

function readJob(entry: Entry): ParsedWork {
  const { cells, dates, body } = opened(entry);
  let company = labelled(cells, companyLabel);
  let title = labelled(cells, titleLabel);
  const free = cells.filter((cell) => !isLabelled(cell) && !isPlace(cell.text)).flatMap(splitNames);
  const used = new Set<Cell>();
  if (company === null) company = best(free, used, companyOver, 0.92);
  if (title === null) title = best(free, used, titleOver, 0.92);
  const left = free.filter(
    (cell) => !used.has(cell) && !isDepartment(cell.text) && isWordy(cell.text),
  );
  if (company === null) company = guess(left, used);
  if (title === null)
    title = guess(
      left.filter((cell) => !used.has(cell)),
      used,
    );
  return {
    company,
    title,
    from: dates?.from ?? null,
    to: dates?.to ?? null,
    description: described(body) ?? besideNames(left, used),
  };
}

/** What stands beside the names and is none, where nothing else tells about the job. */
function besideNames(left: HeadCell[], used: Set<Cell>): Field<string> | null {
  const cell = left.find((one) => !used.has(one) && one.text.length >= 6);
  return cell === undefined ? null : fieldOf(cell, 0.6);
}

function companyOver(text: string): number {
  return companyScore(text) - titleScore(text) * 0.6;
}

function titleOver(text: string): number {
  return titleScore(text) - companyScore(text) * 0.4;
}

function readProject(entry: Entry): ParsedProject {
  const { cells, dates, body } = opened(entry);
  return {
    ...projectNames(cells, body),
    from: dates?.from ?? null,
    to: dates?.to ?? null,
    description: described(body),
  };
}

function projectNames(cells: HeadCell[], body: Line[]): Pick<ParsedProject, 'name' | 'role'> {
  const labelledRole = labelled(cells, roleLabel) ?? labelledBody(body, roleLabel);
  const free = cells.filter(
    (cell) => !isLabelled(cell) && !isPlace(cell.text) && isWordy(cell.text),
  );
  const used = new Set<Cell>();
  const isRole = (text: string): number => (text.length <= 24 ? titleScore(text) : 0);
  const names = free.filter((cell) => isRole(cell.text) < 0.7);
  const written = labelled(cells, nameLabel) ?? guess(names, used) ?? guess(free, used);
  const role = labelledRole ?? best(free, used, isRole, 0.85);
  return role === null ? nameAndRole(written) : { name: named(written), role };
}

function nameAndRole(written: Field<string> | null): Pick<ParsedProject, 'name' | 'role'> {
  const cut = written && withoutRole(written);
  return { name: named(cut?.name ?? written), role: cut?.role ?? null };
}

function named(name: Field<string> | null): Field<string> | null {
  return name && { ...name, confidence: Math.max(name.confidence, 0.75) };
}

function opened(entry: Entry): { cells: HeadCell[]; dates: DatedLine | null; body: Line[] } {
  let dates: DatedLine | null = null;
  const cells: HeadCell[] = [];
  for (const line of entry.head) {
    const dated = readDates(line);
    const counts = dated.found !== 'none' && (dates === null || dates.found === 'single');
    if (counts) dates = dated;
    const rest = counts ? dated.rest : line;
    const bare = {
      ...rest,
      text: rest.text.replace(/^[\s•●·*■◆▪➢►-]+/, (m) => ' '.repeat(m.length)),
    };
    for (const cell of cellsOf(bare)) cells.push({ ...trimmed(cell), no: line.no });
  }
  return {
    cells: cells.filter((cell) => cell.text !== '' && !dateLabel.test(cell.text)),
    dates,
    body: entry.body,
  };
}

function trimmed(cell: Cell): Cell {
  const text = cell.text.replace(/^[,，、;；:：\-–—/\s(（]+(?=\S)/, '');
  const start = cell.start + cell.text.length - text.length;
  const kept = text.replace(/[,，、;；:：\-–—/\s]+$/, '');
  return { text: kept, start, end: start + kept.length };
}

function isLabelled(cell: Cell): boolean {
  return [companyLabel, titleLabel, nameLabel, roleLabel, otherLabel].some((l) =>
    l.test(cell.text),
  );
}

function labelled(cells: HeadCell[], label: RegExp): Field<string> | null {
  for (const cell of cells) {
    const match = label.exec(cell.text);
    if (match === null) continue;
    const value = cell.text.slice(match[0].length).trim();
    if (value !== '')
      return fieldOf({ ...cell, text: value, start: cell.end - value.length }, 0.95);
  }
  return null;
}

function labelledBody(body: Line[], label: RegExp): Field<string> | null {
  for (const line of body) {
    const cells = cellsOf(line).map((cell) => ({
      ...cell,
      text: cell.text.replace(/^[•●·*■-]\s*/, ''),
      no: line.no,
    }));
    const found = labelled(cells, label);
    if (found !== null && found.value.length <= 24) return found;
  }
  return null;
}

type Score = (text: string) => number;

function best(
  cells: HeadCell[],
  used: Set<Cell>,
  score: Score,
  sure: number,
): Field<string> | null {
  const ranked = cells
    .filter((cell) => !used.has(cell))
    .map((cell) => ({ cell, value: score(cell.text) }))
    .filter(({ value }) => value >= 0.3)
    .sort((a, b) => b.value - a.value)[0];
  if (ranked === undefined) return null;
  used.add(ranked.cell);
  return fieldOf(ranked.cell, Math.min(sure, 0.5 + ranked.value * 0.45));
}

function guess(cells: HeadCell[], used: Set<Cell>): Field<string> | null {
  const cell = cells.find((candidate) => !used.has(candidate));
  if (cell === undefined) return null;
  used.add(cell);
  return fieldOf(cell, 0.5);
}

function isWordy(text: string): boolean {
  return /[\p{L}]{2}/u.test(text) && text.length <= 60 && !/[。！？；]/.test(text);
}

/** `Engineer, Acme Inc.`, `Engineer at Acme`, `浙江某某公司 销售经理` with one blank: two cells. */
function splitNames(cell: HeadCell): HeadCell[] {
  return toldCells(cell) ?? bySlash(cell) ?? splitCell(cell);
}

/** `在海底捞火锅做领班`: employer and title inside a sentence. */
function toldCells(cell: HeadCell): HeadCell[] | null {
  const [, company, title] =
    /^(?:我?在|就职于|任职于)(.{2,24}?)(?:担任|任职|从事|任|做|当)(.{2,16}?)(?:[，,。；]|$)/.exec(
      cell.text,
    ) ?? [];
  if (company === undefined || title === undefined) return null;
  const part = (text: string, from: number): HeadCell => {
    const start = cell.start + cell.text.indexOf(text, from);
    return { text, start, end: start + text.length, no: cell.no };
  };
  return [part(company, 0), part(title, company.length + 1)];
}

/** `杭州某某公司/店长`: an employer and a title, not `前端/后端开发`. */
function bySlash(cell: HeadCell): HeadCell[] | null {
  const parts = cellsOf(cell, /\//g).map((part) => ({ ...part, no: cell.no }));
  const employer = parts.filter((part) => companyOver(part.text) >= 0.75);
  const title = parts.filter((part) => titleOver(part.text) >= 0.75);
  return employer.length === 1 && title.length > 0 ? parts : null;
}

function splitCell(cell: HeadCell): HeadCell[] {
  const chinese = /[\u4e00-\u9fff]/.test(cell.text);
  const separator = chinese
    ? /\s+|[,，](?=\S)|[（(](?=[^）)]*(?:实习|兼职|全职)[^）)]*[）)])|(?<=实习|兼职)[)）]|[-—–](?=[\u4e00-\u9fff]{2,10}$)/g
    : /,\s+(?!(?:Ltd|Inc|LLC|Limited|Corp|Co)\b)|\s+(?:at|@)\s+|\s+-\s+|[–—]/g;
  const parts = cellsOf(cell, separator).map((part) => ({ ...part, no: cell.no }));
  const useful = parts.filter(
    (part, index) => !isPlace(part.text) && !(index > 0 && isTown(part.text)),
  );
  const company = useful.some((part) => companyOver(part.text) >= 0.3);
  const title = useful.some((part) => titleOver(part.text) >= 0.3);
  if (parts.length > 1 && (title || (chinese && company))) return useful;
  return parts.length > 1 && useful.length === 1 ? useful : [cell];
}

/** After a comma: a state (TX), or one or two capitalised words that name neither employer nor title. */
function isTown(text: string): boolean {
  const plain = /^(?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)$/.test(text);
  return plain && companyScore(text) === 0 && titleScore(text) === 0;
}

function fieldOf(cell: HeadCell, confidence: number): Field<string> {
  const span = { start: cell.start, end: cell.start + cell.text.length, line: cell.no };
  return { value: cell.text, span, confidence: Math.round(confidence * 100) / 100 };
}

function described(body: Line[]): Field<string> | null {
  const first = body[0];
  const last = body.at(-1);
  if (first === undefined || last === undefined) return null;
  const value = body.map((line) => line.text.trim()).join('\n');
  return { value, span: { start: first.start, end: last.end, line: first.no }, confidence: 0.85 };
}
