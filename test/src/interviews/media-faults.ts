import { type FileHandle, open } from 'node:fs/promises';

type Fault = (this: FileHandle, ...args: never[]) => Promise<unknown>;

/** Runs `work` while one method of every file handle is another; `original` calls the true one. */
export async function withFault<T>(
  method: 'datasync' | 'writev',
  make: (original: (handle: FileHandle, ...args: unknown[]) => Promise<unknown>) => Fault,
  work: () => Promise<T>,
): Promise<T> {
  const handle = await open('/dev/null');
  await handle.close();
  const prototype = Object.getPrototypeOf(handle) as Record<string, unknown>;
  const original = prototype[method] as (...args: unknown[]) => Promise<unknown>;
  prototype[method] = make((on, ...args) => original.apply(on, args));
  try {
    return await work();
  } finally {
    prototype[method] = original;
  }
}
