import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JudgedTest, Judgement, ReadSubmission, Verdict } from '@zhiyu/contracts/judge';
import type { BoxResult } from '../sandbox/box-run.js';
import type { Sandbox } from '../sandbox/sandbox.js';
import { firstRefused } from './first-refused.js';
import { sameOutput } from './same-output.js';
import { outputLimit, type Step, type Toolchain } from './toolchain.js';

/** How much is kept of what a program and a compiler say. */
const keptBytes = 64 * 1024;
const compileKeptBytes = 8 * 1024;

type Test = ReadSubmission['tests'][number];

/** What came of it; who judged and under which limits is added by the judge. */
export type Outcome = Omit<Judgement, 'engine' | 'limits'>;

/** Judges submissions of one language in boxes. */
export class BoxedJudge {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly toolchain: Toolchain,
  ) {}

  /** @throws BoxBroken */
  async judge(submission: ReadSubmission): Promise<Outcome> {
    return this.sandbox.withFolder(async (folder) => {
      const fileName = this.toolchain.fileName(submission.source);
      const files = { ...this.toolchain.beside, [fileName]: submission.source };
      for (const [name, text] of Object.entries(files)) {
        await writeFile(join(folder, name), text, { mode: 0o644, flag: 'wx' });
      }
      const compile = this.toolchain.compile?.(fileName);
      const made = compile && (await this.step(folder, compile, true));
      const said = made && wordsOfCompiler(made);
      if (made && made.exitCode !== 0) {
        return { verdict: 'compile', tests: [], compile: said || reasonOf(made) };
      }
      return { ...(await this.tests(submission, folder)), ...(said && { compile: said }) };
    });
  }

  private async tests(
    { source, limits, ...given }: ReadSubmission,
    folder: string,
  ): Promise<Outcome> {
    const fileName = this.toolchain.fileName(source);
    const run = this.toolchain.run(source, fileName, limits);
    const tests: JudgedTest[] = [];
    for (const [index, test] of given.tests.entries()) {
      const limits = { ...run.limits, outputBytes: outputLimit(test.stdout) };
      const result = await this.step(folder, { ...run, limits, stdin: test.stdin }, false);
      const unreadable = index === 0 ? await this.unreadable(folder, fileName, result) : null;
      if (unreadable !== null) {
        return { verdict: 'compile', tests: [], compile: unreadable };
      }
      tests.push(this.judged(result, test));
    }
    return { verdict: firstRefused(tests), tests };
  }

  private step(
    folder: string,
    step: Step & { stdin?: string },
    writable: boolean,
  ): Promise<BoxResult> {
    return this.sandbox.run({ stdin: '', ...step, folder, writable });
  }

  /** What is wrong with a source that is no program in a language that nothing compiles; else null. */
  private async unreadable(
    folder: string,
    fileName: string,
    result: BoxResult,
  ): Promise<string | null> {
    const { check, unreadable } = this.toolchain;
    if (!check || !unreadable || result.exitCode === 0) {
      return null;
    }
    if (!unreadable.test(result.stderr.toString())) {
      return null;
    }
    const checked = await this.step(folder, check(fileName), false);
    return checked.exitCode === 0 ? null : wordsOfCompiler(result);
  }

  private judged(result: BoxResult, test: Test): JudgedTest {
    const { stderr } = result;
    const stdout = result.stdout.toString();
    const waited = result.stopped === 'wall' || result.processorMs === 0;
    return {
      verdict: this.verdict(result, stdout, test),
      timeMs: Math.round(waited ? result.wallMs : result.processorMs),
      memoryKb: result.memoryKb,
      stdout: result.stdout.subarray(0, keptBytes).toString(),
      ...(stderr.length > 0 && { stderr: stderr.subarray(0, keptBytes).toString() }),
    };
  }

  private verdict(result: BoxResult, stdout: string, test: Test): Verdict {
    switch (result.stopped) {
      case 'processor':
      case 'wall':
        return 'time';
      case 'memory':
      case 'output':
        return result.stopped;
      case null:
        break;
    }
    if (result.exitCode !== 0) {
      return this.toolchain.outOfMemory.test(result.stderr.toString()) ? 'memory' : 'runtime';
    }
    return test.stdout === undefined || sameOutput(stdout, test.stdout)
      ? 'accepted'
      : 'wrongAnswer';
  }
}

/** What the compiler said, without the names of places that nobody outside the box knows. */
function wordsOfCompiler({ stdout, stderr }: BoxResult): string {
  const said = Buffer.concat([stderr, stdout]).subarray(0, compileKeptBytes).toString();
  return said.replaceAll('/box/', '').replaceAll('# command-line-arguments\n', '').trim();
}

function reasonOf({ stopped, exitCode }: BoxResult): string {
  return `compiler stopped: ${stopped ?? `exit code ${exitCode ?? 'unknown'}`}`;
}
