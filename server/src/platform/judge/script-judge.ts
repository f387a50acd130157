import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { JudgedTest, ReadSubmission, Verdict } from '@zhiyu/contracts/judge';
import { Slots } from '../sandbox/slots.js';
import type { Outcome } from './boxed-judge.js';
import { firstRefused } from './first-refused.js';
import { isModule } from './javascript.js';
import { sameOutput } from './same-output.js';
import { outputLimit } from './toolchain.js';

/** What a thread is asked to run. */
export interface ScriptOrder {
  source: string;
  isModule: boolean;
  stdin: string;
  timeMs: number;
  memoryMb: number;
  /** Characters of standard output and standard error together. */
  outputLength: number;
}

/** How it ended. */
export interface ScriptEnd {
  /** Null: the script came to its end. */
  verdict: Exclude<Verdict, 'accepted' | 'wrongAnswer' | 'compile'> | null;
  /** The source is no script at all. */
  unreadable: boolean;
  stdout: string;
  stderr: string;
  timeMs: number;
  memoryKb: number;
}

const keptLength = 64 * 1024;
const compileKeptLength = 8 * 1024;
/** Beyond the script's own time: loading QuickJS, and interrupts that come late. */
const graceMs = 2000;

/**
 * JavaScript without bubblewrap: QuickJS, compiled to WebAssembly, in a thread for each run. It sees no
 * file, no network and nothing of the server; of Node it knows what `script-surroundings.ts` lists.
 */
export class ScriptJudge {
  private readonly slots = new Slots(availableParallelism());

  async judge(submission: ReadSubmission): Promise<Outcome> {
    const tests: JudgedTest[] = [];
    for (const test of submission.tests) {
      const end = await this.slots.run(() => runScript(orderOf(submission, test)));
      if (end.unreadable) {
        const compile = end.stderr.slice(0, compileKeptLength).trim();
        return { verdict: 'compile', tests: [], compile };
      }
      tests.push(judged(end, test.stdout));
    }
    return { verdict: firstRefused(tests), tests };
  }
}

function orderOf(
  { source, limits }: ReadSubmission,
  { stdin, stdout }: ReadSubmission['tests'][number],
): ScriptOrder {
  const outputLength = outputLimit(stdout);
  return { source, isModule: isModule(source), stdin, ...limits, outputLength };
}

function judged(end: ScriptEnd, expected: string | undefined): JudgedTest {
  const right = expected === undefined || sameOutput(end.stdout, expected);
  return {
    verdict: end.verdict ?? (right ? 'accepted' : 'wrongAnswer'),
    timeMs: end.timeMs,
    memoryKb: end.memoryKb,
    stdout: end.stdout.slice(0, keptLength),
    ...(end.stderr.length > 0 && { stderr: end.stderr.slice(0, keptLength) }),
  };
}

/** A thread that does not answer in time is ended; one that dies did so of the script. */
function runScript(order: ScriptOrder): Promise<ScriptEnd> {
  const nothing = { unreadable: false, stdout: '', stderr: '', timeMs: order.timeMs, memoryKb: 0 };
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./script.worker.js', import.meta.url), {
      workerData: order,
      env: {},
    });
    const late = setTimeout(
      () => {
        end({ ...nothing, verdict: 'time' });
      },
      2 * order.timeMs + graceMs,
    );
    const end = (result: ScriptEnd): void => {
      clearTimeout(late);
      void worker.terminate();
      resolve(result);
    };
    worker.once('message', end);
    worker.once('error', (error: Error) => {
      end({ ...nothing, verdict: 'runtime', stderr: error.message });
    });
    worker.once('exit', () => {
      end({ ...nothing, verdict: 'runtime' });
    });
  });
}
