import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { migrations } from '@zhiyu/migrations/index';
import libsql from 'libsql';
import { ShortDataSource } from './short-manager.js';
import { serializeSqlite } from './sqlite-serial.js';

export interface DatabasePlace {
  dataDir: string;
  /** mysql://… or absent for the SQLite file in `dataDir`. */
  url?: string | undefined;
  /** File name of the SQLite database; `:memory:` is for tests of pure schema. */
  file?: string;
  /** Only these migrations, by name: the tables as they were in an older version. */
  migrations?: readonly string[];
}

/** Every migration of this version by name, oldest first. */
export const migrationNames: readonly string[] = migrations.map(({ name }) => name);

function migrationsOf({ migrations: wanted }: DatabasePlace): typeof migrations {
  return wanted ? migrations.filter(({ name }) => wanted.includes(name)) : migrations;
}

/** Where the SQLite database of a data folder lies. */
export function sqliteFile({ dataDir, file = 'zhiyu.sqlite' }: DatabasePlace): string {
  return file === ':memory:' ? file : join(dataDir, file);
}

/** Connections to MariaDB at most, and how many are there before anybody asks. */
const pool = { most: 16, ready: 8 };

type Entities = NonNullable<DataSourceOptions['entities']>;

function sqlite(place: DatabasePlace, entities: Entities): DataSource {
  mkdirSync(place.dataDir, { recursive: true });
  const database = sqliteFile(place);
  const dataSource = new ShortDataSource({
    type: 'better-sqlite3',
    database,
    driver: libsql,
    entities,
    migrations: migrationsOf(place),
    statementCacheSize: 500,
    enableWAL: database !== ':memory:',
    prepareDatabase: (db: { pragma: (text: string) => unknown }) => {
      db.pragma('synchronous = FULL');
      // In pages of 4 KiB, where the thread of checkpoints.ts does not keep up.
      db.pragma('wal_autocheckpoint = 16000');
      // While the file is opened; later the runner waits and asks again.
      db.pragma('busy_timeout = 20');
      db.pragma('foreign_keys = ON');
    },
  });
  // The driver knows no 'mediumtext'; SQLite takes any type name, and MariaDB needs this one.
  (dataSource.driver.supportedDataTypes as string[]).push('mediumtext');
  return serializeSqlite(dataSource);
}

function mariadb(url: string, place: DatabasePlace, entities: Entities): DataSource {
  const at = new URL(url);
  const socketPath = at.searchParams.get('socketPath');
  const dataSource = new ShortDataSource({
    type: 'mariadb',
    host: at.hostname,
    port: Number(at.port || 3306),
    ...(socketPath === null ? {} : { socketPath }),
    username: decodeURIComponent(at.username),
    password: decodeURIComponent(at.password),
    database: at.pathname.slice(1),
    entities,
    migrations: migrationsOf(place),
    charset: 'utf8mb4',
    timezone: 'Z',
    poolSize: pool.most,
    supportBigNumbers: true,
    // No stack is kept for a statement that may fail: the error says which it was.
    trace: false,
  });
  return readingWhatIsCommitted(dataSource);
}

interface Wire {
  query: (sql: string) => unknown;
}

/**
 * Each statement sees what is committed: after waiting for a row's lock, not what was there before it. Said once to
 * each connection; TypeORM's option says it before every transaction, which is a journey more.
 */
function readingWhatIsCommitted(dataSource: DataSource): DataSource {
  const driver = dataSource.driver as unknown as { prepareDbConnection: (wire: Wire) => Wire };
  const prepare = driver.prepareDbConnection.bind(driver);
  const told = new WeakSet<Wire>();
  driver.prepareDbConnection = (wire) => {
    if (!told.has(wire)) {
      told.add(wire);
      // Not awaited: a connection answers in order, so this is before whatever is asked next.
      wire.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    }
    return prepare(wire);
  };
  return dataSource;
}

/** The database of this installation, not yet opened. */
export function makeDataSource(place: DatabasePlace, entities: Entities): DataSource {
  return place.url === undefined ? sqlite(place, entities) : mariadb(place.url, place, entities);
}

/** Opens the database; on MariaDB also the connections of a busy moment, so that the first people wait for none. */
export async function openDatabase(dataSource: DataSource): Promise<void> {
  await dataSource.initialize();
  if (dataSource.options.type === 'mariadb') {
    await Promise.all(Array.from({ length: pool.ready }, () => dataSource.query('DO 0')));
  }
}
