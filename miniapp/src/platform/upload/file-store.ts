import type { TrackName } from '../recorder';
import { openStore, roomLeft, type SliceStore, type StoredUpload } from '../slices';

/** One PATCH of a chosen file (bytes). */
const PIECE = 1024 * 1024;
/** A larger file is read piece by piece from where it is and not kept a second time (bytes). */
const KEEP_AT_MOST = 64 * PIECE;

/** A recording that another app made: the whole of it is there before the first byte goes up. */
export interface ChosenFile {
  attemptId: string;
  track: TrackName;
  url: string;
  file: Blob;
  /** 0 when the file does not tell. */
  durationMs: number;
}

/** The file was moved or deleted after it was chosen. */
export class UnreadableFile extends Error {}

async function piece(file: Blob, from: number, to: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(from, to).arrayBuffer();
  } catch {
    throw new UnreadableFile('file is away');
  }
}

function uploadOf({ attemptId, track, url, durationMs }: ChosenFile): StoredUpload {
  const ended = { ended: true, durationMs };
  return { attemptId, track, url, recorded: 0, recordedMs: 0, ...ended };
}

const endMs = ({ file, durationMs }: ChosenFile, to: number): number =>
  Math.round((durationMs * to) / Math.max(1, file.size));

/** Slices read from the file itself: nothing survives a reload, any size goes. */
function storeFromFile(chosen: ChosenFile): SliceStore {
  const { attemptId, track, file, durationMs } = chosen;
  const upload = { ...uploadOf(chosen), recorded: file.size, recordedMs: durationMs };
  let from = 0;
  let removed = false;
  return {
    lasting: false,
    open: () => Promise.resolve(),
    add: () => Promise.resolve(),
    end: () => Promise.resolve(),
    uploads: () => Promise.resolve(removed ? [] : [{ ...upload }]),
    first: async () => {
      if (from >= file.size) {
        return null;
      }
      const to = Math.min(file.size, from + PIECE);
      const bytes = await piece(file, from, to);
      return { attemptId, track, sequence: 0, offset: from, bytes, endMs: endMs(chosen, to) };
    },
    acknowledge: (_attemptId, _track, offset) => {
      const moved = offset > from;
      from = Math.max(from, offset);
      const at = moved ? endMs(chosen, from) : null;
      return Promise.resolve({ endMs: at, empty: from >= file.size });
    },
    remove: () => {
      removed = true;
      return Promise.resolve();
    },
  };
}

/** Copies the file to where it survives a reload. @returns false when the device has no room for it */
async function keep(store: SliceStore, chosen: ChosenFile): Promise<boolean> {
  const { attemptId, track, file } = chosen;
  await store.open({ ...uploadOf(chosen), ended: false });
  for (let from = 0, sequence = 0; from < file.size; from += PIECE, sequence += 1) {
    const to = Math.min(file.size, from + PIECE);
    const bytes = await piece(file, from, to);
    await store.add({ attemptId, track, sequence, bytes, endMs: endMs(chosen, to) });
  }
  await store.end(attemptId, chosen.durationMs);
  return store.lasting;
}

async function fits(size: number): Promise<boolean> {
  const room = await roomLeft();
  return size <= KEEP_AT_MOST && (room === null || room > 2 * size);
}

/** A store that holds the whole file: over a reload (`lasting`) where it is small enough and the device lets it. */
export async function storeOfFile(chosen: ChosenFile): Promise<SliceStore> {
  const store = await openStore();
  if (!store.lasting || !(await fits(chosen.file.size))) {
    return storeFromFile(chosen);
  }
  try {
    if (await keep(store, chosen)) {
      return store;
    }
  } catch {
    // Read from where it is, below.
  }
  await store.remove(chosen.attemptId, chosen.track).catch(() => undefined);
  return storeFromFile(chosen);
}
