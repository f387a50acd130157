import { once } from 'node:events';
import type { Writable } from 'node:stream';

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

/**
 * Writes as fast as the reader takes it: the promise waits until the stream has room again.
 * @returns a function whose promise is false where the reader has gone (`| head`); other failures reject it
 */
export function pipeTo(stream: Writable): (text: string) => Promise<boolean> {
  let failed: Error | null = null;
  stream.on('error', (error) => (failed = error));
  const stillRead = (): boolean => {
    if (failed && !isGone(failed)) throw failed;
    return failed === null;
  };
  return async (text) => {
    if (!stillRead()) return false;
    if (stream.write(text)) return true;
    try {
      await once(stream, 'drain');
    } catch (error) {
      if (!isGone(error)) throw error;
    }
    return stillRead();
  };
}
