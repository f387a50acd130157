import type { Readable } from 'node:stream';
import { DataStore, type Locker, Upload } from '@tus/server';
import type { SealedFile } from '../../platform/storage/sealed-file.js';

/** One request on its way through tus: the body is here, whole, before tus sees the request. */
export interface Slice {
  file: SealedFile;
  body: Buffer;
  /** Length of the whole, when this slice says it. */
  declared: number | null;
  failure: unknown;
}

/** tus over sealed files: one PATCH is one record, stored whole or not at all. */
export class SliceStore extends DataStore {
  override extensions = ['creation-defer-length'];
  /** By the name under which tus knows one request: it hands its store nothing else. */
  private readonly slices = new Map<string, Slice>();
  private named = 0;

  /** @param run is given the last part of the address that stands for this request */
  async during<T>(slice: Slice, run: (name: string) => Promise<T>): Promise<T> {
    this.named += 1;
    const name = String(this.named);
    this.slices.set(name, slice);
    try {
      return await run(name);
    } finally {
      this.slices.delete(name);
    }
  }

  /** @throws when no such request is under way */
  of(name: string): Slice {
    const slice = this.slices.get(name);
    if (!slice) {
      throw new Error('the store of slices works only inside an upload request');
    }
    return slice;
  }

  override async getUpload(id: string): Promise<Upload> {
    const { file } = this.of(id);
    await file.refresh();
    const known = file.declared === null ? {} : { size: file.declared };
    return new Upload({ id, offset: file.size, ...known });
  }

  /** Kept until the bytes come, so that both are one record: never one without the other. */
  override declareUploadLength(id: string, length: number): Promise<void> {
    this.of(id).declared = length;
    return Promise.resolve();
  }

  /** Puts the slice at this offset. @returns the new offset. */
  async put(id: string, offset: number): Promise<number> {
    const { file, body, declared } = this.of(id);
    return file.append(offset, body, declared);
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    stream.resume();
    return this.put(id, offset);
  }
}

/** Order is kept by the sealed file itself, which two processes may write at once; tus wants a lock object. */
export const noLock: Locker = {
  newLock: () => ({ lock: () => Promise.resolve(), unlock: () => Promise.resolve() }),
};
