import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDataSource } from '@zhiyu/server/platform/database/data-source';

/** The server to make databases on, when the tests run on MariaDB. */
const serverUrl = process.env.DATABASE_URL ?? '';

/** True when this run of the tests is on MariaDB. */
export const onMariadb = serverUrl !== '';

/** A data folder, and on MariaDB an empty database, for one application under test. */
export interface TestPlace {
  dataDir: string;
  /** Absent on SQLite. */
  url: string | undefined;
  /** Removes both. */
  remove(): Promise<void>;
}

async function onServer(sql: string): Promise<void> {
  const server = makeDataSource({ dataDir: '', url: serverUrl }, []);
  await server.initialize();
  try {
    await server.query(sql);
  } finally {
    await server.destroy();
  }
}

/** A fresh place that nobody else uses. */
export async function makePlace(): Promise<TestPlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhiyu test '));
  const removeFolder = () => {
    rmSync(dataDir, { recursive: true, force: true });
  };
  if (!onMariadb) {
    return {
      dataDir,
      url: undefined,
      remove: () => {
        removeFolder();
        return Promise.resolve();
      },
    };
  }
  const name = `zhiyu_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    dataDir,
    url: url.toString(),
    remove: async () => {
      removeFolder();
      await onServer(`DROP DATABASE ${name}`);
    },
  };
}
