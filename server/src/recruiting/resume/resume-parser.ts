import { fileURLToPath } from 'node:url';
import { parsedResumeSchema, type ParsedResume } from '@zhiyu/contracts/resume';
import { readInChild } from '../../platform/reading/reading-process.js';
import { formatOf } from './file-type.js';
import { childHeapMb, maxOutputBytes, maxParseMs } from './limits.js';

const childFile = fileURLToPath(new URL('./child.js', import.meta.url));

/**
 * Reads a résumé in a child process with limits of its own (see `readInChild`).
 *
 * Throws AppError fileEmpty, fileTooLarge, fileTypeUnknown, fileTypeLies, fileEncrypted, fileBroken,
 * fileTooManyPages, fileBomb (it swells beyond the limits) or fileTimedOut (20 s).
 */
export async function parseResumeFile(bytes: Uint8Array, fileName: string): Promise<ParsedResume> {
  const format = formatOf(bytes, fileName);
  const limits = { heapMb: childHeapMb, longestMs: maxParseMs, mostOutput: maxOutputBytes };
  const read = await readInChild({ file: childFile, args: [format], ...limits }, bytes);
  return parsedResumeSchema.parse(read);
}
