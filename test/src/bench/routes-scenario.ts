import { join } from 'node:path';
import { routes } from '@zhiyu/contracts/routes';
import { type BenchRun, type DatabaseName, interleaved } from './bench-run.js';
import type { Target } from './load.child.js';
import { compared, quantile, type Result } from './result.js';

const rounds = 5;
const connections = 64;

/** Requests per second of two targets, in turn. */
async function race(
  run: BenchRun,
  ours: Target,
  peer: Target,
): Promise<{ pairs: [number, number][]; note: string }> {
  const ms = run.pick(2500, 700);
  const measure = (target: Target, time: number) =>
    run.load.ask('closed', { target, connections, ms: time });
  // Both warm before the first round: compilers need a few thousand requests.
  await measure(ours, ms);
  await measure(peer, ms);
  const pairs = await interleaved(
    rounds,
    () => measure(ours, ms),
    () => measure(peer, ms),
  );
  const p99 = (of: 0 | 1) =>
    quantile(
      pairs.flatMap((pair) => pair[of].latencies),
      0.99,
    ).toFixed(1);
  return {
    pairs: pairs.map(([a, b]) => [a.perSecond, b.perSecond]),
    note: `${connections} connections, ${rounds} rounds each in turn; p99 ${p99(0)} ms against ${p99(1)} ms`,
  };
}

/** The whole way of a request (session, right, validation, JSON) where the handler needs no database. */
export async function plainRoute(run: BenchRun): Promise<Result[]> {
  const product = await run.product(await run.place('sqlite'));
  const { cookie } = await product.child.ask('signIn');
  const { path } = routes.templates;
  const ours = { port: product.port, path, headers: { Cookie: cookie } };
  const body = await run.load.ask('get', ours);
  const peer = { port: await run.peer.ask('same', { path, body }), path, headers: {} };
  const { pairs, note } = await race(run, ours, peer);
  await run.stop(product);
  return [
    compared(
      {
        scenario: '1 API without database',
        database: '-',
        measured: `GET ${path}`,
        peerName: 'bare Fastify, same body',
        unit: 'r/s',
        aim: { least: 0.5 },
        note,
      },
      pairs,
    ),
  ];
}

/** The same with one row read for each request. */
export async function oneRow(run: BenchRun, database: DatabaseName): Promise<Result[]> {
  const place = await run.place(database);
  const product = await run.product(place);
  const { companyId, cookie } = await product.child.ask('signIn');
  const { path } = routes.company;
  const ours = { port: product.port, path, headers: { Cookie: cookie } };
  const file = join(place.dataDir, 'zhiyu.sqlite');
  const port = await run.peer.ask('row', { path, companyId, file, url: place.url });
  const peer = { port, path, headers: {} };
  const [a, b] = [await run.load.ask('get', ours), await run.load.ask('get', peer)];
  if (JSON.stringify(a) !== JSON.stringify(b)) {
    throw new Error(`the peer answers something else: ${JSON.stringify([a, b])}`);
  }
  const { pairs, note } = await race(run, ours, peer);
  await run.stop(product);
  const driver = database === 'sqlite' ? 'libsql prepared statement' : 'mysql2 pool';
  return [
    compared(
      {
        scenario: '2 API with one row',
        database,
        measured: `GET ${path}`,
        peerName: `bare Fastify, ${driver}`,
        unit: 'r/s',
        aim: { least: 0.25 },
        note,
      },
      pairs,
    ),
  ];
}
