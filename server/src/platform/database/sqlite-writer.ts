import { setTimeout as sleep } from 'node:timers/promises';
import type { SqliteStatements } from './sqlite-statements.js';

/** A group takes nobody in any more after this: who was first would wait for all of them. */
const groupMs = 8;
/** Longest wait for another process that writes. */
const busyMs = 10_000;
/** Longest wait for the turn; far more than a hundred transactions need. */
const turnMs = 60_000;

/** True for SQLite's "somebody else writes": the whole statement may be tried again. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) {
    return false;
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /SQLITE_BUSY|database is locked/.test(`${error.message} ${code}`);
}

/** @throws when the turn does not come, because a transaction waits for another one that it began itself. */
async function inTime(turn: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('the database was not free for writing in time'));
    }, turnMs);
  });
  try {
    await Promise.race([turn, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Transactions that wait for one commit. */
interface Group {
  since: number;
  /** When the commit is on the disk; an error when none of it is there. */
  settled: Promise<void>;
  settle: (error?: unknown) => void;
}

function newGroup(): Group {
  let settle: Group['settle'] = () => undefined;
  const settled = new Promise<void>((resolve, reject) => {
    settle = (error) => {
      if (error === undefined) {
        resolve();
      } else {
        reject(error instanceof Error ? error : new Error('the commit failed'));
      }
    };
  });
  // Heard by each of its transactions; a group of none has nobody to tell.
  settled.catch(() => undefined);
  return { since: performance.now(), settled, settle };
}

/** The one who may write now. */
export interface Turn {
  /** What was written counts. Resolves when it is on the disk. */
  keep(): Promise<void>;
  /** Nothing was written. Harmless after `keep`. */
  drop(): void;
}

/**
 * The writing end of a SQLite file. One transaction runs at a time, first come first served, and those that
 * queue share one commit: each is a savepoint of it, so that it can be rolled back alone, and each is told that
 * it is kept only after the commit that holds it was synced. A sync costs as much as fifty statements.
 */
export class SqliteWriter {
  private tail: Promise<void> = Promise.resolve();
  private waiting = 0;
  private taken = false;
  /** A commit is on its way. */
  private soon = false;
  private group: Group | undefined;
  /** When the last commit ended, and how long it took. */
  private committedAt = 0;
  private commitMs = 0;

  /** @param committed is called after each commit, with the moment by performance.now() */
  constructor(
    private readonly statements: () => SqliteStatements,
    private readonly committed: (now: number) => void = () => undefined,
  ) {}

  /** Waits for the turn. @throws busy when another process writes and does not end. */
  async enter(): Promise<Turn> {
    const free = await this.take();
    try {
      this.group ??= await this.begin();
      this.statements().exec('SAVEPOINT turn');
    } catch (error) {
      this.pass(free);
      throw error;
    }
    return this.turnOf(free);
  }

  /** Runs what cannot stand in a transaction. */
  async alone<T>(work: () => T): Promise<T> {
    const free = await this.take();
    try {
      this.commit();
      return work();
    } finally {
      free();
    }
  }

  private turnOf(free: () => void): Turn {
    const group = this.group;
    let ended = false;
    const end = (sql: string): void => {
      ended = true;
      try {
        this.statements().exec(sql);
      } catch (error) {
        // A full disk or a broken file ended the transaction of all of them.
        this.abandon(error);
      }
      this.pass(free);
    };
    return {
      keep: async () => {
        end('RELEASE turn');
        await group?.settled;
      },
      drop: () => {
        if (!ended) {
          end('ROLLBACK TO turn; RELEASE turn');
        }
      },
    };
  }

  private async take(): Promise<() => void> {
    const before = this.tail;
    let free: () => void = () => undefined;
    this.tail = new Promise((resolve) => (free = resolve));
    const alone = !this.taken && this.waiting === 0;
    this.waiting += 1;
    try {
      await (alone ? before : inTime(before));
    } catch (error) {
      void before.then(free);
      throw error;
    } finally {
      this.waiting -= 1;
    }
    this.taken = true;
    return () => {
      this.taken = false;
      free();
    };
  }

  /** The next one goes on in the same group; the group ends when it is old, or nobody comes. */
  private pass(free: () => void): void {
    if (this.group && performance.now() - this.group.since >= groupMs) {
      this.commit();
      // Whoever writes from promise to promise would keep the process from reading what people ask.
      setImmediate(free);
      return;
    }
    if (this.waiting === 0) {
      this.commitSoon();
    }
    free();
  }

  /**
   * A slow disk gets half of the time at most, and so larger groups; those who come meanwhile join this one. Asked
   * for once at a time: many that wait would run one after another, and nothing that arrives be read between them.
   */
  private commitSoon(): void {
    if (this.soon) {
      return;
    }
    this.soon = true;
    const commit = (): void => {
      this.soon = false;
      if (!this.taken && this.waiting === 0) {
        this.commit();
      }
    };
    // Requests that have arrived already are read before this runs.
    const afterReading = (): void => {
      setImmediate(commit);
    };
    const pause = this.committedAt + this.commitMs - performance.now();
    if (pause >= 1) {
      setTimeout(afterReading, pause);
    } else {
      afterReading();
    }
  }

  private commit(): void {
    const group = this.group;
    if (!group) {
      return;
    }
    const from = performance.now();
    try {
      this.statements().exec('COMMIT');
      this.committedAt = performance.now();
      this.commitMs = this.committedAt - from;
      this.group = undefined;
      group.settle();
      this.committed(this.committedAt);
    } catch (error) {
      this.abandon(error);
    }
  }

  private abandon(error: unknown): void {
    const group = this.group;
    this.group = undefined;
    if (this.statements().inTransaction) {
      this.statements().exec('ROLLBACK');
    }
    group?.settle(error);
  }

  /** IMMEDIATE takes the write lock at once: a deferred BEGIN that turns to writing cannot be repeated. */
  private async begin(): Promise<Group> {
    const from = performance.now();
    for (;;) {
      try {
        this.statements().exec('BEGIN IMMEDIATE');
        return newGroup();
      } catch (error) {
        if (!isBusy(error) || performance.now() - from > busyMs) {
          throw error;
        }
        // By chance, so that two processes do not ask in step.
        await sleep(1 + Math.random() * 3);
      }
    }
  }
}
