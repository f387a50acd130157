import type { ApplicationList } from '@zhiyu/contracts/application';
import { routes } from '@zhiyu/contracts/routes';
import type { BenchRun, DatabaseName } from './bench-run.js';
import { figure, quantile, type Result } from './result.js';

const pages = 10;
const below = 20;

interface Place {
  port: number;
  headers: { Cookie: string };
}

/** The first pages of the whole list, by their cursors. */
async function walk(run: BenchRun, { port, headers }: Place): Promise<string[]> {
  const { path } = routes.listApplications;
  const paths = [path];
  for (let page = 1; page < pages; page++) {
    const target = { port, path: paths.at(-1) ?? path, headers };
    const list = (await run.load.ask('get', target)) as ApplicationList;
    paths.push(`${path}?cursor=${list.nextCursor ?? ''}`);
  }
  return paths;
}

/** The list and the dashboard of a company with many applications. */
export async function manyApplications(run: BenchRun, database: DatabaseName): Promise<Result[]> {
  const product = await run.product(await run.place(database));
  const wanted = run.pick(100_000, 20_000);
  const many = await product.child.ask('manyApplications', { count: wanted });
  const headers = { Cookie: many.cookie };
  const { port } = product;
  const { path } = routes.listApplications;
  const [positionId] = many.positionIds;
  const count = run.pick(1000, 300);
  const p99 = async (paths: string[]): Promise<number> => {
    await run.load.ask('inTurn', { port, headers, paths, count: 60 });
    const { latencies } = await run.load.ask('inTurn', { port, headers, paths, count });
    return quantile(latencies, 0.99);
  };
  const all = await walk(run, { port, headers });
  const filters = [
    `waiting=true`,
    `stage=review`,
    `positionId=${positionId ?? ''}`,
    `positionId=${positionId ?? ''}&stage=rejected`,
    `q=${encodeURIComponent('13100012345')}`,
  ];
  const measured: [string, string[]][] = [
    ['list, 10 pages by cursor', all],
    ['list, filtered or searched', filters.map((filter) => `${path}?${filter}`)],
    ['dashboard', [routes.dashboard.path]],
  ];
  const results: Result[] = [];
  for (const [name, paths] of measured) {
    const ours = await p99(paths);
    const note = name.startsWith('list, 10')
      ? `${wanted.toLocaleString('en-US')} applications with sealed names, made in ${many.seconds.toFixed(0)} s; ${count} requests one after another, each written to the audit log`
      : '';
    const scenario = `5 at ${wanted.toLocaleString('en-US')}`;
    results.push(
      figure({ scenario, database, measured: `p99 ${name}`, unit: 'ms', ours, below, note }),
    );
  }
  await run.stop(product);
  return results;
}
