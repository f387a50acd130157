import type { DataSource, EntityManager } from 'typeorm';

/** A statement that changes rows. */
export interface Change {
  sql: string;
  values: unknown[];
}

const known = new WeakMap<DataSource, boolean>();

/** MariaDB takes several statements as one. MySQL and SQLite do not. */
async function takesCompounds(manager: EntityManager): Promise<boolean> {
  const { dataSource } = manager;
  if (dataSource.options.type === 'better-sqlite3') {
    return false;
  }
  const before = known.get(dataSource);
  if (before !== undefined) {
    return before;
  }
  const [row] = await manager.query<{ version: string }[]>('SELECT VERSION() AS version');
  const takes = row?.version.includes('MariaDB') ?? false;
  known.set(dataSource, takes);
  return takes;
}

/**
 * Statements one after another, inside the caller's transaction. On MariaDB they make one journey: a lock that the
 * first one takes, and others wait for, is not held while this process is busy with something else.
 */
export async function inOneJourney(manager: EntityManager, changes: Change[]): Promise<void> {
  if (await takesCompounds(manager)) {
    const sql = changes.map((change) => change.sql).join('; ');
    const values = changes.flatMap((change) => change.values);
    await manager.query(`BEGIN NOT ATOMIC ${sql}; END`, values);
    return;
  }
  for (const { sql, values } of changes) {
    await manager.query(sql, values);
  }
}
