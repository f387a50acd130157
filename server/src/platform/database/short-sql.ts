import { type DataSource, type EntityMetadata, FindOperator } from 'typeorm';

type Row = Record<string, unknown>;

/** More values in one list are left to the query builder: each length is a statement of its own. */
const listAtMost = 40;

/** What rows are chosen by: columns that equal a value, or are among values. */
export interface Chosen {
  /** By the names of the properties. */
  by: Record<string, unknown[]>;
  order: [name: string, way: 'ASC' | 'DESC'][];
  take: number | null;
  /** Nobody else changes them until the transaction ends. */
  lock: boolean;
}

/** An object that somebody wrote out, not one of a class such as an operator of TypeORM. */
function isPlain(value: unknown): value is Row {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

function isKey(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The values that a column may have; null: this condition is no simple one. */
function valuesOf(wanted: unknown): unknown[] | null {
  if (isKey(wanted)) {
    return [wanted];
  }
  const list: unknown =
    wanted instanceof FindOperator && wanted.type === 'in' ? wanted.value : null;
  const simple = Array.isArray(list) && list.length > 0 && list.length <= listAtMost;
  return simple && list.every(isKey) ? list : null;
}

/** What a `where` of TypeORM chooses, when it is a simple one. */
export function simpleWhere(metadata: EntityMetadata, where: unknown): Chosen['by'] | null {
  if (!isPlain(where)) {
    return null;
  }
  const by: Chosen['by'] = {};
  for (const [name, wanted] of Object.entries(where)) {
    const values = valuesOf(wanted);
    if (!values || !metadata.findColumnWithPropertyName(name)) {
      return null;
    }
    by[name] = values;
  }
  return Object.keys(by).length > 0 ? by : null;
}

function simpleOrder(metadata: EntityMetadata, order: unknown): Chosen['order'] | null {
  const asked = isPlain(order) ? Object.entries(order) : order === undefined ? [] : null;
  const known = asked?.filter(
    (one): one is Chosen['order'][0] =>
      (one[1] === 'ASC' || one[1] === 'DESC') && !!metadata.findColumnWithPropertyName(one[0]),
  );
  return known?.length === asked?.length ? (known ?? null) : null;
}

/** Whether rows are to be locked for changing them; null: asked for in some other way. */
function simpleLock(lock: unknown): boolean | null {
  if (lock === undefined) {
    return false;
  }
  return isPlain(lock) && lock['mode'] === 'pessimistic_write' && Object.keys(lock).length === 1
    ? true
    : null;
}

/** What options of TypeORM choose, when they are simple: equal columns, an order of columns, a number of rows, a lock. */
export function simpleChoice(metadata: EntityMetadata, options: unknown): Chosen | null {
  if (!isPlain(options)) {
    return null;
  }
  const { where, order, take, lock, ...more } = options;
  const by = simpleWhere(metadata, where);
  const inOrder = simpleOrder(metadata, order);
  const locked = simpleLock(lock);
  const count = take === undefined ? null : typeof take === 'number' ? take : undefined;
  const simple = by && inOrder && locked !== null && count !== undefined;
  return simple && Object.keys(more).length === 0
    ? { by, order: inOrder, take: count, lock: locked }
    : null;
}

/** Statements on one table as TypeORM would make them, each text made once. */
export class ShortSql {
  private readonly texts = new Map<string, string>();
  private readonly table: string;

  constructor(
    private readonly driver: DataSource['driver'],
    private readonly metadata: EntityMetadata,
  ) {
    this.table = driver.escape(metadata.tableName);
  }

  select({ by, order, take, lock }: Chosen): string {
    const key = `select ${shapeOf(by)} ${order.join(' ')} ${take ?? ''} ${String(lock)}`;
    return this.text(key, () => {
      const columns = this.metadata.columns.map(({ propertyName }) => this.name(propertyName));
      const sorted = order.map(([name, way]) => `${this.name(name)} ${way}`);
      const parts = [
        `SELECT ${columns.join(', ')} FROM ${this.table} ${this.where(by)}`,
        ...(sorted.length > 0 ? [`ORDER BY ${sorted.join(', ')}`] : []),
        ...(take === null ? [] : [`LIMIT ${take}`]),
        // SQLite's writers come one by one anyway, and it knows no such lock.
        ...(lock && this.driver.options.type !== 'better-sqlite3' ? ['FOR UPDATE'] : []),
      ];
      return parts.join(' ');
    });
  }

  exists(by: Chosen['by']): string {
    return this.text(
      `exists ${shapeOf(by)}`,
      () => `SELECT 1 AS found FROM ${this.table} ${this.where(by)} LIMIT 1`,
    );
  }

  delete(by: Chosen['by']): string {
    return this.text(`delete ${shapeOf(by)}`, () => `DELETE FROM ${this.table} ${this.where(by)}`);
  }

  update(names: string[], by: Chosen['by']): string {
    return this.text(`update ${names.join(' ')} ${shapeOf(by)}`, () => {
      const changes = names.map((name) => `${this.name(name)} = ?`);
      return `UPDATE ${this.table} SET ${changes.join(', ')} ${this.where(by)}`;
    });
  }

  insert(rows: number): string {
    return this.text(`insert ${rows}`, () => {
      const columns = this.metadata.columns.map(({ propertyName }) => this.name(propertyName));
      const row = `(${columns.map(() => '?').join(', ')})`;
      const all = Array.from({ length: rows }, () => row);
      return `INSERT INTO ${this.table} (${columns.join(', ')}) VALUES ${all.join(', ')}`;
    });
  }

  /** Values as the driver binds them, in the order of the statement's conditions. */
  boundOf(by: Chosen['by']): unknown[] {
    return Object.entries(by).flatMap(([name, values]) =>
      values.map((value) => this.stored(name, value)),
    );
  }

  /** A value of a property as its column stores it. */
  stored(name: string, value: unknown): unknown {
    return this.driver.preparePersistentValue(value, this.column(name)) as unknown;
  }

  /** A row of the driver as the entity. */
  entity(row: Row): Row {
    const made = this.metadata.create() as Row;
    for (const column of this.metadata.columns) {
      made[column.propertyName] = this.driver.prepareHydratedValue(
        row[column.databaseName],
        column,
      ) as unknown;
    }
    return made;
  }

  private where(by: Chosen['by']): string {
    const all = Object.entries(by).map(([name, { length }]) =>
      length === 1
        ? `${this.name(name)} = ?`
        : `${this.name(name)} IN (${Array.from({ length }, () => '?').join(', ')})`,
    );
    return `WHERE ${all.join(' AND ')}`;
  }

  private name(property: string): string {
    return this.driver.escape(this.column(property).databaseName);
  }

  private column(property: string) {
    const column = this.metadata.findColumnWithPropertyName(property);
    if (!column) {
      throw new Error(`${this.metadata.name} has no column ${property}`);
    }
    return column;
  }

  private text(key: string, make: () => string): string {
    const known = this.texts.get(key);
    if (known !== undefined) {
      return known;
    }
    const made = make();
    this.texts.set(key, made);
    return made;
  }
}

/** Conditions of the same shape have the same text. */
function shapeOf(by: Chosen['by']): string {
  return Object.entries(by)
    .map(([name, values]) => `${name}:${values.length}`)
    .join(' ');
}
