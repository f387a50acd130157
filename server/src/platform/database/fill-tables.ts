import type { DataSource, QueryRunner } from 'typeorm';
import type { TableShape, Value } from './snapshot.js';

/** Rows of one insert, and characters of their texts: far below what a server takes as one packet. */
const atOnce = { rows: 200, characters: 1_000_000 };

/** A table to fill and how many rows it must have in the end. */
export interface FilledTable extends TableShape {
  rows: number;
}

type RowsOf = (table: FilledTable) => AsyncIterable<Value[]>;

/** Names of the tables that are there, whoever made them. */
export async function tablesOf(dataSource: DataSource): Promise<string[]> {
  const sql =
    dataSource.options.type === 'better-sqlite3'
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
  const rows = await dataSource.query<{ name: string }[]>(sql);
  return rows.map(({ name }) => name);
}

/** Takes every table away, so that a database which was empty is empty again. */
export async function dropTables(dataSource: DataSource): Promise<void> {
  for (const name of await tablesOf(dataSource)) {
    await dataSource.query(`DROP TABLE ${dataSource.driver.escape(name)}`);
  }
}

function lengthOf(row: Value[]): number {
  return row.reduce<number>((sum, one) => sum + (typeof one === 'string' ? one.length : 8), 0);
}

/** Rows in groups that fit one statement. */
async function* grouped(rows: AsyncIterable<Value[]>): AsyncGenerator<Value[][]> {
  let group: Value[][] = [];
  let characters = 0;
  for await (const row of rows) {
    group.push(row);
    characters += lengthOf(row);
    if (group.length >= atOnce.rows || characters >= atOnce.characters) {
      yield group;
      group = [];
      characters = 0;
    }
  }
  if (group.length > 0) {
    yield group;
  }
}

async function fillOne(runner: QueryRunner, table: FilledTable, rowsOf: RowsOf): Promise<void> {
  const { driver } = runner.dataSource;
  const name = driver.escape(table.name);
  const columns = table.columns.map((column) => driver.escape(column)).join(', ');
  const row = `(${table.columns.map(() => '?').join(', ')})`;
  // Some migrations put in a first row, a counter for instance.
  await runner.query(`DELETE FROM ${name}`);
  for await (const group of grouped(rowsOf(table))) {
    const places = group.map(() => row).join(', ');
    await runner.query(`INSERT INTO ${name} (${columns}) VALUES ${places}`, group.flat());
  }
  const counted = (await runner.query(`SELECT COUNT(*) AS counted FROM ${name}`)) as {
    counted: number;
  }[];
  const there = Number(counted[0]?.counted);
  if (there !== table.rows) {
    throw new Error(`${table.name} has ${there} rows, not ${table.rows}`);
  }
}

/**
 * Makes the contents of freshly migrated tables exactly these rows, in one transaction.
 * @throws when a row is refused or a table ends with another number of rows; then none of it is there
 */
export async function fillTables(
  dataSource: DataSource,
  tables: FilledTable[],
  rowsOf: RowsOf,
): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    try {
      for (const table of tables) {
        await fillOne(runner, table, rowsOf);
      }
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    }
    await runner.commitTransaction();
  } finally {
    await runner.release();
  }
}
