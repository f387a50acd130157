import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrationNames } from '../database/data-source.js';
import type { Value } from '../database/snapshot.js';
import { hashOf, type KeptFile } from './kept-files.js';
import {
  BackupKey,
  changed,
  keptFileSchema,
  type Manifest,
  parts,
  readManifest,
  requireKey,
} from './manifest.js';
import { type Hashed, unpackLines } from './packed-lines.js';
import { BackupRefused } from './refused.js';

/** Where the key of a backup is looked for. */
export interface KeyPlaces {
  /** The first of these folders with a key counts. */
  mayLie: string[];
  /** The folder of keys that the restored server will have; a key that lies there already is to be the same. */
  stays: string;
}

/** A backup that can be restored: whole, unchanged, and this is its key. */
export interface CheckedBackup {
  folder: string;
  manifest: Manifest;
  /** The folder with its key. */
  keysFrom: string;
}

export const tableFile = (folder: string, table: string) =>
  join(folder, parts.tables, `${table}.ndjson.gz`);

/** The rows of a table as they were written. */
export async function* rowsIn(folder: string, table: string): AsyncGenerator<Value[]> {
  for await (const line of unpackLines(tableFile(folder, table))) {
    yield JSON.parse(line) as Value[];
  }
}

/** The files of a backup whose list has been checked. */
export async function* filesOf({ folder }: { folder: string }): AsyncGenerator<KeptFile> {
  for await (const line of unpackLines(join(folder, parts.list))) {
    const file = keptFileSchema.safeParse(JSON.parse(line));
    if (!file.success) {
      throw changed(parts.list);
    }
    yield file.data;
  }
}

export function isSame(found: Hashed | null, meant: Hashed): boolean {
  return found?.sha256 === meant.sha256 && found.bytes === meant.bytes;
}

async function requireSame(folder: string, path: string, meant: Hashed): Promise<void> {
  if (!isSame(await hashOf(join(folder, path)), meant)) {
    throw changed(path);
  }
}

function keyFrom({ mayLie }: KeyPlaces): { key: BackupKey; keysFrom: string } {
  for (const keysFrom of mayLie) {
    const key = BackupKey.in(keysFrom);
    if (key) {
      return { key, keysFrom };
    }
  }
  throw new BackupRefused(
    `没有密钥：备份时的 keys/ 要在 the key is missing, keys/ as it was is to be in: ${mayLie.join('、')}`,
  );
}

function refuseNewer({ migrations, product }: Manifest): void {
  const unknown = migrations.filter((name) => !migrationNames.includes(name));
  if (unknown.length > 0) {
    throw new BackupRefused(
      `这份备份是更新的版本 ${product} 做的，请用那一版恢复 a newer version made this backup: ${unknown.join(', ')}`,
    );
  }
}

/**
 * Reads every byte of a backup and changes nothing.
 * @throws BackupRefused no backup, unfinished, another key, changed, torn, or of a newer version
 */
export async function checkBackup(folder: string, keys: KeyPlaces): Promise<CheckedBackup> {
  if (!existsSync(join(folder, parts.manifest))) {
    throw new BackupRefused(
      `${folder} 不是备份，或者没有做完 is no backup, or one that was not finished`,
    );
  }
  const { key, keysFrom } = keyFrom(keys);
  const manifest = await readManifest(folder, key);
  requireKey(manifest, BackupKey.in(keys.stays) ?? key);
  refuseNewer(manifest);
  for (const table of manifest.tables) {
    await requireSame(folder, join(parts.tables, `${table.name}.ndjson.gz`), table);
  }
  await requireSame(folder, parts.list, manifest.files);
  for await (const file of filesOf({ folder })) {
    await requireSame(folder, join(parts.files, file.path), file);
  }
  return { folder, manifest, keysFrom };
}
