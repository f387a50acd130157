import 'reflect-metadata';
import { settingsOfProcess } from '@zhiyu/config/settings';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../platform/database/data-source.js';
import { type CommandIo, UsageError } from './io.js';

async function migrate(dataSource: DataSource): Promise<string[]> {
  const done = await dataSource.runMigrations({ transaction: 'each' });
  return done.map((one) => one.name);
}

/** The newest step back; its tables and what they hold are gone. */
async function revert(dataSource: DataSource): Promise<string[]> {
  const before = await namesOf(dataSource);
  await dataSource.undoLastMigration({ transaction: 'each' });
  const after = await namesOf(dataSource);
  return before.filter((name) => !after.includes(name));
}

async function namesOf(dataSource: DataSource): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    if (!(await runner.hasTable('migrations'))) {
      return [];
    }
    const rows = (await runner.query('SELECT name FROM migrations ORDER BY id')) as {
      name: string;
    }[];
    return rows.map((row) => row.name);
  } finally {
    await runner.release();
  }
}

/** `zhiyu db migrate|revert`: the tables alone, without the product on top. */
export async function dbCommand(args: string[], io: CommandIo): Promise<number> {
  const verb = args.join(' ');
  if (verb !== 'migrate' && verb !== 'revert') {
    throw new UsageError('db migrate | revert');
  }
  const { data } = settingsOfProcess();
  const dataSource = makeDataSource({ dataDir: data.DATA_DIR, url: data.DATABASE_URL }, []);
  await dataSource.initialize();
  try {
    const names = verb === 'migrate' ? await migrate(dataSource) : await revert(dataSource);
    io.out(names.map((name) => `${name}\n`).join(''));
    io.err(names.length === 0 ? '没有可做的 nothing to do\n' : '');
    return 0;
  } finally {
    await dataSource.destroy();
  }
}
