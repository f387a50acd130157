import { Worker } from 'node:worker_threads';
import { AppError } from '@zhiyu/contracts/errors';

const longestMs = 60_000;

/** Drawing reads large fonts and takes up to a second of processor time: a thread does it, one after another. */
export class DrawingThread<Order> {
  private turn: Promise<unknown> = Promise.resolve();

  /** @param script of the thread: it posts the bytes it drew of its `workerData` */
  constructor(private readonly script: URL) {}

  /** @throws where the thread fails or takes longer than a minute */
  async draw(order: Order): Promise<Buffer> {
    const mine = this.turn.then(() => inThread(this.script, order));
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

function inThread(script: URL, order: unknown): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: order });
    const timer = setTimeout(() => {
      reject(new AppError('internal'));
      void worker.terminate();
    }, longestMs);
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the drawing thread ended with ${code}`));
    });
  });
}
