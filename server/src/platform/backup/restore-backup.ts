import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { DataSource } from 'typeorm';
import { type DatabasePlace, makeDataSource, sqliteFile } from '../database/data-source.js';
import { dropTables, fillTables, tablesOf } from '../database/fill-tables.js';
import { settleLog } from '../database/settle-log.js';
import { syncFolderOf } from '../storage/append-handle.js';
import { type CheckedBackup, filesOf, isSame, rowsIn } from './check-backup.js';
import { copyFile, filesIn } from './kept-files.js';
import { changed, keysFolder, parts } from './manifest.js';
import { BackupRefused } from './refused.js';

/** Within the data folder, so that what is ready is there by its new name alone, whatever disk the folder is. */
const stageName = '.restoring';
/** What may lie in the data folder before: the key, and models that were fetched. */
const mayBeThere = [keysFolder, 'models'];

interface Stage {
  place: DatabasePlace;
  backup: CheckedBackup;
}

async function onDatabase<T>(
  place: DatabasePlace,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = makeDataSource(place, []);
  await dataSource.initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

/** @throws BackupRefused something is in the data folder or in the database already */
export async function refuseUsed(place: DatabasePlace): Promise<void> {
  const names = existsSync(place.dataDir) ? await readdir(place.dataDir) : [];
  const others = names.filter((name) => !mayBeThere.includes(name));
  if (others.length > 0) {
    throw new BackupRefused(
      `数据文件夹不是空的，没有恢复 the data folder is not empty, nothing was restored: ${place.dataDir} (${others.join(', ')})`,
    );
  }
  const tables = place.url === undefined ? [] : await onDatabase(place, tablesOf);
  if (tables.length > 0) {
    throw new BackupRefused(
      `数据库里已有 ${tables.length} 张表，没有恢复 the database is not empty, nothing was restored`,
    );
  }
}

async function copyInto(from: string, to: string): Promise<void> {
  if ((await copyFile(from, to)) === null) {
    throw changed(from);
  }
}

async function putFiles({ place, backup }: Stage): Promise<void> {
  const { folder, keysFrom } = backup;
  for await (const file of filesOf(backup)) {
    // The key that was found right is the one to stay.
    if (file.path.startsWith(`${keysFolder}/`)) {
      continue;
    }
    const copy = await copyFile(
      join(folder, parts.files, file.path),
      join(place.dataDir, file.path),
    );
    if (!isSame(copy, file)) {
      throw changed(file.path);
    }
  }
  const name = basename(keysFrom);
  for await (const path of filesIn(dirname(keysFrom), name)) {
    await copyInto(
      join(dirname(keysFrom), path),
      join(place.dataDir, keysFolder, path.slice(name.length + 1)),
    );
  }
}

/** The tables of the version that made the backup, with its rows; a newer product brings them up to date when it opens. */
async function putRows({ place, backup }: Stage): Promise<void> {
  const { folder, manifest } = backup;
  await onDatabase({ ...place, migrations: manifest.migrations }, async (dataSource) => {
    await dataSource.runMigrations({ transaction: 'each' });
    await fillTables(dataSource, manifest.tables, ({ name }) => rowsIn(folder, name));
  });
}

/** All that is ready gets its place; the database last, because a server that finds none would begin an empty one. */
async function moveIn(stage: string, place: DatabasePlace): Promise<void> {
  const database = basename(sqliteFile(place));
  const names = await readdir(stage);
  const isDatabase = (name: string) => Number(name === database);
  names.sort((one, other) => isDatabase(one) - isDatabase(other));
  for (const name of names) {
    if (!existsSync(join(place.dataDir, name))) {
      await rename(join(stage, name), join(place.dataDir, name));
    }
  }
  await rm(stage, { recursive: true });
  await syncFolderOf(stage);
}

/** Takes back whatever was begun. */
async function undo(place: DatabasePlace, stage: string, hadFolder: boolean): Promise<void> {
  if (place.url !== undefined) {
    await onDatabase(place, dropTables);
  }
  await rm(stage, { recursive: true, force: true });
  if (!hadFolder) {
    await rmdir(place.dataDir);
  }
}

/**
 * Puts a backup into an empty place: all of it, or nothing.
 * @param place where `refuseUsed` found nothing
 * @param verify looks at what is there, in the folder it is given, before it counts; what it throws takes all back
 */
export async function restoreBackup<T>(
  backup: CheckedBackup,
  place: DatabasePlace,
  verify: (dataDir: string) => Promise<T>,
): Promise<T> {
  const hadFolder = existsSync(place.dataDir);
  const stage = join(place.dataDir, stageName);
  await mkdir(stage, { recursive: true, mode: 0o700 });
  try {
    const staged = { place: { ...place, dataDir: stage }, backup };
    await putFiles(staged);
    await putRows(staged);
    const verified = await verify(stage);
    if (place.url === undefined) {
      settleLog(sqliteFile(staged.place));
    }
    await moveIn(stage, place);
    return verified;
  } catch (error) {
    await undo(place, stage, hadFolder);
    throw error;
  }
}
