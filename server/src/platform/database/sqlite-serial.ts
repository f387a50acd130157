import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';

const busyTries = 400;

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** True for SQLite's "somebody else writes": the whole statement may be tried again. */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    /SQLITE_BUSY|database is locked/.test(`${error.message} ${codeOf(error)}`)
  );
}

/** What all runners of one SQLite connection share. */
class Connection {
  readonly statements = new Map<string, unknown>();
  /** Set within a transaction's callback, to find queries that go past its manager. */
  readonly inside = new AsyncLocalStorage<{ open: boolean }>();
  private tail: Promise<void> = Promise.resolve();

  constructor(readonly driver: BetterSqlite3Driver) {}

  /** Waits for the connection; who asks first goes first. @returns what gives it back. */
  async take(): Promise<() => void> {
    const before = this.tail;
    let free: () => void = () => undefined;
    this.tail = new Promise((resolve) => (free = resolve));
    await before;
    return free;
  }
}

/** A query runner of its own for every caller; a transaction owns the connection until it ends. */
class SerialRunner extends BetterSqlite3QueryRunner {
  private free: (() => void) | undefined;

  constructor(private readonly shared: Connection) {
    super(shared.driver);
    Object.assign(this, { stmtCache: shared.statements });
  }

  override async startTransaction(): Promise<void> {
    if (this.free) {
      return super.startTransaction();
    }
    this.free = await this.shared.take();
    try {
      await super.startTransaction();
    } catch (error) {
      this.done();
      throw error;
    }
  }

  override async commitTransaction(): Promise<void> {
    await super.commitTransaction();
    this.doneWhenEnded();
  }

  override async rollbackTransaction(): Promise<void> {
    try {
      await super.rollbackTransaction();
    } finally {
      this.doneWhenEnded();
    }
  }

  override async release(): Promise<void> {
    if (this.free) {
      try {
        await super.rollbackTransaction();
      } finally {
        this.done();
      }
    }
    await super.release();
  }

  override async query<T = unknown>(
    sql: string,
    parameters?: unknown[],
    structured?: boolean,
  ): Promise<T> {
    if (this.free) {
      return sql === 'BEGIN TRANSACTION'
        ? this.begin<T>()
        : (super.query(sql, parameters, structured) as Promise<T>);
    }
    if (this.shared.inside.getStore()?.open) {
      throw new Error(
        'query outside the open transaction: use the manager that the transaction gave',
      );
    }
    const free = await this.shared.take();
    try {
      return (await super.query(sql, parameters, structured)) as T;
    } finally {
      free();
    }
  }

  /** IMMEDIATE takes the write lock at once: a deferred BEGIN that turns to writing cannot be repeated. */
  private async begin<T>(): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        return (await super.query('BEGIN IMMEDIATE')) as T;
      } catch (error) {
        if (!isBusy(error) || tries >= busyTries) {
          throw error;
        }
        await sleep(1 + Math.random() * Math.min(25, 2 + tries));
      }
    }
  }

  private doneWhenEnded(): void {
    if (!this.isTransactionActive) {
      this.done();
    }
  }

  private done(): void {
    const free = this.free;
    this.free = undefined;
    free?.();
  }
}

/**
 * TypeORM gives every caller of a SQLite file the same query runner, so that overlapping transactions
 * become savepoints of one another and a rollback of one loses the others. Here they wait for one another.
 */
export function serializeSqlite(dataSource: DataSource): DataSource {
  const driver = dataSource.driver as BetterSqlite3Driver;
  const shared = new Connection(driver);
  driver.createQueryRunner = () => new SerialRunner(shared);
  const manager = dataSource.manager;
  const original = manager.transaction.bind(manager) as (...args: unknown[]) => Promise<unknown>;
  Object.assign(manager, {
    transaction: (...args: unknown[]) => {
      const at = args.findIndex((arg) => typeof arg === 'function');
      const run = args[at] as (manager: EntityManager) => Promise<unknown>;
      const store = { open: true };
      const guarded = (inner: EntityManager) => shared.inside.run(store, () => run(inner));
      return original(...args.slice(0, at), guarded).finally(() => (store.open = false));
    },
  });
  return dataSource;
}
