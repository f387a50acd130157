import { routes } from '@zhiyu/contracts/routes';
import type { BenchRun, Product } from './bench-run.js';
import type { TimedAnswer } from './load.child.js';
import { figure, quantile, type Result } from './result.js';

/** Requests of everybody else, a second. */
const perSecond = 200;
const wires = 32;
/** So many interviews are handed in one after another while the requests run. */
const batch = 4;

/** What everybody else asks: one row behind session, right and validation. */
function requests(product: Product, cookie: string, ms: number) {
  const { path } = routes.company;
  const headers = { Cookie: cookie };
  const one = { port: product.port, method: 'GET', path, headers, body: '' };
  const count = Math.round((ms / 1000) * perSecond);
  return Array.from({ length: count }, (_, n) => ({ ...one, at: (n / perSecond) * 1000 }));
}

function answeredIn(answers: TimedAnswer[]): number[] {
  const wrong = answers.find(({ status }) => status !== 200);
  if (wrong) {
    throw new Error(`a request was answered with ${wrong.status}: ${wrong.body}`);
  }
  return answers.map(({ ms }) => ms);
}

/** Reports made while the server answers 200 requests a second, and how long these then take. */
async function beside(run: BenchRun, product: Product, count: number) {
  const reports: number[] = [];
  const busy: number[] = [];
  for (let done = 0; done < count; done += batch) {
    const { cookie } = await product.child.ask('reportsReady', { count: batch });
    const [answers, took] = await Promise.all([
      run.load.ask('open', { requests: requests(product, cookie, 4000), wires }),
      product.child.ask('reportsHandedIn', { together: false }),
    ]);
    busy.push(...answeredIn(answers));
    reports.push(...took);
  }
  const { cookie } = await product.child.ask('reportsReady', { count: 0 });
  const quiet = answeredIn(
    await run.load.ask('open', { requests: requests(product, cookie, 4000), wires }),
  );
  return { reports, busy, quiet };
}

/** After the last words of an interview: when is its report there? Alone, many at once, and beside everybody else. */
export async function reportsInTime(run: BenchRun): Promise<Result[]> {
  const product = await run.product(await run.place('sqlite'));
  const { child } = product;
  const count = run.pick(20, 8);
  await child.ask('reportsReady', { count });
  const alone = await child.ask('reportsHandedIn', { together: false });
  await child.ask('reportsReady', { count });
  const together = await child.ask('reportsHandedIn', { together: true });
  const { reports, busy, quiet } = await beside(run, product, count);
  await run.stop(product);
  const named = { scenario: '9 report after the last words', database: 'sqlite', unit: 'ms' };
  const note = `${String(count)} interviews of two answers; words are typed, so the recogniser is not in it`;
  const at = (q: number, of: number[]) => quantile(of, q);
  const under = `beside ${String(perSecond)} requests/s`;
  return [
    figure({ ...named, measured: 'one by one, median', ours: at(0.5, alone), below: 3000, note }),
    figure({ ...named, measured: 'one by one, longest', ours: at(1, alone), below: 3000 }),
    figure({ ...named, measured: 'all at once, longest', ours: at(1, together), below: 3000 }),
    figure({ ...named, measured: `${under}, median`, ours: at(0.5, reports), below: 3000 }),
    figure({ ...named, measured: `${under}, longest`, ours: at(1, reports), below: 3000 }),
    figure({
      ...{ ...named, measured: 'those requests meanwhile, p99', ours: at(0.99, busy), below: 500 },
      note: `of GET ${routes.company.path}; without reports ${at(0.99, quiet).toFixed(1)} ms`,
    }),
  ];
}
