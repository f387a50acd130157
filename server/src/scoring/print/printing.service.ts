import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { Printed } from './printed.js';

const longestMs = 60_000;

/** Printing reads large fonts and takes a second of processor time: a thread does it, one after another. */
@Injectable()
export class Printing {
  private turn: Promise<unknown> = Promise.resolve();

  /** @throws where the thread fails or takes longer than a minute */
  async pdf(printed: Printed): Promise<Buffer> {
    const mine = this.turn.then(() => inThread(printed));
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

function inThread(printed: Printed): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const address = new URL('./print.worker.js', import.meta.url);
    const worker = new Worker(address, { workerData: printed });
    const timer = setTimeout(() => {
      reject(new AppError('internal'));
      void worker.terminate();
    }, longestMs);
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the printing thread ended with ${code}`));
    });
  });
}
