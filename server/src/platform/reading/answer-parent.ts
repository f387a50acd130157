import { createWriteStream } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { AppError } from '@zhiyu/contracts/errors';
import type { ReadingAnswer } from './reading-process.js';

/** Resident memory at which a child kills itself, in bytes. */
const mostMemory = 480 * 1024 * 1024;

/** A thread watches the memory, because a loop inside a parser would never let a timer run. */
const watchMemory = `setInterval(() => {
  if (process.memoryUsage.rss() > ${String(mostMemory)}) process.kill(process.pid, 'SIGKILL');
}, 50)`;

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return new Uint8Array(Buffer.concat(chunks));
}

/**
 * The whole of a child process that reads one file: bytes on standard input, one JSON answer on descriptor 3 (libraries
 * may print on the others), then it ends.
 */
export async function answerParent(read: (bytes: Uint8Array) => Promise<unknown>): Promise<void> {
  new Worker(watchMemory, { eval: true });
  const bytes = await standardInput();
  const answer: ReadingAnswer = await read(bytes).then(
    (value) => ({ ok: true as const, value }),
    (error: unknown) =>
      error instanceof AppError
        ? { ok: false as const, code: error.code, details: error.details }
        : { ok: false as const, code: 'fileBroken' as const, details: {} },
  );
  const output = createWriteStream('', { fd: 3 });
  output.end(JSON.stringify(answer), () => process.exit(0));
}
