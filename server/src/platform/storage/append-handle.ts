import { fstatSync, ftruncateSync } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '@zhiyu/contracts/errors';

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

/** A full disk as storageFull; anything else as it is. */
export function asStorageError(error: unknown): unknown {
  return full.has(codeOf(error)) ? new AppError('storageFull') : error;
}

/** After making or renaming a file: without it a power cut may take its name away. */
export async function syncFolderOf(path: string): Promise<void> {
  const handle = await open(dirname(path), 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Opens for reading and appending; a new file is there after a power cut because its folder is synced too. */
export async function openForAppend(path: string): Promise<FileHandle> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(path, 'a+', 0o600);
  try {
    if (sizeOf(handle) === 0) {
      await syncFolderOf(path);
      await syncFolderOf(dirname(path));
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
  return handle;
}

/** Length of the file now; the kernel knows it without the disk, so it is asked without a thread. */
export function sizeOf(handle: FileHandle): number {
  return fstatSync(handle.fd).size;
}

/** Cuts what was not acknowledged, unless another process has written behind it. */
export function cutBack(handle: FileHandle, to: number, atMost: number): void {
  const size = sizeOf(handle);
  if (size > to && size <= atMost) {
    ftruncateSync(handle.fd, to);
  }
}
