import { existsSync } from 'node:fs';
import libsql from 'libsql';
import type { DataSource } from 'typeorm';

/** What a column may hold, as both databases give it; JSON columns as their text. */
export type Value = string | number | null;

/** A table and its columns, by the names in the database. */
export interface TableShape {
  name: string;
  columns: string[];
}

type Row = Record<string, unknown>;
type Read = (sql: string) => AsyncIterable<Row> | Iterable<Row>;

/** All tables as they were at one moment, while others go on writing. */
export interface Snapshot {
  tables: TableShape[];
  /** Names of the migrations that were run, oldest first. */
  migrations: string[];
  /** The rows of a table in the order of its primary key, one at a time: values in the order of the columns. */
  rows(table: TableShape): AsyncIterable<Value[]>;
  close(): Promise<void>;
}

interface Moment {
  read: Read;
  end(): Promise<void>;
}

/** A reading transaction on a connection of its own: in WAL it sees one commit, and keeps nobody from writing. */
function momentOfSqlite(file: string): Moment {
  if (!existsSync(file)) {
    throw new Error(`there is no database at ${file}`);
  }
  const connection = new libsql(file);
  connection.pragma('query_only = ON');
  connection.pragma('busy_timeout = 5000');
  connection.exec('BEGIN');
  return {
    read: (sql) => connection.prepare(sql).iterate([]) as Iterable<Row>,
    end: () => {
      connection.exec('ROLLBACK');
      connection.close();
      return Promise.resolve();
    },
  };
}

/** One transaction that reads what was committed when it began. */
async function momentOfMariadb(dataSource: DataSource): Promise<Moment> {
  const runner = dataSource.createQueryRunner();
  await runner.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
  return {
    read: async function* (sql) {
      yield* (await runner.stream(sql)) as AsyncIterable<Row>;
    },
    end: async () => {
      await runner.query('ROLLBACK');
      await runner.release();
    },
  };
}

function valueOf(value: unknown, where: string): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number') {
    return value;
  }
  throw new Error(`${where} holds a ${typeof value}, which a backup has no form for`);
}

async function namesOfMigrations(read: Read): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of read('SELECT name FROM migrations ORDER BY id')) {
    names.push(String(name));
  }
  return names;
}

/** The text that reads a whole table: JSON as its text, which the drivers would otherwise read each in its own way. */
function selectOf({ driver, entityMetadatas }: DataSource, { name }: TableShape): string {
  const metadata = entityMetadatas.find(({ tableName }) => tableName === name);
  if (!metadata) {
    throw new Error(`there is no table ${name}`);
  }
  const columns = metadata.columns.map(({ databaseName, type }) => {
    const escaped = driver.escape(databaseName);
    return type === 'json' ? `CAST(${escaped} AS CHAR) AS ${escaped}` : escaped;
  });
  const keys = metadata.primaryColumns.map((column) => driver.escape(column.databaseName));
  return `SELECT ${columns.join(', ')} FROM ${driver.escape(name)} ORDER BY ${keys.join(', ')}`;
}

/**
 * Holds on to this moment of the database until it is closed.
 * @param dataSource open, with the entities whose tables are meant
 */
export async function openSnapshot(dataSource: DataSource): Promise<Snapshot> {
  const { options, entityMetadatas } = dataSource;
  const moment =
    options.type === 'better-sqlite3'
      ? momentOfSqlite(options.database)
      : await momentOfMariadb(dataSource);
  const tables = entityMetadatas.map(({ tableName, columns }) => ({
    name: tableName,
    columns: columns.map(({ databaseName }) => databaseName),
  }));
  return {
    tables: tables.sort((one, other) => (one.name < other.name ? -1 : 1)),
    // Read at once: SQLite's transaction begins with what it reads first.
    migrations: await namesOfMigrations(moment.read),
    async *rows(table) {
      for await (const row of moment.read(selectOf(dataSource, table))) {
        yield table.columns.map((column) => valueOf(row[column], `${table.name}.${column}`));
      }
    },
    close: () => moment.end(),
  };
}
