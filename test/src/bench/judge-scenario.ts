import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Submission } from '@zhiyu/contracts/judge';
import { Judge } from '@zhiyu/server/platform/judge/judge';
import { Sandbox } from '@zhiyu/server/platform/sandbox/sandbox';
import { type BenchRun, interleaved } from './bench-run.js';
import { compared, figure, figureAbove, notMeasured, quantile, type Result } from './result.js';

const rounds = 5;
const python = '/usr/bin/python3';
const source = 'print(sum(int(word) for word in input().split()))\n';
const stdin = '2 3 5\n';
const stdout = '10\n';

/** Of one round: each program's milliseconds when it runs alone, and programs a second when the machine is full. */
interface Round {
  alone: number[];
  perSecond: number;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function roundOf(work: () => Promise<void>, each: number): Promise<Round> {
  const alone: number[] = [];
  for (let done = 0; done < each; done++) {
    alone.push(await timed(work));
  }
  const together = 2 * each;
  const line = Array.from({ length: availableParallelism() }, async (_, at) => {
    for (let done = at; done < together; done += availableParallelism()) {
      await work();
    }
  });
  const ms = await timed(async () => {
    await Promise.all(line);
  });
  return { alone, perSecond: (together * 1000) / ms };
}

/** The same program started plainly, as a script on somebody's own machine is. */
function plainly(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = execFile(python, [file], (error, out) => {
      if (error || out !== stdout) {
        reject(error ?? new Error(`printed ${out}`));
      } else {
        resolve();
      }
    });
    child.stdin?.end(stdin);
  });
}

/** A short Python program judged in its box, against the same program started by the same Node without one. */
export async function judged(run: BenchRun): Promise<Result[]> {
  const scenario = '7 judged programs';
  const judge = new Judge(new Sandbox('bwrap'));
  if (judge.available().engine !== 'bubblewrap') {
    const why = 'bubblewrap makes no box here (Debian: bubblewrap)';
    return [notMeasured({ scenario, database: '-', measured: '', aim: '≥ 8 /s' }, why)];
  }
  const file = join(run.folder(), 'plain.py');
  writeFileSync(file, source);
  const submission: Submission = { language: 'python', source, tests: [{ stdin, stdout }] };
  const inBox = async (): Promise<void> => {
    const { verdict } = await judge.judge(submission);
    if (verdict !== 'accepted') throw new Error(`the judge says ${verdict}`);
  };
  const each = run.pick(20, 6);
  await roundOf(inBox, 2);
  const pairs = await interleaved(
    rounds,
    () => roundOf(inBox, each),
    () => roundOf(() => plainly(file), each),
  );
  judge.onModuleDestroy();
  const middle = (values: readonly number[]) => quantile(values, 0.5);
  const over = pairs.map(([ours, peer]) => middle(ours.alone) - middle(peer.alone));
  const peerName = 'child_process of the same Python, no box';
  const named = { scenario, database: '-', peerName };
  return [
    compared(
      { ...named, measured: 'verdict, one at a time', unit: 'ms', aim: { most: 3 } },
      pairs.map(([ours, peer]) => [middle(ours.alone), middle(peer.alone)]),
    ),
    figure({
      ...{ scenario, database: '-', measured: 'verdict over the program’s own time', unit: 'ms' },
      ...{ ours: middle(over), below: 150 },
    }),
    figureAbove({
      ...{ scenario, database: '-', measured: 'verdicts, all cores', unit: '/s' },
      ...{ ours: middle(pairs.map(([ours]) => ours.perSecond)), least: 8 },
    }),
  ];
}
