import { existsSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { type Calls, fail, succeed } from './wx-calls.js';

/** The files of a mini-program, on this machine's disk. */
export function wxFiles(): object {
  interface FileCall extends Calls {
    filePath: string;
    data?: ArrayBuffer;
    position?: number;
    length?: number;
  }
  const found = (call: FileCall, work: () => object): void =>
    existsSync(call.filePath) ? succeed(call, work()) : fail(call, 'no such file');
  return {
    mkdir: (call: Calls & { dirPath: string }) => {
      mkdirSync(call.dirPath, { recursive: true });
      succeed(call);
    },
    writeFile: (call: FileCall) => {
      writeFileSync(call.filePath, Buffer.from(call.data ?? new ArrayBuffer(0)));
      succeed(call);
    },
    readFile: (call: FileCall) =>
      found(call, () => {
        const all = readFileSync(call.filePath);
        const from = call.position ?? 0;
        const part = all.subarray(from, from + (call.length ?? all.length));
        return { data: new Uint8Array(part).buffer };
      }),
    getFileInfo: (call: FileCall) => found(call, () => ({ size: statSync(call.filePath).size })),
    unlink: (call: FileCall) =>
      found(call, () => {
        unlinkSync(call.filePath);
        return {};
      }),
  };
}
