import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { pipeline as piped } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/** Characters handed to the packer at once: line by line it would cost a journey to another thread each. */
const pieceLength = 256 * 1024;

/** A file as it must be found again. */
export interface Hashed {
  bytes: number;
  /** Of the file as it lies there, in hex. */
  sha256: string;
}

/** Passes bytes on and knows their number and hash in the end. */
export class Measure {
  private readonly hash = createHash('sha256');
  private bytes = 0;

  readonly through = async function* (this: Measure, source: AsyncIterable<Buffer>) {
    for await (const piece of source) {
      this.hash.update(piece);
      this.bytes += piece.length;
      yield piece;
    }
  }.bind(this);

  /** Once, after the last byte. */
  result(): Hashed {
    return { bytes: this.bytes, sha256: this.hash.digest('hex') };
  }
}

/** Opens a file that is not there yet; what was written is on the disk when it ends. */
export function newFile(path: string) {
  return createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
}

/** Writes lines through gzip, a few at a time. @returns the number of lines beside the file's hash */
export async function packLines(
  path: string,
  lines: AsyncIterable<string>,
): Promise<Hashed & { lines: number }> {
  const measure = new Measure();
  let count = 0;
  async function* pieces(): AsyncGenerator<string> {
    let piece = '';
    for await (const line of lines) {
      count += 1;
      piece += `${line}\n`;
      if (piece.length >= pieceLength) {
        yield piece;
        piece = '';
      }
    }
    yield piece;
  }
  await piped(pieces, createGzip(), measure.through, newFile(path));
  return { ...measure.result(), lines: count };
}

/** The lines of such a file. @throws when it is torn */
export async function* unpackLines(path: string): AsyncGenerator<string> {
  // Called back with the same error that the loop below throws.
  const plain = pipeline(createReadStream(path), createGunzip(), () => undefined);
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of plain as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') {
    throw new Error(`${path} ends within a line`);
  }
}
