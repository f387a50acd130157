import { parentPort, workerData } from 'node:worker_threads';
import libsql from 'libsql';

/** Moves what was committed from the log into the database file, for as long as nobody has to wait for it. */
const connection = new libsql(workerData as string);
connection.pragma('busy_timeout = 0');

parentPort?.on('message', (order) => {
  if (order === 'end') {
    connection.close();
    parentPort?.close();
    return;
  }
  try {
    connection.pragma('wal_checkpoint(PASSIVE)');
  } catch {
    // Busy: another process does the same.
  }
  parentPort?.postMessage('done');
});
