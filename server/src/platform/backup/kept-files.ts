import { createReadStream } from 'node:fs';
import { mkdir, open, opendir } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Hashed, Measure, newFile } from './packed-lines.js';

/** A file by its path in the folder it was taken from, with slashes. */
export interface KeptFile extends Hashed {
  path: string;
}

/** Somebody is still writing it, under the name it has until it is whole. */
const unfinished = /\.part$/;

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Paths of all files below `root/folder`; a folder that is not there has none. */
export async function* filesIn(root: string, folder: string): AsyncGenerator<string> {
  let entries;
  try {
    entries = await opendir(join(root, folder));
  } catch (error) {
    if (isMissing(error)) {
      return;
    }
    throw error;
  }
  for await (const entry of entries) {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* filesIn(root, path);
    } else if (entry.isFile() && !unfinished.test(entry.name)) {
      yield path;
    }
  }
}

/**
 * Copies what the file holds at this moment: of one that grows, its beginning.
 * @returns null when it was deleted meanwhile
 */
export async function copyFile(from: string, to: string): Promise<Hashed | null> {
  let handle;
  try {
    handle = await open(from, 'r');
  } catch (error) {
    if (isMissing(error)) {
      return null;
    }
    throw error;
  }
  try {
    const { size } = await handle.stat();
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    const measure = new Measure();
    const source =
      size === 0
        ? Readable.from([])
        : handle.createReadStream({ start: 0, end: size - 1, autoClose: false });
    await pipeline(source, measure.through, newFile(to));
    return measure.result();
  } finally {
    await handle.close();
  }
}

/** @returns null where there is no such file */
export async function hashOf(path: string): Promise<Hashed | null> {
  const measure = new Measure();
  try {
    for await (const _piece of measure.through(createReadStream(path) as AsyncIterable<Buffer>)) {
      // Only measured.
    }
  } catch (error) {
    if (isMissing(error)) {
      return null;
    }
    throw error;
  }
  return measure.result();
}
