import { execFileSync } from 'node:child_process';
import { type BenchRun, interleaved, type Product } from './bench-run.js';
import type { Measured, Target } from './load.child.js';
import { compared, quantile, type Result } from './result.js';

const rounds = 5;
const concurrent = 32;
/** Two seconds at 500 kbit/s. */
const sliceBytes = 125_000;
const peerPath = '/files';

async function createAtPeer(port: number): Promise<Target> {
  const response = await fetch(`http://127.0.0.1:${port}${peerPath}`, {
    method: 'POST',
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Defer-Length': '1' },
  });
  const path = new URL(response.headers.get('location') ?? '').pathname;
  return { port, path, headers: {} };
}

async function createAtOurs(product: Product): Promise<Target[]> {
  const made = await product.child.ask('recordings', { count: concurrent });
  return made.map((one) => ({ port: product.port, ...one }));
}

/** What one round left in the page cache is written before the next: the stock server never waits for it. */
function settleDisk(): void {
  execFileSync('sync');
}

/** 2-s slices: ours are encrypted and on the disk before the answer, the stock server's are in the page cache. */
export async function slices(run: BenchRun): Promise<Result[]> {
  const product = await run.product(await run.place('sqlite'));
  const port = await run.peer.ask('tus', { directory: run.folder(), path: peerPath });
  const each = run.pick(40, 12);
  const fill = async (uploads: Target[]): Promise<Measured> => {
    settleDisk();
    return run.load.ask('upload', { uploads, slices: each, bytes: sliceBytes });
  };
  const ours = async () => fill(await createAtOurs(product));
  const peer = async () =>
    fill(await Promise.all(Array.from({ length: concurrent }, () => createAtPeer(port))));
  await ours();
  await peer();
  const pairs = await interleaved(rounds, ours, peer);
  await run.stop(product);
  const named = {
    scenario: '4 slices of 125 kB',
    database: '-',
    peerName: '@tus/server with @tus/file-store (not durable)',
  };
  const p99 = (of: Measured) => quantile(of.latencies, 0.99);
  return [
    compared(
      {
        ...named,
        measured: `throughput, ${concurrent} uploads`,
        unit: 'slices/s',
        aim: { least: 1 },
        note: 'ours: encrypted and fdatasync before the 204; the peer: neither',
      },
      pairs.map(([a, b]) => [a.perSecond, b.perSecond]),
    ),
    compared(
      { ...named, measured: `p99, ${concurrent} uploads`, unit: 'ms', aim: { most: 1 } },
      pairs.map(([a, b]) => [p99(a), p99(b)]),
    ),
  ];
}
