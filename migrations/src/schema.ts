import {
  type ColumnType,
  type QueryRunner,
  Table,
  TableColumn,
  type TableColumnOptions,
  TableIndex,
} from 'typeorm';

/** A column described once, for every database. */
export interface Shape {
  type: ColumnType;
  length?: string;
  nullable?: boolean;
  primary?: boolean;
}

interface More {
  nullable?: true;
  primary?: true;
}

/** A ULID. */
export const id = (more: More = { primary: true }): Shape => ({
  type: 'varchar',
  length: '26',
  ...more,
});
/** The id of another row. */
export const ref = (more: More = {}): Shape => ({ type: 'varchar', length: '26', ...more });
export const short = (length: number, more: More = {}): Shape => ({
  type: 'varchar',
  length: String(length),
  ...more,
});
export const long = (more: More = {}): Shape => ({ type: 'mediumtext', ...more });
export const json = (more: More = {}): Shape => ({ type: 'json', ...more });
/** Milliseconds since 1970, UTC. */
export const moment = (more: More = {}): Shape => ({ type: 'bigint', ...more });
export const int = (more: More = {}): Shape => ({ type: 'int', ...more });
export const double = (more: More = {}): Shape => ({ type: 'double', ...more });
export const flag = (): Shape => ({ type: Boolean as ColumnType });

export interface IndexShape {
  columns: string[];
  unique?: true;
}

/** The driver's own name for a type, so that the schema equals the one TypeORM derives from the entities. */
function columnOf(runner: QueryRunner, name: string, shape: Shape): TableColumnOptions {
  const driver = runner.dataSource.driver;
  const described = { type: shape.type, length: shape.length ?? '', isArray: false };
  return {
    name,
    type: driver.normalizeType(described),
    length: shape.length ?? '',
    isNullable: shape.nullable ?? false,
    isPrimary: shape.primary ?? false,
  };
}

/** Creates a table; names of indexes are left to TypeORM, which makes them from table and columns. */
export async function table(
  runner: QueryRunner,
  name: string,
  columns: Record<string, Shape>,
  indices: IndexShape[] = [],
): Promise<void> {
  await runner.createTable(
    new Table({
      name,
      columns: Object.entries(columns).map(([column, shape]) => columnOf(runner, column, shape)),
      indices: indices.map((index) => ({
        columnNames: index.columns,
        isUnique: index.unique ?? false,
      })),
    }),
  );
}

/** Adds columns to a table that is there; rows that are there must do without: nullable ones only. */
export async function addColumns(
  runner: QueryRunner,
  name: string,
  columns: Record<string, Shape>,
): Promise<void> {
  const added = Object.entries(columns).map(
    ([column, shape]) => new TableColumn(columnOf(runner, column, shape)),
  );
  await runner.addColumns(name, added);
}

/** An index on a table that is there; its name is made from table and columns, as in `table`. */
export async function addIndex(
  runner: QueryRunner,
  tableName: string,
  columns: string[],
): Promise<void> {
  await runner.createIndex(tableName, new TableIndex({ columnNames: columns }));
}

export async function dropIndex(
  runner: QueryRunner,
  tableName: string,
  columns: string[],
): Promise<void> {
  await runner.dropIndex(tableName, runner.dataSource.namingStrategy.indexName(tableName, columns));
}
