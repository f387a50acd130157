import { createWriteStream } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { AppError } from '@zhiyu/contracts/errors';
import { extractResume } from './extract.js';
import {
  maxChildRss,
  resumeFormats,
  type ChildAnswer,
  type ReadText,
  type ResumeFormat,
} from './limits.js';

/**
 * The child process that parses one file: bytes on standard input, format as its only argument, one
 * JSON answer on descriptor 3 (libraries may print on the others). A thread watches its memory, because
 * a loop inside a parser would never let a timer run.
 */
const watchMemory = `setInterval(() => {
  if (process.memoryUsage.rss() > ${String(maxChildRss)}) process.kill(process.pid, 'SIGKILL');
}, 50)`;

async function readerOf(
  format: ResumeFormat,
): Promise<(bytes: Uint8Array) => ReadText | Promise<ReadText>> {
  if (format === 'pdf') return (await import('./pdf.reader.js')).readPdf;
  if (format === 'docx') return (await import('./docx.reader.js')).readDocx;
  return (await import('./text.reader.js')).readPlainText;
}

async function answerFor(format: ResumeFormat, bytes: Uint8Array): Promise<ChildAnswer> {
  try {
    const read = await (await readerOf(format))(bytes);
    return { ok: true, resume: extractResume(read, format) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code, details: error.details };
    return { ok: false, code: 'fileBroken', details: {} };
  }
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

new Worker(watchMemory, { eval: true });
const format = resumeFormats.find((known) => known === process.argv[2]) ?? 'text';
const answer = await answerFor(format, await standardInput());
const output = createWriteStream('', { fd: 3 });
output.end(JSON.stringify(answer), () => process.exit(0));
