import type { DataSource, EntityManager } from 'typeorm';

/** A row as the database has it: column to value. */
export type Row = Record<string, string | number | null>;

/** Below SQLite's limit of 32,766 values in a statement. */
const valuesAtMost = 10_000;
/** Below MariaDB's default `max_allowed_packet` of 16 MB, also where each character takes four bytes. */
const charactersAtMost = 3_000_000;

const lengthOf = (row: Row) =>
  Object.values(row).reduce<number>((sum, value) => sum + String(value).length, 0);

/** The rows in order, in groups that one statement can carry. */
function* groups(rows: Row[]): Generator<Row[]> {
  const most = Math.floor(valuesAtMost / Math.max(1, Object.keys(rows[0] ?? {}).length));
  let group: Row[] = [];
  let characters = 0;
  for (const row of rows) {
    const length = lengthOf(row);
    if (group.length === most || (group.length > 0 && characters + length > charactersAtMost)) {
      yield group;
      group = [];
      characters = 0;
    }
    group.push(row);
    characters += length;
  }
  if (group.length > 0) {
    yield group;
  }
}

async function insertChunk(manager: EntityManager, table: string, rows: Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const names = columns.map((column) => `\`${column}\``).join(',');
  const marks = `(${columns.map(() => '?').join(',')})`;
  const values = rows.flatMap((row) => columns.map((column) => row[column] ?? null));
  await manager.query(
    `INSERT INTO \`${table}\` (${names}) VALUES ${rows.map(() => marks).join(',')}`,
    values,
  );
}

/** Inserts rows of equal columns by plain multi-row statements, in one transaction. */
export async function insertRows(
  dataSource: DataSource,
  tables: Record<string, Row[]>,
): Promise<void> {
  await dataSource.manager.transaction(async (manager) => {
    for (const [table, rows] of Object.entries(tables)) {
      for (const group of groups(rows)) {
        await insertChunk(manager, table, group);
      }
    }
  });
}

/** The rows of a table where `column` has this value, as the database gives them. */
export async function rowsWhere(
  dataSource: DataSource,
  table: string,
  where: { column: string; value: string },
): Promise<Row[]> {
  const sql = `SELECT * FROM \`${table}\` WHERE \`${where.column}\` = ?`;
  return dataSource.query<Row[]>(sql, [where.value]);
}

/** The only row there. @throws Error when there is none, or more. */
export async function rowWhere(
  dataSource: DataSource,
  table: string,
  where: { column: string; value: string },
): Promise<Row> {
  const rows = await rowsWhere(dataSource, table, where);
  if (rows.length !== 1 || !rows[0]) {
    throw new Error(`${rows.length} rows in ${table} where ${where.column} = ${where.value}`);
  }
  return rows[0];
}
