import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AppError } from '@zhiyu/contracts/errors';
import { parsedResumeSchema, type ParsedResume } from '@zhiyu/contracts/resume';
import { formatOf } from './file-type.js';
import {
  childHeapMb,
  maxOutputBytes,
  maxParseMs,
  type ChildAnswer,
  type ResumeFormat,
} from './limits.js';

const childFile = fileURLToPath(new URL('./child.js', import.meta.url));
/** Children at a time; more files wait in line. */
const maxChildren = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Reads a résumé in a child process with limits of its own (memory, time, output, no environment), so a
 * hostile file cannot hurt the server. At most two children run at a time.
 *
 * Throws AppError fileEmpty, fileTooLarge, fileTypeUnknown, fileTypeLies, fileEncrypted, fileBroken,
 * fileTooManyPages, fileBomb (it swells beyond the limits) or fileTimedOut (20 s).
 */
export async function parseResumeFile(bytes: Uint8Array, fileName: string): Promise<ParsedResume> {
  const format = formatOf(bytes, fileName);
  await turn();
  try {
    const answer = await runChild(format, bytes);
    if (!answer.ok) throw new AppError(answer.code, answer.details);
    return parsedResumeSchema.parse(answer.resume);
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function turn(): Promise<void> {
  if (running >= maxChildren) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

async function runChild(format: ResumeFormat, bytes: Uint8Array): Promise<ChildAnswer> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${String(childHeapMb)}`, childFile, format],
    {
      env: {},
      stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
      windowsHide: true,
    },
  );
  // A child that dies early closes its input: its end says why, not this pipe.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(bytes);
  const ended = await endOf(child);
  if (ended.timedOut) throw new AppError('fileTimedOut', { seconds: maxParseMs / 1000 });
  if (ended.tooLong || ended.signal !== null || ended.code === 134) throw new AppError('fileBomb');
  if (ended.code !== 0) throw new AppError('fileBroken');
  return JSON.parse(ended.output) as ChildAnswer;
}

interface Ended {
  output: string;
  code: number | null;
  /** A child that grew too large ends by a signal: its own watch or the heap limit. */
  signal: NodeJS.Signals | null;
  timedOut: boolean;
  tooLong: boolean;
}

function endOf(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const state = { size: 0, timedOut: false, tooLong: false };
    const timer = setTimeout(() => {
      state.timedOut = true;
      child.kill('SIGKILL');
    }, maxParseMs);
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      state.size += chunk.length;
      if (state.size <= maxOutputBytes) chunks.push(chunk);
      else state.tooLong = child.kill('SIGKILL') || true;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const { timedOut, tooLong } = state;
      resolve({ output: Buffer.concat(chunks).toString('utf8'), code, signal, timedOut, tooLong });
    });
  });
}
