import { once } from 'node:events';
import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** A log larger than this is worth moving into the database file. */
const worthBytes = 4 * 1024 * 1024;
const everyMs = 500;

/**
 * Empties the log of a SQLite file from a thread of its own. Where the writing connection does it, some commit
 * takes a hundred times as long as the others, and everybody waits.
 */
export class Checkpoints {
  private worker: Worker | undefined;
  private working = false;
  private looked = 0;

  constructor(private readonly file: string) {}

  /** After a commit. */
  committed(now: number): void {
    if (this.working || now - this.looked < everyMs) {
      return;
    }
    this.looked = now;
    const log = statSync(`${this.file}-wal`, { throwIfNoEntry: false });
    if (log && log.size >= worthBytes) {
      this.working = true;
      this.thread().postMessage('checkpoint');
    }
  }

  /** The thread ends by itself: cut off inside the database's native code it would take the process with it. */
  async close(): Promise<void> {
    const { worker } = this;
    if (worker) {
      worker.ref();
      const ended = once(worker, 'exit');
      worker.postMessage('end');
      await ended;
    }
  }

  private thread(): Worker {
    if (this.worker) {
      return this.worker;
    }
    const worker = new Worker(new URL('./checkpoint.worker.js', import.meta.url), {
      workerData: this.file,
    });
    const free = (): void => {
      this.working = false;
    };
    worker.on('message', free);
    worker.on('error', free);
    worker.on('exit', () => {
      this.worker = undefined;
      free();
    });
    worker.unref();
    this.worker = worker;
    return worker;
  }
}
