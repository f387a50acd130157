import type { BenchRun } from './bench-run.js';
import { figure, quantile, type Result } from './result.js';

const interviews = 200;
const everyMs = 2_000;
/** Two seconds at 500 kbit/s. */
const sliceBytes = 125_000;

/** Many interviews at once, each sending what it has recorded every two seconds: when is a slice acknowledged? */
export async function manyInterviews(run: BenchRun): Promise<Result[]> {
  const product = await run.product(await run.place('sqlite'));
  const made = await product.child.ask('recordings', { count: interviews });
  const uploads = made.map((one) => ({ port: product.port, ...one }));
  const rounds = run.pick(15, 6);
  const measured = await run.load.ask('pacedUpload', {
    uploads,
    rounds,
    everyMs,
    bytes: sliceBytes,
  });
  await run.stop(product);
  const named = { scenario: '8 200 interviews at once', database: 'sqlite', unit: 'ms' };
  const note = `${measured.count} slices of 125 kB in ${rounds * 2} s, each encrypted and on the disk before its 204; the load shares the cores`;
  const at = (q: number) => quantile(measured.latencies, q);
  return [
    figure({ ...named, measured: 'p99 of the acknowledgement', ours: at(0.99), below: 500, note }),
    figure({ ...named, measured: 'median', ours: at(0.5), below: 500 }),
  ];
}
