import { parentPort } from 'node:worker_threads';
import { type Order, perform } from './tasks.js';
import type { Answer } from './thread-pool.js';

/** An error of a task is an answer too: the thread goes on with its dictionary. */
function answerTo(order: Order): Answer {
  try {
    return { result: perform(order) };
  } catch (error) {
    return { error };
  }
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(answerTo(order)));
