import { fileURLToPath } from 'node:url';
import { AppError } from '@zhiyu/contracts/errors';
import { z } from 'zod';
import { readInChild } from '../reading/reading-process.js';
import { type SheetFormat, sheetLimits, type SheetRows } from './sheet.types.js';

const childFile = fileURLToPath(new URL('./sheet.child.js', import.meta.url));
const rowsSchema = z.array(z.array(z.string().max(sheetLimits.cellChars)).max(sheetLimits.columns));

type Content = SheetFormat | 'other';

/** By the first bytes. Excel 97 and encrypted workbooks are not read here. */
function contentOf(bytes: Uint8Array): Content {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (magic === '504b0304') {
    return 'xlsx';
  }
  return bytes.includes(0) || magic.startsWith('d0cf') ? 'other' : 'csv';
}

const claims: Record<string, SheetFormat> = { xlsx: 'xlsx', csv: 'csv', txt: 'csv' };

/** What it is; the name only has to agree. */
function formatOf(bytes: Uint8Array, fileName: string): SheetFormat {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const content = contentOf(bytes);
  const claimed = claims[extension];
  if (content === 'other' || claimed === undefined) {
    throw new AppError('fileTypeUnknown', { extension });
  }
  if (content !== claimed) {
    throw new AppError('fileTypeLies', { extension });
  }
  return content;
}

/**
 * The rows of an XLSX workbook's first table or of a CSV file, read in a child process. Every cell is text; lines that
 * are empty stay, so that line numbers are those of the file.
 *
 * @throws fileEmpty, fileTooLarge, fileTypeUnknown, fileTypeLies, fileEncrypted, fileBroken, fileBomb, fileFormulas,
 * sheetTooLong, fileTimedOut
 */
export async function readSheetFile(bytes: Uint8Array, fileName: string): Promise<SheetRows> {
  if (bytes.length === 0) {
    throw new AppError('fileEmpty');
  }
  if (bytes.length > sheetLimits.bytes) {
    throw new AppError('fileTooLarge', { megabytes: sheetLimits.bytes / 1024 / 1024 });
  }
  const format = formatOf(bytes, fileName);
  const { heapMb, longestMs, outputBytes: mostOutput } = sheetLimits;
  const child = { file: childFile, args: [format], heapMb, longestMs, mostOutput };
  const read = rowsSchema.safeParse(await readInChild(child, bytes));
  if (!read.success) {
    throw new AppError('fileBroken');
  }
  return read.data;
}
