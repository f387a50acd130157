import { AsyncLocalStorage } from 'node:async_hooks';
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

/** The slice that this chain of calls is about: tus hands its store nothing but an id. */
export const currentSlice = new AsyncLocalStorage<Slice>();

function slice(): Slice {
  const store = currentSlice.getStore();
  if (!store) {
    throw new Error('the store of slices works only inside an upload request');
  }
  return store;
}

/** tus over sealed files: one PATCH is one record, stored whole or not at all. */
export class SliceStore extends DataStore {
  override extensions = ['creation-defer-length'];

  override async getUpload(id: string): Promise<Upload> {
    const { file } = slice();
    await file.refresh();
    const known = file.declared === null ? {} : { size: file.declared };
    return new Upload({ id, offset: file.size, ...known });
  }

  /** Kept until the bytes come, so that both are one record: never one without the other. */
  override declareUploadLength(_id: string, length: number): Promise<void> {
    slice().declared = length;
    return Promise.resolve();
  }

  /** Puts the slice at this offset. @returns the new offset. */
  async put(offset: number): Promise<number> {
    const { file, body, declared } = slice();
    return file.append(offset, body, declared);
  }

  override async write(stream: Readable, _id: string, offset: number): Promise<number> {
    stream.resume();
    return this.put(offset);
  }
}

/** Order is kept by the sealed file itself, which two processes may write at once; tus wants a lock object. */
export const noLock: Locker = {
  newLock: () => ({ lock: () => Promise.resolve(), unlock: () => Promise.resolve() }),
};
