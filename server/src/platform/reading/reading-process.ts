import { spawn, type ChildProcess } from 'node:child_process';
import { AppError, type ErrorCode } from '@zhiyu/contracts/errors';

/** Children at a time, of all kinds of files together; more files wait in line. */
const maxChildren = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** One kind of file that is read in a process of its own. */
export interface ReadingChild {
  /** The child's program, which calls `answerParent`. */
  file: string;
  args: readonly string[];
  /** Old-space heap, MB. */
  heapMb: number;
  /** Longest reading before the child is killed, ms. */
  longestMs: number;
  /** Most bytes of JSON that it may answer with. */
  mostOutput: number;
}

/** What a child writes to its parent. */
export type ReadingAnswer =
  | { ok: true; value: unknown }
  | { ok: false; code: ErrorCode; details: Record<string, string | number> };

/**
 * Reads a file in a child process with limits of its own (memory, time, output, no environment), so that a hostile file
 * cannot hurt the server. At most two children run at a time.
 *
 * @throws AppError fileBroken, fileBomb (it swells beyond the limits), fileTimedOut, or what the child says
 */
export async function readInChild(child: ReadingChild, bytes: Uint8Array): Promise<unknown> {
  await turn();
  try {
    const answer = await runChild(child, bytes);
    if (!answer.ok) throw new AppError(answer.code, answer.details);
    return answer.value;
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function turn(): Promise<void> {
  if (running >= maxChildren) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
}

async function runChild(of: ReadingChild, bytes: Uint8Array): Promise<ReadingAnswer> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${String(of.heapMb)}`, of.file, ...of.args],
    { env: {}, stdio: ['pipe', 'ignore', 'ignore', 'pipe'], windowsHide: true },
  );
  // A child that dies early closes its input: its end says why, not this pipe.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(bytes);
  const ended = await endOf(child, of);
  if (ended.timedOut) throw new AppError('fileTimedOut', { seconds: of.longestMs / 1000 });
  if (ended.tooLong || ended.signal !== null || ended.code === 134) throw new AppError('fileBomb');
  if (ended.code !== 0) throw new AppError('fileBroken');
  return JSON.parse(ended.output) as ReadingAnswer;
}

interface Ended {
  output: string;
  code: number | null;
  /** A child that grew too large ends by a signal: its own watch or the heap limit. */
  signal: NodeJS.Signals | null;
  timedOut: boolean;
  tooLong: boolean;
}

function endOf(child: ChildProcess, { longestMs, mostOutput }: ReadingChild): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const state = { size: 0, timedOut: false, tooLong: false };
    const timer = setTimeout(() => {
      state.timedOut = true;
      child.kill('SIGKILL');
    }, longestMs);
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      state.size += chunk.length;
      if (state.size <= mostOutput) chunks.push(chunk);
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
