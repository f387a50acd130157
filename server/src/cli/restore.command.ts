import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Settings, settingsOfProcess } from '@zhiyu/config/settings';
import type { INestApplicationContext } from '@nestjs/common';
import { type CheckedBackup, checkBackup } from '../platform/backup/check-backup.js';
import { keysFolder, parts } from '../platform/backup/manifest.js';
import { refuseUsed, restoreBackup } from '../platform/backup/restore-backup.js';
import { Database } from '../platform/database/database.js';
import { AuditLog } from '../privacy/audit.service.js';
import { Erasure } from '../privacy/erasure.service.js';
import { CommandError, type CommandIo, UsageError } from './io.js';
import { withApp } from './open-app.js';
import { sayingWhy } from './saying-why.js';

const usage = 'restore FOLDER [--keys FOLDER] [--erased FILE] [--check]';
const anId = /^[0-9A-HJKMNP-TV-Z]{26}$/;
/** Restored, but the chain of the audit log had been broken before the backup was made. */
const chainBroken = 3;

interface Seen {
  /** The first line of the audit log that does not fit; null: the chain is whole. */
  brokenAt: number | null;
  erased: number;
}

/** Ids as `zhiyu erased` prints them, one a line. @throws CommandError another line is among them */
async function erasedIn(file: string | undefined): Promise<string[]> {
  if (file === undefined) {
    return [];
  }
  const lines = (await readFile(resolve(file), 'utf8')).split('\n').map((line) => line.trim());
  const ids = lines.filter((line) => line !== '');
  const wrong = ids.find((id) => !anId.test(id));
  if (wrong !== undefined) {
    throw new CommandError(
      `${file} 不是 zhiyu erased 给的名单，没有恢复 is no list of zhiyu erased, nothing was restored: ${wrong}`,
    );
  }
  return ids;
}

/** Erases again who was erased after the backup. @returns how many of them it had brought back */
async function eraseAgain(app: INestApplicationContext, ids: string[]): Promise<number> {
  const erasure = app.get(Erasure);
  let erased = 0;
  for (const id of ids) {
    if (!(await erasure.erased(id))) {
      await app.get(Database).transaction((tx) => erasure.erase(tx, id));
      erased += 1;
    }
  }
  return erased;
}

/** Opens what was restored as the product would, which also brings older tables up to date. */
function look(settings: Settings, dataDir: string, ids: string[]): Promise<Seen> {
  const there = { ...settings, data: { ...settings.data, DATA_DIR: dataDir } };
  return withApp(async (app) => {
    const brokenAt = await app.get(AuditLog).verify();
    return { brokenAt, erased: await eraseAgain(app, ids) };
  }, there);
}

function summary({ manifest }: CheckedBackup): string {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const made = new Date(manifest.madeAt).toISOString();
  return `${made}: ${rows} 行 rows, ${manifest.files.rows} 个文件 files\n`;
}

function read(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      keys: { type: 'string' },
      erased: { type: 'string' },
      check: { type: 'boolean', default: false },
    },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    throw new UsageError(usage);
  }
  return { ...values, folder: resolve(folder) };
}

/**
 * `zhiyu restore FOLDER`: a backup into an empty data folder and an empty database. With `--check` it only reads the
 * backup. Exit code 3: restored, but the audit log was broken already when the backup was made.
 */
export async function restoreCommand(args: string[], io: CommandIo): Promise<number> {
  const { folder, keys, erased, check } = read(args);
  const settings = settingsOfProcess();
  const place = { dataDir: settings.data.DATA_DIR, url: settings.data.DATABASE_URL };
  const stays = join(place.dataDir, keysFolder);
  const mayLie =
    keys === undefined ? [stays, join(folder, parts.files, keysFolder)] : [resolve(keys)];
  return sayingWhy(async () => {
    const ids = await erasedIn(erased);
    if (!check) {
      await refuseUsed(place);
    }
    const backup = await checkBackup(folder, { mayLie, stays });
    io.err(summary(backup));
    if (check) {
      io.out('备份完好 the backup is whole\n');
      return 0;
    }
    const seen = await restoreBackup(backup, place, (dataDir) => look(settings, dataDir, ids));
    io.err(erased === undefined ? '' : `重新删除 erased again: ${seen.erased}\n`);
    io.out(`${place.dataDir}\n`);
    return sayChain(seen, io);
  });
}

function sayChain({ brokenAt }: Seen, io: CommandIo): number {
  if (brokenAt === null) {
    io.err('已恢复，审计链完整 restored, the audit chain is whole\n');
    return 0;
  }
  io.err(
    `已恢复，但审计日志从第 ${brokenAt} 条起对不上，备份时已是这样 ` +
      `restored; the audit chain is broken at line ${brokenAt}, as it was when the backup was made\n`,
  );
  return chainBroken;
}
