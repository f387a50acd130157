import { AppError } from '@zhiyu/contracts/errors';
import { sheetLimits, type SheetRows } from './sheet.types.js';

/** UTF-8 where it is that, otherwise what Excel writes on a Chinese Windows. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** RFC 4180: quoted fields may hold separators, line ends and doubled quotes. */
const field = /(?:"((?:[^"]|"")*)"|([^",;\t\r\n]*))(,|;|\t|\r\n|\n|\r|$)/gy;

/** A field as it is meant, and whether a line ends behind it. */
function fieldOf([, quoted, plain = '', end = '']: RegExpExecArray): [cell: string, last: boolean] {
  const cell = quoted === undefined ? plain : quoted.replaceAll('""', '"');
  return [cell.trim(), ![',', ';', '\t'].includes(end)];
}

function rowsOf(text: string): SheetRows {
  const rows: SheetRows = [];
  let row: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) {
      throw new AppError('fileBroken');
    }
    const [cell, last] = fieldOf(found);
    row.push(cell);
    if (last) {
      rows.push(row);
      row = [];
    }
    if (rows.length > sheetLimits.rows) {
      throw new AppError('sheetTooLong', { most: sheetLimits.rows - 1 });
    }
  }
  return row.length > 0 ? [...rows, row] : rows;
}

/** @throws fileFormulas, sheetTooLong, fileBroken (a quote that never ends) */
export function readCsv(bytes: Uint8Array): SheetRows {
  const rows = rowsOf(decoded(bytes));
  // A cell that a table program would calculate.
  if (rows.some((cells) => cells.some((cell) => /^[=@]/.test(cell)))) {
    throw new AppError('fileFormulas');
  }
  return rows;
}
