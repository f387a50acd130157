import Taro from '@tarojs/taro';
import { memoryStore } from './memory';
import { makeFolder, placeOf, readBytes, removeFile, writeBytes } from './mini-files';
import type { SliceStore, StoredSlice, StoredUpload } from './slices.shared';
import { spilling } from './spill';

export * from './slices.shared';

const INDEX = 'zhiyu.slices';

/** Where a slice stands and what it holds, without its bytes. */
type Entry = Omit<StoredSlice, 'bytes'> & { size: number };

interface Index {
  uploads: StoredUpload[];
  slices: Entry[];
}

function readIndex(): Index {
  const kept: unknown = Taro.getStorageSync(INDEX);
  return typeof kept === 'object' && kept !== null ? (kept as Index) : { uploads: [], slices: [] };
}

const writeIndex = (index: Index): void => Taro.setStorageSync(INDEX, index);

const fileOf = ({ attemptId, track, sequence }: Omit<Entry, 'size' | 'offset' | 'endMs'>): string =>
  placeOf(`${attemptId}-${track}-${sequence}`);

const of = (attemptId: string, track: string) => (one: { attemptId: string; track: string }) =>
  one.attemptId === attemptId && one.track === track;

async function drop(entries: readonly Entry[]): Promise<void> {
  await Promise.all(entries.map((entry) => removeFile(fileOf(entry))));
}

let turn: Promise<unknown> = Promise.resolve();

/** Slices are kept in the order in which they came, however long each takes. */
function inTurn(work: () => Promise<void>): Promise<void> {
  const after = turn.then(work, work);
  turn = after;
  return after;
}

/** The file first, then the index that names it: a crash between them leaves a file nobody asks for. */
async function keep(slice: Omit<StoredSlice, 'offset'>): Promise<void> {
  const { bytes, ...rest } = slice;
  await writeBytes(fileOf(slice), bytes);
  const index = readIndex();
  const upload = index.uploads.find(of(slice.attemptId, slice.track));
  if (!upload) {
    return;
  }
  index.slices.push({ ...rest, offset: upload.recorded, size: bytes.byteLength });
  upload.recorded += bytes.byteLength;
  upload.recordedMs = slice.endMs;
  writeIndex(index);
}

async function acknowledge(attemptId: string, track: string, offset: number) {
  const index = readIndex();
  const own = index.slices.filter(of(attemptId, track));
  const sent = own.filter((slice) => slice.offset + slice.size <= offset);
  writeIndex({ ...index, slices: index.slices.filter((slice) => !sent.includes(slice)) });
  await drop(sent);
  return { endMs: sent.at(-1)?.endMs ?? null, empty: sent.length === own.length };
}

async function first(attemptId: string, track: string): Promise<StoredSlice | null> {
  const entry = readIndex().slices.find(of(attemptId, track));
  if (!entry) {
    return null;
  }
  const { size: _size, ...rest } = entry;
  return { ...rest, bytes: await readBytes(fileOf(entry)) };
}

const lasting: SliceStore = {
  lasting: true,
  open: (upload) => {
    const { uploads, slices } = readIndex();
    const others = uploads.filter((one) => !of(upload.attemptId, upload.track)(one));
    writeIndex({ uploads: [...others, upload], slices });
    return Promise.resolve();
  },
  add: (slice) => inTurn(() => keep(slice)),
  end: (attemptId, durationMs) => {
    const { uploads, slices } = readIndex();
    const ended = uploads.map((upload) =>
      upload.attemptId === attemptId ? { ...upload, ended: true, durationMs } : upload,
    );
    writeIndex({ uploads: ended, slices });
    return Promise.resolve();
  },
  uploads: () => Promise.resolve(readIndex().uploads),
  first,
  acknowledge,
  remove: async (attemptId, track) => {
    const { uploads, slices } = readIndex();
    const mine = of(attemptId, track);
    writeIndex({
      uploads: uploads.filter((one) => !mine(one)),
      slices: slices.filter((one) => !mine(one)),
    });
    await drop(slices.filter(mine));
  },
};

/** Whether this device keeps a file of ours. */
async function keeps(): Promise<boolean> {
  const probe = placeOf('probe');
  try {
    await makeFolder();
    await writeBytes(probe, new ArrayBuffer(1));
    await removeFile(probe);
    return true;
  } catch {
    return false;
  }
}

let opened: Promise<SliceStore> | null = null;

/** The store of this mini-program: files, or memory where they are refused (then `lasting` is false). */
export function openStore(): Promise<SliceStore> {
  opened ??= keeps().then((can) => (can ? spilling(lasting) : memoryStore()));
  return opened;
}

/** Bytes the device can still keep; a mini-program is not told. */
export function roomLeft(): Promise<number | null> {
  return Promise.resolve(null);
}
