import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { settingsOfProcess } from '@zhiyu/config/settings';
import { entities } from '../entities.js';
import { makeBackup } from '../platform/backup/make-backup.js';
import { makeDataSource } from '../platform/database/data-source.js';
import { versionOfProduct } from '../start.js';
import { type CommandIo, UsageError } from './io.js';
import { sayingWhy } from './saying-why.js';

/** Folders of the data folder with files that rows name. */
const folders = ['recordings', 'resumes', 'drafts'];

const keyStays =
  '密钥（keys/）不在备份里：请另外保管，没有它就恢复不了 ' +
  'the key (keys/) is not in it: keep it elsewhere, without it nothing can be restored\n';
const keyIsIn =
  '密钥也在备份里：谁拿到它，就能读里面的一切 the key is in it: who has this backup can read everything in it\n';

/** `zhiyu backup FOLDER [--with-keys]`: a consistent copy of the database and the files, while the server goes on. */
export async function backupCommand(args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'with-keys': { type: 'boolean', default: false } },
  });
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    throw new UsageError('backup FOLDER [--with-keys]');
  }
  const { data } = settingsOfProcess();
  const place = { dataDir: data.DATA_DIR, url: data.DATABASE_URL };
  const target = resolve(folder);
  const withKeys = values['with-keys'];
  const order = { place, folders, target, withKeys, product: versionOfProduct(), now: Date.now() };
  const { manifest, count, gone } = await sayingWhy(() =>
    makeBackup(order, () => makeDataSource(place, entities).initialize()),
  );
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  io.err(`${rows} 行 rows, ${count} 个文件 files\n`);
  io.err(gone > 0 ? `${gone} 个文件在备份时被删 files were deleted meanwhile\n` : '');
  io.err(withKeys ? keyIsIn : keyStays);
  io.out(`${target}\n`);
  return 0;
}
