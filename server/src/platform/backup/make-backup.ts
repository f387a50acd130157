import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { DataSource } from 'typeorm';
import { type DatabasePlace, migrationNames, sqliteFile } from '../database/data-source.js';
import { openSnapshot, type Snapshot } from '../database/snapshot.js';
import { syncFolderOf } from '../storage/append-handle.js';
import { copyFile, filesIn, type KeptFile } from './kept-files.js';
import { BackupKey, keysFolder, type Manifest, parts, writeManifest } from './manifest.js';
import { packLines } from './packed-lines.js';
import { BackupRefused } from './refused.js';

export interface BackupOrder {
  place: DatabasePlace;
  /** Folders of the data folder whose files belong to the rows. */
  folders: readonly string[];
  /** Where the backup goes: not there yet, or an empty folder. */
  target: string;
  /** The key-encryption key too: who has such a backup can read everything in it. */
  withKeys: boolean;
  /** Version of the product. */
  product: string;
  now: number;
}

interface Kept {
  count: number;
  bytes: number;
  /** Files that were deleted between being seen and being copied. */
  gone: number;
}

/** A backup that was made. */
export interface MadeBackup extends Kept {
  manifest: Manifest;
}

async function refuseFilled(target: string): Promise<void> {
  const names = existsSync(target) ? await readdir(target) : [];
  if (names.length > 0) {
    throw new BackupRefused(`${target} 里已有东西 is not empty`);
  }
}

async function workFolder({ target, place }: BackupOrder): Promise<string> {
  if (!relative(place.dataDir, target).startsWith('..')) {
    throw new BackupRefused(
      '备份不能放在数据文件夹里面 a backup cannot lie within the data folder it is made of',
    );
  }
  await refuseFilled(target);
  const work = `${target}.unfinished`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await mkdir(work, { mode: 0o700 });
  } catch {
    throw new BackupRefused(
      `${work} 已在：另一次备份还没做完，或者断了，断了的请删掉 is there: another backup goes on, or one broke off and is to be deleted`,
    );
  }
  return work;
}

/** They may have been run in another order than this: what a later version puts in between runs last. */
function refuseOtherVersion({ migrations }: Snapshot): void {
  if ([...migrations].sort().join() !== [...migrationNames].sort().join()) {
    throw new BackupRefused(
      '数据库的结构和这个程序不是同一版，先 zhiyu db migrate，或用运行着的那一版来备份 the tables are of another version than this program',
    );
  }
}

async function* asLines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) {
    yield JSON.stringify(row);
  }
}

async function keepTables(dataSource: DataSource, work: string) {
  const snapshot = await openSnapshot(dataSource);
  try {
    refuseOtherVersion(snapshot);
    await mkdir(join(work, parts.tables), { mode: 0o700 });
    const tables: Manifest['tables'] = [];
    for (const table of snapshot.tables) {
      const path = join(work, parts.tables, `${table.name}.ndjson.gz`);
      const { lines, ...file } = await packLines(path, asLines(snapshot.rows(table)));
      tables.push({ ...table, ...file, rows: lines });
    }
    return { tables, migrations: snapshot.migrations };
  } finally {
    await snapshot.close();
  }
}

/**
 * After the rows: a file is on the disk before the row that names it is committed, and never changes but by growing,
 * so that what the rows of the snapshot name is all here.
 */
async function* copied(order: BackupOrder, work: string, kept: Kept): AsyncGenerator<KeptFile> {
  const folders = order.withKeys ? [...order.folders, keysFolder] : order.folders;
  for (const folder of folders) {
    for await (const path of filesIn(order.place.dataDir, folder)) {
      const file = await copyFile(join(order.place.dataDir, path), join(work, parts.files, path));
      if (file === null) {
        kept.gone += 1;
        continue;
      }
      kept.count += 1;
      kept.bytes += file.bytes;
      yield { path, ...file };
    }
  }
}

async function fill(order: BackupOrder, work: string, source: DataSource): Promise<MadeBackup> {
  const key = BackupKey.in(join(order.place.dataDir, keysFolder));
  if (!key) {
    throw new BackupRefused(`${order.place.dataDir} 里没有密钥 there is no key in it`);
  }
  const kept: Kept = { count: 0, bytes: 0, gone: 0 };
  const { tables, migrations } = await keepTables(source, work);
  const list = join(work, parts.list);
  const { lines, ...file } = await packLines(list, asLines(copied(order, work, kept)));
  const manifest: Manifest = {
    format: 'zhiyu-backup/1',
    product: order.product,
    madeAt: order.now,
    database: order.place.url === undefined ? 'sqlite' : 'mariadb',
    migrations,
    keyCheck: key.check,
    withKeys: order.withKeys,
    tables,
    files: { ...file, rows: lines },
  };
  await writeManifest(work, manifest, key);
  return { manifest, ...kept };
}

/**
 * Writes a consistent copy of rows and files into a folder while the server goes on; the folder gets its name when all
 * of it is there. Memory does not grow with what is kept.
 * @param open opens the database, which is closed here
 * @throws BackupRefused
 */
export async function makeBackup(
  order: BackupOrder,
  open: () => Promise<DataSource>,
): Promise<MadeBackup> {
  if (order.place.url === undefined && !existsSync(sqliteFile(order.place))) {
    throw new BackupRefused(`${order.place.dataDir} 里没有数据库 there is no database in it`);
  }
  const work = await workFolder(order);
  try {
    const source = await open();
    let made: MadeBackup;
    try {
      made = await fill(order, work, source);
    } finally {
      await source.destroy();
    }
    await rename(work, order.target);
    await syncFolderOf(order.target);
    return made;
  } catch (error) {
    await rm(work, { recursive: true, force: true });
    throw error;
  }
}
