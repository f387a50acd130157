import { AppError } from '@zhiyu/contracts/errors';
import type { ReadText } from './limits.js';

/** Text in UTF-8, UTF-16 with a byte order mark, or GB18030 (which contains GBK and GB2312). */
export function readPlainText(bytes: Uint8Array): ReadText {
  const text = decode(bytes);
  if (text.trim() === '') throw new AppError('fileEmpty');
  return { text, hidden: [], pages: 1, warnings: [] };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one decides.
    }
  }
  throw new AppError('fileTypeUnknown');
}
