import type { SliceStore, StoredSlice, StoredUpload } from './slices.shared';

/** The same rules in memory, for a browser that refuses IndexedDB: a reload loses what was not sent. */
export function memoryStore(): SliceStore {
  let uploads: StoredUpload[] = [];
  let slices: StoredSlice[] = [];
  const find = (attemptId: string, track: string) =>
    uploads.find((u) => u.attemptId === attemptId && u.track === track);
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
    slices: (attemptId, track) =>
      Promise.resolve(slices.filter((s) => s.attemptId === attemptId && s.track === track)),
    acknowledge: (attemptId, track, offset) => {
      slices = slices.filter(
        (s) =>
          s.attemptId !== attemptId || s.track !== track || s.offset + s.bytes.byteLength > offset,
      );
      return Promise.resolve();
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
