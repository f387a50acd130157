import { rmSync, statSync } from 'node:fs';
import libsql from 'libsql';

/**
 * Moves all of the log into a database file that nobody uses any more, so that the file alone is the database.
 * @throws when somebody still reads in it
 */
export function settleLog(file: string): void {
  const connection = new libsql(file);
  try {
    connection.pragma('busy_timeout = 5000');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  if (log && log.size > 0) {
    throw new Error(`${file} is still in use`);
  }
  rmSync(`${file}-wal`, { force: true });
  rmSync(`${file}-shm`, { force: true });
}
