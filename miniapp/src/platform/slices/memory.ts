import type { SliceStore, StoredSlice, StoredUpload } from './slices.shared';

/** The same rules in memory, for a browser that refuses IndexedDB: a reload loses what was not sent. */
export function memoryStore(): SliceStore {
  let uploads: StoredUpload[] = [];
  let slices: StoredSlice[] = [];
  const find = (attemptId: string, track: string) =>
    uploads.find((u) => u.attemptId === attemptId && u.track === track);
  const ofTrack = (attemptId: string, track: string) =>
    slices.filter((s) => s.attemptId === attemptId && s.track === track);
  return {
    lasting: false,
    open: (upload) => {
      uploads.push({ ...upload });
      return Promise.resolve();
    },
    add: (slice) => {
      const upload = find(slice.attemptId, slice.track);
      if (upload) {
        slices.push({ ...slice, offset: upload.recorded });
        upload.recorded += slice.bytes.byteLength;
        upload.recordedMs = slice.endMs;
      }
      return Promise.resolve();
    },
    end: (attemptId, durationMs) => {
      for (const upload of uploads.filter((u) => u.attemptId === attemptId)) {
        upload.ended = true;
        upload.durationMs = durationMs;
      }
      return Promise.resolve();
    },
    uploads: () => Promise.resolve(uploads.map((u) => ({ ...u }))),
    first: (attemptId, track) => Promise.resolve(ofTrack(attemptId, track)[0] ?? null),
    acknowledge: (attemptId, track, offset) => {
      const sent = ofTrack(attemptId, track).filter((s) => s.offset + s.bytes.byteLength <= offset);
      slices = slices.filter((s) => !sent.includes(s));
      const empty = ofTrack(attemptId, track).length === 0;
      return Promise.resolve({ endMs: sent.at(-1)?.endMs ?? null, empty });
    },
    remove: (attemptId, track) => {
      const other = (x: { attemptId: string; track: string }) =>
        x.attemptId !== attemptId || x.track !== track;
      uploads = uploads.filter(other);
      slices = slices.filter(other);
      return Promise.resolve();
    },
  };
}
