import { join } from 'node:path';
import type { ApplicationList, Dashboard } from '@zhiyu/contracts/application';
import { stages } from '@zhiyu/contracts/stage-values';
import { routes } from '@zhiyu/contracts/routes';
import { type BenchRun, type DatabaseName, interleaved, type Product } from './bench-run.js';
import type { ManyApplications } from './many-applications.js';
import { compared, figure, quantile, type Result } from './result.js';

const pages = 10;
const below = 20;
const warmUp = 60;
const dayMs = 86_400_000;
const { path } = routes.listApplications;

/** Where to ask, and as whom. */
interface Place {
  port: number;
  headers: { Cookie: string };
}

/** The first pages of a list, by their cursors. */
async function walk(run: BenchRun, place: Place, filter: string): Promise<string[]> {
  const paths = [`${path}?${filter}`];
  for (let page = 1; page < pages; page++) {
    const target = { ...place, path: paths.at(-1) ?? path };
    const list = (await run.load.ask('get', target)) as ApplicationList;
    paths.push(`${path}?${filter}&cursor=${list.nextCursor ?? ''}`);
  }
  return paths;
}

async function asked(run: BenchRun, place: Place, of: { paths: string[]; count: number }) {
  await run.load.ask('inTurn', { ...place, ...of, count: warmUp });
  return (await run.load.ask('inTurn', { ...place, ...of })).latencies;
}

/** The dashboard, each time right after a change by another hand; it must show it. */
async function askedAfterChanges(run: BenchRun, product: Product, place: Place) {
  const paths = [routes.dashboard.path];
  const latencies: number[] = [];
  for (let n = 0; n < run.pick(300, 100); n++) {
    await product.child.ask('changeOne');
    const given = await run.load.ask('inTurn', { ...place, paths, count: 1 });
    latencies.push(...given.latencies);
  }
  await requireExact(run, product, place);
  return latencies;
}

/** @throws when the dashboard of HR says something else than the rows */
async function requireExact(run: BenchRun, product: Product, place: Place): Promise<void> {
  const shown = (await run.load.ask('get', { ...place, path: routes.dashboard.path })) as Dashboard;
  const rows = await product.child.ask('countRows');
  for (const position of shown.positions) {
    for (const stage of stages) {
      const wanted = rows[`${position.id} ${stage}`] ?? 0;
      if (position.stages[stage] !== wanted) {
        throw new Error(`${stage}: ${position.stages[stage]} shown, ${wanted} are there`);
      }
    }
  }
}

/** Two weeks in the middle of the year, as their days. */
function weeksOf(): string[] {
  return [100, 200].map((days) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10));
}

function filtersOf(many: ManyApplications): string[] {
  const [positionId = ''] = many.positionIds;
  const [week = ''] = weeksOf();
  return [
    'waiting=true',
    'stage=review',
    'stage=rejected',
    `positionId=${positionId}`,
    `positionId=${positionId}&stage=rejected`,
    `departmentId=${many.departmentId}`,
    `departmentId=${many.departmentId}&stage=hired`,
    'source=campus',
    'source=campus&stage=offer',
    `source=qr&positionId=${positionId}`,
    `source=qr&departmentId=${many.departmentId}&waiting=true`,
    `week=${week}`,
    `week=${week}&source=campus&stage=offer`,
    `week=${week}&departmentId=${many.departmentId}`,
    `q=${encodeURIComponent('13100012345')}`,
    `q=${encodeURIComponent('李思远')}`,
    `q=${encodeURIComponent('李雨')}&week=${week}`,
  ].map((filter) => `${path}?${filter}`);
}

/** The board of a company, of a position and of each choice. */
function boardsOf(many: ManyApplications): string[] {
  const [positionId = ''] = many.positionIds;
  return [
    '',
    `positionId=${positionId}`,
    `departmentId=${many.departmentId}`,
    'source=website',
    `positionId=${positionId}&source=qr`,
    ...weeksOf().map((week) => `week=${week}&departmentId=${many.departmentId}`),
  ].map((choice) => `${routes.pipeline.path}?${choice}`);
}

const pageOfPeer = 50;

/** A page of the list beside a peer that reads the same page's rows by the raw driver, in turn. */
async function besidePeer(run: BenchRun, product: Product, many: ManyApplications) {
  const { dataDir, url } = product.place;
  const file = join(dataDir, 'zhiyu.sqlite');
  const peerPath = '/api/applications';
  const asked = { path: peerPath, companyId: many.companyId, file, url, atMost: pageOfPeer };
  const peer = { port: await run.peer.ask('page', asked), headers: {} };
  const ours = { port: product.port, headers: { Cookie: many.hr } };
  const count = run.pick(400, 100);
  const median = async (of: typeof ours | typeof peer) => {
    const paths = [`${peerPath}?limit=${pageOfPeer}`];
    const { latencies } = await run.load.ask('inTurn', { ...of, paths, count });
    return quantile(latencies, 0.5);
  };
  await median(ours);
  await median(peer);
  return interleaved(
    5,
    () => median(ours),
    () => median(peer),
  );
}

/** The lists and the dashboard of a company with many applications, through the whole API. */
export async function manyApplications(run: BenchRun, database: DatabaseName): Promise<Result[]> {
  const product = await run.product(await run.place(database));
  const wanted = run.pick(100_000, 20_000);
  const many = await product.child.ask('manyApplications', { count: wanted });
  const { port } = product;
  const hr = { port, headers: { Cookie: many.hr } };
  const head = { port, headers: { Cookie: many.head } };
  const count = run.pick(1000, 300);
  const pagesOfHead = [
    ...(await walk(run, head, 'limit=50')),
    ...(await walk(run, head, 'stage=rejected')),
  ];
  const measured: [string, () => Promise<number[]>][] = [
    [
      'list, 10 pages by cursor',
      async () => asked(run, hr, { count, paths: await walk(run, hr, 'limit=50') }),
    ],
    ['list, filtered or searched', () => asked(run, hr, { count, paths: filtersOf(many) })],
    ['list of a head, 5 of 12 positions', () => asked(run, head, { count, paths: pagesOfHead })],
    ['board', () => asked(run, hr, { count, paths: boardsOf(many) })],
    ['positions', () => asked(run, hr, { count, paths: [routes.listPositions.path] })],
    ['dashboard', () => asked(run, hr, { count, paths: [routes.dashboard.path] })],
    ['counts of the rail', () => asked(run, hr, { count, paths: [routes.railCounts.path] })],
    ['dashboard after a change', () => askedAfterChanges(run, product, hr)],
  ];
  const made = `${wanted.toLocaleString('en-US')} applications with sealed names, made in ${many.seconds.toFixed(0)} s, counted anew in ${many.rebuildSeconds.toFixed(1)} s; ${count} requests one after another, every look at a list written to the audit log first`;
  const results: Result[] = [];
  for (const [name, measure] of measured) {
    const latencies = await measure();
    const ours = quantile(latencies, 0.99);
    const note = `median ${quantile(latencies, 0.5).toFixed(1)} ms${results.length === 0 ? `; ${made}` : ''}`;
    const scenario = `5 at ${wanted.toLocaleString('en-US')}`;
    results.push(
      figure({ scenario, database, measured: `p99 ${name}`, unit: 'ms', ours, below, note }),
    );
  }
  results.push(
    compared(
      {
        scenario: `5 at ${wanted.toLocaleString('en-US')}`,
        database,
        measured: `list, a page of ${pageOfPeer}`,
        peerName: `bare Fastify, the page’s rows by the raw driver`,
        unit: 'ms',
        aim: { most: 12 },
        note: 'medians of 5 rounds in turn; ours opens every sealed name and looks who may see it',
      },
      await besidePeer(run, product, many),
    ),
  );
  await run.stop(product);
  return results;
}
