import { z } from 'zod';
import { type CommandIo, CommandError } from './io.js';
import { impactTable, type ImpactRow, type Outcome } from '../analytics/impact/impact.js';

const outcomeSchema = z.object({
  groups: z.record(z.string().min(1).max(60), z.string().min(1).max(60)),
  selected: z.boolean(),
  score: z.number().min(0).max(100).nullish(),
});

/**
 * `zhiyu impact < outcomes.jsonl`: {groups: {sex: "女"}, selected, score?} a line -> the table as JSON; what was found
 * goes to the terminal in words. Nothing is kept. Exit code 3 where an impact was found.
 * @throws CommandError naming the line that is no outcome
 */
export async function impactCommand(
  _args: string[],
  io: CommandIo & { input: () => Promise<string> },
): Promise<number> {
  const lines = (await io.input()).split(/\r?\n/);
  const outcomes = lines.flatMap((line, i) => (line.trim() === '' ? [] : [read(line, i + 1)]));
  if (outcomes.length === 0) {
    throw new CommandError(
      '没有数据：每行一个 {"groups": {"sex": "女"}, "selected": true, "score": 80} no data',
    );
  }
  const rows = impactTable(outcomes);
  io.out(`${JSON.stringify({ people: outcomes.length, rows }, null, 2)}\n`);
  const found = rows.flatMap(inWords);
  io.err(found.length > 0 ? found.join('') : '没有发现 nothing found\n');
  return found.length > 0 ? 3 : 0;
}

function read(line: string, number: number): Outcome {
  try {
    const { score, ...one } = outcomeSchema.parse(JSON.parse(line));
    return { ...one, score: score ?? null };
  } catch {
    throw new CommandError(`第 ${number} 行读不了 line ${number} is no outcome`);
  }
}

function inWords({ attribute, category, selection, scoring }: ImpactRow): string[] {
  const rates = [
    ['入选率 selection', selection],
    ['得分率 scoring', scoring],
  ] as const;
  return rates.flatMap(([name, rate]) =>
    rate?.finding === 'found'
      ? [
          `${attribute} ${category}：${name} ${percent(rate.rate)}，影响比 impact ratio ${(rate.ratio ?? 0).toFixed(2)}，p ${(rate.p ?? 1).toPrecision(2)}\n`,
        ]
      : [],
  );
}

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;
