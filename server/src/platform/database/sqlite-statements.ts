import type { Database as LibsqlDatabase, Statement } from 'libsql';
import { QueryFailedError, QueryResult } from 'typeorm';

const kept = 1000;

interface Prepared {
  statement: Statement;
  /** It gives rows. */
  reads: boolean;
}

/** Whole numbers as integers: bound as they are they would arrive as floating point. */
function bound(value: unknown): unknown {
  if (typeof value === 'boolean') {
    return value ? 1n : 0n;
  }
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** One connection to a SQLite file with the statements that were prepared on it. */
export class SqliteStatements {
  private readonly prepared = new Map<string, Prepared>();

  constructor(private readonly connection: LibsqlDatabase) {}

  get inTransaction(): boolean {
    return this.connection.inTransaction;
  }

  /** Runs a statement at once. @returns rows, or what it changed, as TypeORM's runners give them. */
  run(sql: string, parameters: readonly unknown[]): QueryResult {
    const values = parameters.map(bound);
    const result = new QueryResult();
    try {
      const { statement, reads } = this.prepare(sql);
      if (reads) {
        const rows = statement.all(values);
        result.raw = rows;
        result.records = rows;
      } else {
        const { changes, lastInsertRowid } = statement.run(values);
        result.affected = changes;
        result.raw = lastInsertRowid;
      }
      return result;
    } catch (error) {
      throw new QueryFailedError(sql, [...parameters], error as Error);
    }
  }

  /** Runs text that has no values and gives no rows. */
  exec(sql: string): void {
    this.connection.exec(sql);
  }

  close(): void {
    this.prepared.clear();
    this.connection.close();
  }

  private prepare(sql: string): Prepared {
    const known = this.prepared.get(sql);
    if (known) {
      return known;
    }
    const statement = this.connection.prepare(sql);
    const made = { statement, reads: statement.reader };
    if (this.prepared.size >= kept) {
      const [oldest = ''] = this.prepared.keys();
      this.prepared.delete(oldest);
    }
    this.prepared.set(sql, made);
    return made;
  }
}
