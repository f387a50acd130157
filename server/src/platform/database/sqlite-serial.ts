import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import libsql from 'libsql';
import type { DataSource, EntityManager, ObjectLiteral, QueryResult } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { Checkpoints } from './checkpoints.js';
import { SqliteStatements } from './sqlite-statements.js';
import { isBusy, SqliteWriter, type Turn } from './sqlite-writer.js';

const busyTries = 100;
const inMemory = ':memory:';
const changesRows = /^\s*(INSERT|UPDATE|DELETE|REPLACE)\b/i;
const readsRows = /^\s*SELECT\b/i;

/** Set within a transaction's callback, once somebody watches. */
let inside: AsyncLocalStorage<{ open: boolean }> | undefined;

/**
 * From now on a query that goes past the manager of its own transaction is refused at once; unwatched it reads
 * what is committed, or waits for its own end and fails after a while. For tests: following every promise makes
 * each of them slower by half.
 */
export function watchTransactions(): void {
  inside ??= new AsyncLocalStorage();
}

/** What all runners of one SQLite file share: a connection that writes, and one that reads what is committed. */
class Connection {
  readonly writer: SqliteWriter;
  private readonly checkpoints: Checkpoints | undefined;
  private writingEnd: SqliteStatements | undefined;
  private readingEnd: SqliteStatements | undefined;

  constructor(readonly driver: BetterSqlite3Driver) {
    const { database } = driver.options;
    this.checkpoints = database === inMemory ? undefined : new Checkpoints(database);
    this.writer = new SqliteWriter(
      () => this.writing,
      (now) => this.checkpoints?.committed(now),
    );
  }

  get writing(): SqliteStatements {
    return (this.writingEnd ??= writerOf(this.driver.databaseConnection as libsql.Database));
  }

  /** Undefined in memory, which no second connection can read. */
  get reading(): SqliteStatements | undefined {
    const { database } = this.driver.options;
    if (database === inMemory || !this.driver.databaseConnection) {
      return undefined;
    }
    return (this.readingEnd ??= openReader(database));
  }

  async close(): Promise<void> {
    await this.checkpoints?.close();
    await this.writer.alone(() => {
      this.readingEnd?.close();
      this.readingEnd = undefined;
      this.writingEnd = undefined;
    });
  }
}

/** Once it is open it never waits inside SQLite, which would stop the whole process: the writer asks again. */
function writerOf(connection: libsql.Database): SqliteStatements {
  connection.pragma('busy_timeout = 0');
  return new SqliteStatements(connection);
}

function openReader(file: string): SqliteStatements {
  const connection = new libsql(file);
  connection.pragma('query_only = ON');
  connection.pragma('busy_timeout = 20');
  return new SqliteStatements(connection);
}

/** A query runner of its own for every caller; a transaction owns the writing connection until it ends. */
class SerialRunner extends BetterSqlite3QueryRunner {
  private turn: Turn | undefined;

  constructor(private readonly shared: Connection) {
    super(shared.driver);
  }

  override async startTransaction(): Promise<void> {
    if (!this.turn) {
      this.refuseInside();
      this.turn = await this.shared.writer.enter();
    }
    await super.startTransaction();
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    this.forgetEnded();
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction();
    } finally {
      this.forgetEnded();
    }
  }

  override async release(): Promise<void> {
    this.turn?.drop();
    this.turn = undefined;
    await super.release();
  }

  override async query<T = unknown>(
    sql: string,
    parameters: unknown[] = [],
    structured = false,
  ): Promise<T> {
    const result = this.turn
      ? await this.within(this.turn, sql, parameters)
      : await this.beside(sql, parameters);
    return (structured ? result : result?.raw) as T;
  }

  private async within(
    turn: Turn,
    sql: string,
    parameters: unknown[],
  ): Promise<QueryResult | undefined> {
    switch (sql) {
      case 'BEGIN TRANSACTION':
        return undefined;
      case 'COMMIT':
        await turn.keep();
        return undefined;
      case 'ROLLBACK':
        turn.drop();
        return undefined;
      default:
        return this.shared.writing.run(sql, parameters);
    }
  }

  /** A query of its own: reads what is committed, or is a transaction of one statement. */
  private async beside(sql: string, parameters: unknown[]): Promise<QueryResult> {
    this.refuseInside();
    const { reading, writer } = this.shared;
    if (reading && readsRows.test(sql)) {
      return readWith(reading, sql, parameters);
    }
    if (!changesRows.test(sql)) {
      return writer.alone(() => this.shared.writing.run(sql, parameters));
    }
    const turn = await writer.enter();
    try {
      const result = this.shared.writing.run(sql, parameters);
      await turn.keep();
      return result;
    } finally {
      turn.drop();
    }
  }

  private refuseInside(): void {
    if (inside?.getStore()?.open) {
      throw new Error(
        'query outside the open transaction: use the manager that the transaction gave',
      );
    }
  }

  private forgetEnded(): void {
    if (!this.isTransactionActive) {
      this.turn?.drop();
      this.turn = undefined;
    }
  }
}

/** A reader waits only while another process opens or closes the file. */
async function readWith(
  reading: SqliteStatements,
  sql: string,
  parameters: unknown[],
): Promise<QueryResult> {
  for (let tries = 0; ; tries++) {
    try {
      return reading.run(sql, parameters);
    } catch (error) {
      if (!isBusy(error) || tries >= busyTries) {
        throw error;
      }
      await sleep(5);
    }
  }
}

/** Numbers are bound like everything else: written into the text they make a new statement of every call. */
function bindNumbers(driver: BetterSqlite3Driver): void {
  const original = driver.escapeQueryWithParameters.bind(driver);
  driver.escapeQueryWithParameters = (sql, parameters) => {
    const numbers = Object.entries(parameters).filter(([, value]) => typeof value === 'number');
    const hidden: [string, Bound][] = numbers.map(([name, value]) => [
      name,
      new Bound(value as number),
    ]);
    const all: ObjectLiteral = { ...parameters, ...Object.fromEntries(hidden) };
    const [text, values] = original(sql, all);
    return [
      text,
      values.map((value) => (value instanceof Bound ? value.number : value) as unknown),
    ];
  };
}

/** A number that TypeORM takes for a value of an unknown kind. */
class Bound {
  constructor(readonly number: number) {}
}

/**
 * TypeORM gives every caller of a SQLite file the same query runner, so that overlapping transactions
 * become savepoints of one another and a rollback of one loses the others. Here they wait for one another.
 */
export function serializeSqlite(dataSource: DataSource): DataSource {
  const driver = dataSource.driver as BetterSqlite3Driver;
  const shared = new Connection(driver);
  bindNumbers(driver);
  driver.createQueryRunner = () => new SerialRunner(shared);
  const disconnect = driver.disconnect.bind(driver);
  driver.disconnect = async () => {
    await shared.close();
    await disconnect();
  };
  const manager = dataSource.manager;
  const original = manager.transaction.bind(manager) as (...args: unknown[]) => Promise<unknown>;
  Object.assign(manager, {
    transaction: (...args: unknown[]) => {
      const at = args.findIndex((arg) => typeof arg === 'function');
      const run = args[at] as (manager: EntityManager) => Promise<unknown>;
      if (!inside) {
        return original(...args);
      }
      const watch = inside;
      const store = { open: true };
      const guarded = (inner: EntityManager) => watch.run(store, () => run(inner));
      return original(...args.slice(0, at), guarded).finally(() => (store.open = false));
    },
  });
  return dataSource;
}
