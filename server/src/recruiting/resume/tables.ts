import { monthOf, readDates } from './dates.js';
import { cellsOf, type Cell, type Line } from './sections.js';

/** What a column of a table holds, by the words above it; `other` is known and belongs to no field. */
type Column =
  | 'time'
  | 'from'
  | 'to'
  | 'company'
  | 'title'
  | 'told'
  | 'project'
  | 'role'
  | 'school'
  | 'major'
  | 'degree'
  | 'other';

const words: Record<Column, string> = {
  time:
    '时间 起止时间 起止日期 起止年月 日期 年月 时间段 工作时间 在职时间 任职时间 就职时间 项目时间 项目周期 就读时间 在校时间 学习时间 实习时间 ' +
    'time date dates period duration',
  from: '开始时间 开始日期 入职时间 入职日期 入学时间 start startdate from',
  to: '结束时间 结束日期 离职时间 离职日期 毕业时间 毕业日期 end enddate to',
  company:
    '公司 公司名称 单位 单位名称 工作单位 实习单位 企业 企业名称 任职单位 任职公司 company employer organization organisation',
  title: '职位 职位名称 岗位 岗位名称 职务 担任职务 担任职位 任职岗位 position title job jobtitle',
  told:
    '内容 工作内容 工作职责 主要职责 主要工作 岗位职责 工作描述 工作业绩 主要业绩 业绩 项目内容 项目描述 项目介绍 描述 说明 成果 项目成果 ' +
    'description responsibilities duties achievements details',
  project: '项目 项目名称 名称 课题 课题名称 project projectname name',
  role: '角色 项目角色 担任角色 本人角色 项目职务 role',
  school:
    '学校 学校名称 院校 院校名称 毕业院校 毕业学校 就读学校 school university institution college',
  major: '专业 专业名称 所学专业 主修专业 major subject fieldofstudy',
  degree: '学历 学位 学历学位 学历层次 degree qualification',
  other:
    '部门 所在部门 所属部门 地点 工作地点 城市 地区 证明人 证明人电话 证明人及电话 联系电话 电话 离职原因 薪资 月薪 薪酬 汇报对象 直接上级 下属人数 行业 公司性质 单位性质 ' +
    '公司规模 成绩 绩点 排名 备注 学习形式 学制 是否统招 院系 学院 序号 department location place city reference gpa grade notes',
};

const columnOf = new Map<string, Column>(
  Object.entries(words).flatMap(([column, list]) =>
    list.split(' ').map((word): [string, Column] => [word, column as Column]),
  ),
);

/** A header names at least one of these. */
const naming = new Set<Column>(['company', 'title', 'project', 'role', 'school']);

const gaps = /\s*[|｜丨¦]\s*|\t+|\s{2,}/g;

function columnsOf(cells: Cell[]): Column[] | null {
  const known = cells.map(({ text }) =>
    columnOf.get(text.toLowerCase().replace(/[^a-z\u4e00-\u9fff]/g, '')),
  );
  const columns = known.filter((one): one is Column => one !== undefined);
  const names = columns.some((one) => naming.has(one));
  return columns.length === cells.length && columns.length >= 3 && names ? columns : null;
}

/** The columns a line names and nothing else; also where only single blanks part them. */
function headerOf(line: Line): Column[] | null {
  return columnsOf(cellsOf(line, gaps)) ?? columnsOf(cellsOf(line, /[\s|｜丨¦]+/g));
}

/** A row: its cells by column, and the lines that tell more about it. */
export interface Row {
  line: Line;
  cells: Partial<Record<Column, Cell>>;
  more: Line[];
}

/** A part of a section as its table or its lines have it. */
export interface Parts {
  /** In the order of the résumé. */
  rows: Row[];
  /** Everything else, without the words above the columns. */
  lines: Line[];
}

/** Last columns that tell what was done may stand in lines of their own below a row. */
function cellsByColumn(line: Line, columns: Column[]): Row['cells'] | null {
  const cells = cellsOf(line, gaps);
  const toldBelow = cells.length === columns.length - 1 && columns.at(-1) === 'told';
  if (cells.length !== columns.length && !toldBelow) return null;
  const pairs = cells.map((cell, index): [Column, Cell] => [columns[index] ?? 'other', cell]);
  const dated = pairs.every(([column, cell]) => isDateColumn(column) === isDate(cell, line));
  return dated ? Object.fromEntries(pairs) : null;
}

function isDateColumn(column: Column): boolean {
  return column === 'time' || column === 'from' || column === 'to';
}

function isDate(cell: Cell, line: Line): boolean {
  const read = readDates({ ...cell, no: line.no });
  if (monthOf(cell.text) === 'now') return true;
  return read.found !== 'none' && !/[\p{L}]{2}/u.test(read.rest.text);
}

/**
 * The rows of tables whose columns are named above them: each cell is what its column says, however many there
 * are. A line that does not fit its table is left to the reader of lines.
 */
export function partsOf(lines: Line[]): Parts {
  const parts: Parts = { rows: [], lines: [] };
  let columns: Column[] | null = null;
  let open: Row | null = null;
  for (const line of lines) {
    const header = headerOf(line);
    const cells = columns === null ? null : cellsByColumn(line, columns);
    if (header !== null) {
      columns = header;
      open = null;
    } else if (cells !== null) {
      open = { line, cells, more: [] };
      parts.rows.push(open);
    } else if (open !== null && readDates(line).found === 'none') {
      open.more.push(line);
    } else {
      open = null;
      parts.lines.push(line);
    }
  }
  return parts;
}
