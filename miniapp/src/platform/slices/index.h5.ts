import { memoryStore } from './memory';
import { spilling } from './spill';
import type { Acknowledged, SliceStore, StoredSlice, StoredUpload } from './slices.shared';

export * from './slices.shared';

const NAME = 'zhiyu-slices';

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
    transaction.onerror = () => reject(transaction.error ?? new Error('failed'));
  });
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('failed'));
  });
}

function connect(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('uploads', { keyPath: ['attemptId', 'track'] });
      request.result.createObjectStore('slices', { keyPath: ['attemptId', 'track', 'sequence'] });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });
}

const range = (attemptId: string, track: string) =>
  IDBKeyRange.bound([attemptId, track], [attemptId, track, []]);

async function firstSlice(
  slices: IDBObjectStore,
  attemptId: string,
  track: string,
): Promise<StoredSlice | null> {
  const found = slices.getAll(range(attemptId, track), 1) as IDBRequest<StoredSlice[]>;
  return (await result(found))[0] ?? null;
}

function writing(db: IDBDatabase): {
  transaction: IDBTransaction;
  uploads: IDBObjectStore;
  slices: IDBObjectStore;
} {
  const transaction = db.transaction(['uploads', 'slices'], 'readwrite');
  return {
    transaction,
    uploads: transaction.objectStore('uploads'),
    slices: transaction.objectStore('slices'),
  };
}

async function add(db: IDBDatabase, slice: Omit<StoredSlice, 'offset'>): Promise<void> {
  const { transaction, uploads, slices } = writing(db);
  const key = [slice.attemptId, slice.track];
  const upload = await result(uploads.get(key) as IDBRequest<StoredUpload | undefined>);
  if (upload) {
    slices.put({ ...slice, offset: upload.recorded });
    uploads.put({
      ...upload,
      recorded: upload.recorded + slice.bytes.byteLength,
      recordedMs: slice.endMs,
    });
  }
  await done(transaction);
}

async function end(db: IDBDatabase, attemptId: string, durationMs: number | null): Promise<void> {
  const { transaction, uploads } = writing(db);
  for (const upload of await result(uploads.getAll() as IDBRequest<StoredUpload[]>)) {
    if (upload.attemptId === attemptId) {
      uploads.put({ ...upload, ended: true, durationMs });
    }
  }
  await done(transaction);
}

/** Goes through the slices from the oldest to the first that is not acknowledged, never through all. */
async function acknowledge(
  db: IDBDatabase,
  key: [string, string],
  offset: number,
): Promise<Acknowledged> {
  const { transaction, slices } = writing(db);
  const [attemptId, track] = key;
  let endMs: number | null = null;
  let slice = await firstSlice(slices, attemptId, track);
  while (slice && slice.offset + slice.bytes.byteLength <= offset) {
    endMs = slice.endMs;
    slices.delete([attemptId, track, slice.sequence]);
    slice = await firstSlice(slices, attemptId, track);
  }
  await done(transaction);
  return { endMs, empty: slice === null };
}

function lastingStore(db: IDBDatabase): SliceStore {
  return {
    lasting: true,
    open: async (upload) => {
      const { transaction, uploads } = writing(db);
      uploads.put(upload);
      await done(transaction);
    },
    add: (slice) => add(db, slice),
    end: (attemptId, durationMs) => end(db, attemptId, durationMs),
    uploads: () =>
      result(
        db.transaction('uploads').objectStore('uploads').getAll() as IDBRequest<StoredUpload[]>,
      ),
    first: (attemptId, track) =>
      firstSlice(db.transaction('slices').objectStore('slices'), attemptId, track),
    acknowledge: (attemptId, track, offset) => acknowledge(db, [attemptId, track], offset),
    remove: async (attemptId, track) => {
      const { transaction, uploads, slices } = writing(db);
      uploads.delete([attemptId, track]);
      slices.delete(range(attemptId, track));
      await done(transaction);
    },
  };
}

let opened: Promise<SliceStore> | null = null;

/** The store of this browser: IndexedDB, or memory where it is refused (then `lasting` is false). */
export function openStore(): Promise<SliceStore> {
  opened ??= connect().then((db) => spilling(lastingStore(db)), memoryStore);
  return opened;
}

/** Bytes the device can still keep; null where it does not say. */
export async function roomLeft(): Promise<number | null> {
  const storage = navigator.storage as StorageManager | undefined;
  if (!storage?.estimate) {
    return null;
  }
  const { quota, usage } = await storage.estimate();
  return quota === undefined || usage === undefined ? null : quota - usage;
}
