import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { blocksOfFile } from '@zhiyu/server/platform/speech/sound-blocks';
import { measureSound } from '@zhiyu/server/scoring/measure-sound';
import { type BenchRun, interleaved } from './bench-run.js';
import { compared, figure, quantile, type Result } from './result.js';

const rounds = 3;
const clip = fileURLToPath(
  new URL('../../../config/content/demo/clips/chen-return.webm', import.meta.url),
);
const execute = promisify(execFile);

/** Ticks a second of /proc, the same on every Linux. */
const ticks = 100;

/** Seconds of CPU of the programs that this process started and that have ended. */
function childSeconds(): number {
  const text = readFileSync('/proc/self/stat', 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticks;
}

interface Cost {
  /** Seconds of CPU, ours and ffmpeg's. */
  cpu: number;
  clock: number;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [from, own, others] = [performance.now(), process.cpuUsage(), childSeconds()];
  await work();
  const { user, system } = process.cpuUsage(own);
  const cpu = (user + system) / 1e6 + childSeconds() - others;
  return { cpu, clock: (performance.now() - from) / 1000 };
}

/** Facts of the sound of an answer, as the server measures them, against ffmpeg that only decodes the same file. */
export async function soundMeasured(run: BenchRun): Promise<Result[]> {
  const seconds = run.pick(600, 120);
  const file = join(run.folder(), 'answer.webm');
  await execute('ffmpeg', [
    ...['-v', 'error', '-stream_loop', '-1', '-i', clip, '-t', String(seconds)],
    ...['-vn', '-c:a', 'libopus', file],
  ]);
  const decode = ['-v', 'error', '-i', file, '-ac', '1', '-ar', '16000', '-f', 'null', '-'];
  const ours = () => costOf(() => measureSound(blocksOfFile(file, 'ffmpeg')));
  await ours();
  const pairs = await interleaved(rounds, ours, () => costOf(() => execute('ffmpeg', decode)));
  const share = (of: (cost: Cost) => number) =>
    quantile(
      pairs.map(([cost]) => of(cost) / seconds),
      0.5,
    );
  const named = { scenario: '11 sound of an answer', database: '-' };
  const unit = 's per s of sound';
  return [
    figure({
      ...{
        ...named,
        unit,
        measured: 'CPU, with ffmpeg',
        ours: share(({ cpu }) => cpu),
        below: 0.03,
      },
      note: `${String(seconds)} s of Opus, ${String(rounds)} rounds; what else runs on the machine is not in it`,
    }),
    figure({
      ...{
        ...named,
        unit,
        measured: 'by the clock',
        ours: share(({ clock }) => clock),
        below: 0.03,
      },
      note: 'whatever else runs on the machine is in it',
    }),
    compared(
      {
        ...{ ...named, measured: 'CPU', unit: 's', peerName: 'ffmpeg that only decodes it' },
        aim: { most: 12 },
      },
      pairs.map(([mine, plain]) => [mine.cpu, plain.cpu]),
    ),
  ];
}
