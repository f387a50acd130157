import { AppError } from '@zhiyu/contracts/errors';
import { strFromU8, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { unpackParts } from '../reading/unpack.js';
import { sheetLimits, type SheetRows } from './sheet.types.js';

/** What holds cells: macros, drawings, comments and links to other files stay packed. */
const wanted =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/;

const zipLimits = {
  entries: 500,
  totalBytes: 64 * 1024 * 1024,
  xmlBytes: 8 * 1024 * 1024,
  ratio: 100,
  ratioFromBytes: 512 * 1024,
};

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) {
    return '';
  }
  if (cell instanceof Date) {
    return cell.toISOString().slice(0, 10);
  }
  return typeof cell === 'string' ? cell.trim() : JSON.stringify(cell);
}

/**
 * The first table of a workbook. @throws fileBroken, fileBomb, fileEncrypted, fileFormulas: the result of a formula
 * stands in the file as whatever wrote it pleased
 */
export async function readXlsx(bytes: Uint8Array): Promise<SheetRows> {
  const parts = unpackParts(bytes, wanted, zipLimits);
  const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/'));
  if (!parts['xl/workbook.xml'] || sheets.length === 0) {
    throw new AppError('fileBroken');
  }
  if (sheets.some(([, xml]) => /<f[\s>/]/.test(strFromU8(xml)))) {
    throw new AppError('fileFormulas');
  }
  const rows = await readSheet(Buffer.from(zipSync(parts, { level: 0 })));
  if (rows.length > sheetLimits.rows) {
    throw new AppError('sheetTooLong', { most: sheetLimits.rows - 1 });
  }
  return rows.map((row) => row.map(textOf));
}
