import { parentPort } from 'node:worker_threads';

/** A thread that dies with its first orders, as many as `dies` says, and answers the others. */
parentPort?.on('message', ({ count, dies }: { count: Int32Array; dies: number }) => {
  const before = Atomics.add(count, 0, 1);
  if (before < dies) {
    process.exit(3);
  }
  parentPort?.postMessage({ result: before });
});
