import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Child } from './child.js';
import type { LoadCommands } from './load.child.js';
import type { PeerCommands } from './peer.child.js';
import type { ProductCommands, ProductPlace } from './product.child.js';

export interface BenchOptions {
  quick: boolean;
  /** A MariaDB server to make databases on; null: none is here. */
  mariadb: string | null;
  /** Folder for CPU profiles of the product's processes; null: none are made. */
  profile: string | null;
}

export type DatabaseName = 'sqlite' | 'mariadb';

export interface Product {
  child: Child<ProductCommands>;
  port: number;
  place: ProductPlace;
}

/** One run of all measurements: its processes and places, and who cleans up. */
export class BenchRun {
  readonly load = Child.start<LoadCommands>('load.child.js');
  readonly peer = Child.start<PeerCommands>('peer.child.js');
  private readonly folders: string[] = [];

  constructor(readonly options: BenchOptions) {}

  /** The databases that can be measured here. */
  get databases(): DatabaseName[] {
    return this.options.mariadb === null ? ['sqlite'] : ['sqlite', 'mariadb'];
  }

  /** A or B: the longer one, or the shorter one of --quick. */
  pick<T>(long: T, quick: T): T {
    return this.options.quick ? quick : long;
  }

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'zhiyu-bench-'));
    this.folders.push(folder);
    return folder;
  }

  async place(database: DatabaseName): Promise<ProductPlace> {
    const dataDir = this.folder();
    const { mariadb } = this.options;
    if (database === 'sqlite' || mariadb === null) {
      return { dataDir, url: null };
    }
    const url = new URL(mariadb);
    const name = `zhiyu_bench_${randomBytes(4).toString('hex')}`;
    const server = await createConnection({ uri: mariadb });
    await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    await server.end();
    url.pathname = `/${name}`;
    return { dataDir, url: url.toString() };
  }

  /** A server process of the product. */
  async product(place: ProductPlace): Promise<Product> {
    const { profile } = this.options;
    const flags = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
    const child = Child.start<ProductCommands>('product.child.js', flags);
    return { child, place, port: await child.ask('start', place) };
  }

  async stop(product: Product): Promise<void> {
    await product.child.ask('stop');
    await product.child.stop();
  }

  async close(): Promise<void> {
    await Promise.all([this.load.stop(), this.peer.stop()]);
    for (const folder of this.folders) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** Rounds in which the two take turns, so that a busy moment of the machine hits both. */
export async function interleaved<T>(
  rounds: number,
  ours: () => Promise<T>,
  peer: () => Promise<T>,
): Promise<[T, T][]> {
  const pairs: [T, T][] = [];
  for (let round = 0; round < rounds; round++) {
    pairs.push([await ours(), await peer()]);
  }
  return pairs;
}
