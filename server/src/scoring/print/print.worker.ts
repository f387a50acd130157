import { parentPort, workerData } from 'node:worker_threads';
import { drawReport } from './draw.js';
import type { Printed } from './printed.js';

const file = await drawReport(workerData as Printed);
parentPort?.postMessage(new Uint8Array(file));
