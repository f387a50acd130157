import type { BenchRun } from './bench-run.js';
import { figure, quantile, type Result } from './result.js';

/** After the last words of an interview: when is its report there? */
export async function reportsInTime(run: BenchRun): Promise<Result[]> {
  const product = await run.product(await run.place('sqlite'));
  const count = run.pick(20, 8);
  const { alone, together } = await product.child.ask('reportsAfter', { count });
  await run.stop(product);
  const named = { scenario: '9 report after the last words', database: 'sqlite', unit: 'ms' };
  const note = `${String(count)} interviews of two answers; words are typed, so the recogniser is not in it`;
  const at = (q: number, of: number[]) => quantile(of, q);
  return [
    figure({ ...named, measured: 'one by one, median', ours: at(0.5, alone), below: 3000, note }),
    figure({ ...named, measured: 'one by one, longest', ours: at(1, alone), below: 3000 }),
    figure({ ...named, measured: 'all at once, longest', ours: at(1, together), below: 3000 }),
  ];
}
