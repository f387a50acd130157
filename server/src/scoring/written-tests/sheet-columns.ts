import { AppError } from '@zhiyu/contracts/errors';
import type { SheetFault } from '@zhiyu/contracts/test-sheet';
import { columnsOf } from '../../platform/sheet/columns-of.js';
import type { SheetRows } from '../../platform/sheet/sheet.types.js';

const columns = {
  name: ['姓名', '候选人', '名字', 'name', 'candidate', 'full name'],
  phone: ['手机', '手机号', '手机号码', '电话', '联系电话', 'phone', 'mobile', 'telephone'],
  email: ['邮箱', '电子邮箱', '邮件', 'email', 'e-mail', 'mail'],
  application: [
    '投递编号',
    '申请编号',
    '编号',
    'application',
    'application id',
    'application number',
  ],
  test: [
    '笔试',
    '测试',
    '测试名称',
    '试卷',
    '科目',
    '考试',
    '笔试名称',
    'test',
    'test name',
    'exam',
  ],
  score: ['成绩', '得分', '分数', '笔试成绩', '总分', 'score', 'points', 'result'],
  maximum: ['满分', '卷面总分', '满分值', 'maximum', 'max', 'out of', 'full marks'],
  takenOn: ['日期', '考试日期', '笔试日期', '测试日期', 'date', 'day', 'test date'],
} as const;
export type SheetColumn = keyof typeof columns;

/** One row as the table says it; `score` and `maximum` null where they are no numbers. */
export interface SheetLine {
  /** From 1, as table programs count. */
  line: number;
  name: string;
  phone: string;
  email: string;
  application: string;
  test: string;
  score: number | null;
  maximum: number | null;
  /** YYYY-MM-DD; empty where there is none, null where it is no day. */
  takenOn: string | null;
}

/** What every row has that says nothing else. */
export interface SheetDefaults {
  test?: string | undefined;
  maximum?: number | undefined;
  takenOn?: string | undefined;
}

/** @throws sheetColumns where the first row names no score, or nothing to find a person by */
function placesOf(head: readonly string[]): Map<SheetColumn, number> {
  const places = columnsOf<SheetColumn>(head, columns);
  const findable = (['phone', 'email', 'application'] as const).some((one) => places.has(one));
  if (!places.has('score') || !findable) {
    throw new AppError('sheetColumns');
  }
  return places;
}

/** Also with full-width digits and 分 behind it; never with a thousands' comma, which may be a decimal one. */
function numberOf(cell: string): number | null {
  const found = /^(\d{1,6}(?:\.\d{1,4})?)\s*分?$/.exec(cell.normalize('NFKC').trim());
  return found ? Number(found[1]) : null;
}

/** 2026-11-22, 2026/11/22, 2026.11.22, 2026年11月22日, 20261122. */
function dayOf(cell: string): string | null {
  const text = cell.normalize('NFKC').trim();
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!found) {
    return null;
  }
  const day = `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : day;
}

/** The lines of a table under its first row; empty ones are left out. @throws sheetColumns */
export function linesOf(rows: SheetRows, defaults: SheetDefaults): SheetLine[] {
  const [head, ...rest] = rows;
  const places = placesOf(head ?? []);
  return rest.flatMap((cells, at) => {
    if (cells.every((cell) => cell === '')) {
      return [];
    }
    const cell = (column: SheetColumn) => cells[places.get(column) ?? -1] ?? '';
    const maximum = cell('maximum');
    const takenOn = cell('takenOn');
    return [
      {
        ...{ line: at + 2, name: cell('name'), phone: cell('phone'), email: cell('email') },
        ...{ application: cell('application').toUpperCase() },
        test: (cell('test') || defaults.test || '').slice(0, 100),
        score: numberOf(cell('score')),
        maximum: maximum === '' ? (defaults.maximum ?? null) : numberOf(maximum),
        takenOn: takenOn === '' ? (defaults.takenOn ?? '') : dayOf(takenOn),
      },
    ];
  });
}

/** What is wrong with a row by itself; null where nothing is. */
export function faultOf(line: SheetLine): SheetFault | null {
  const faults: [boolean, SheetFault][] = [
    [line.phone === '' && line.email === '' && line.application === '', 'noPerson'],
    [line.test === '', 'noTest'],
    [line.score === null, 'score'],
    [line.maximum === null || line.maximum <= 0, 'maximum'],
    [(line.score ?? 0) > (line.maximum ?? Infinity), 'above'],
    [line.takenOn === null || line.takenOn === '', 'day'],
  ];
  return faults.find(([wrong]) => wrong)?.[1] ?? null;
}
