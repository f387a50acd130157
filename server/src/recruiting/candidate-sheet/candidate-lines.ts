import type { CandidateRow } from '@zhiyu/contracts/candidate-sheet';
import { entryFaults } from '@zhiyu/contracts/entry-faults';
import { AppError } from '@zhiyu/contracts/errors';
import { columnsOf } from '../../platform/sheet/columns-of.js';
import type { SheetRows } from '../../platform/sheet/sheet.types.js';
import { normalEmail, normalPhone } from '../../privacy/search.js';

const titles = {
  name: ['姓名', '候选人', '名字', 'name', 'candidate', 'full name'],
  phone: ['手机', '手机号', '手机号码', '电话', '联系电话', 'phone', 'mobile', 'telephone'],
  email: ['邮箱', '电子邮箱', '邮件', 'email', 'e-mail', 'mail'],
  education: ['教育', '教育经历', '教育背景', '学历', 'education'],
  work: ['工作', '工作经历', '工作经验', '经历', 'work', 'experience', 'work experience'],
} as const;
type Column = keyof typeof titles;

/** One candidate as a table has it; texts are cut to what the form takes. */
export interface CandidateLine {
  /** From 1, as table programs count. */
  line: number;
  name: string;
  phone: string;
  email: string;
  education: string;
  work: string;
}

const lengths: Record<Column, number> = {
  ...{ name: 60, phone: 30, email: 120, education: 500, work: 2000 },
};

/** The lines under the first row; empty ones are left out. @throws sheetColumns without a name, or a number or an address */
export function candidateLines([head, ...rest]: SheetRows): CandidateLine[] {
  const places = columnsOf<Column>(head ?? [], titles);
  if (!places.has('name') || (!places.has('phone') && !places.has('email'))) {
    throw new AppError('sheetColumns');
  }
  return rest.flatMap((cells, at) => {
    const cell = (column: Column) =>
      (cells[places.get(column) ?? -1] ?? '').trim().slice(0, lengths[column]);
    const line = {
      ...{ line: at + 2, name: cell('name'), phone: cell('phone'), email: cell('email') },
      ...{ education: cell('education'), work: cell('work') },
    };
    return cells.every((text) => text.trim() === '') ? [] : [line];
  });
}

/** What is wrong with a row by itself; null where nothing is. */
export function lineFault(line: CandidateLine): CandidateRow['fault'] {
  const { name, phone, email } = entryFaults(line);
  return name ?? phone ?? email ?? null;
}

/** What tells a person within a table: the same number or address twice is the same person twice. */
export function lineKeys({ phone, email }: CandidateLine): string[] {
  return [normalPhone(phone), normalEmail(email)].filter((key) => key !== '');
}
