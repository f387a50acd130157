import type { TrackName } from '../recorder';

/** A piece of a recording that the server has not acknowledged yet. */
export interface StoredSlice {
  attemptId: string;
  track: TrackName;
  sequence: number;
  /** Where its first byte stands in the track. */
  offset: number;
  bytes: ArrayBuffer;
  /** End of the piece since the recording began (ms). */
  endMs: number;
}

/** One upload: where it goes and whether the recording has ended. */
export interface StoredUpload {
  attemptId: string;
  track: TrackName;
  url: string;
  /** Bytes recorded so far. */
  recorded: number;
  recordedMs: number;
  ended: boolean;
  /** Length of the answer (ms), known when it ended by the candidate's hand. */
  durationMs: number | null;
}

/** What an acknowledgement did. */
export interface Acknowledged {
  /** End of the last slice that was dropped (ms since the recording began); null when none was. */
  endMs: number | null;
  /** Nothing is left to send now. */
  empty: boolean;
}

/** Keeps slices over a reload or a crash. All promises resolve after the data is safe on the device. */
export interface SliceStore {
  /** False: what is not sent yet is lost with the page (private window, no room left). */
  readonly lasting: boolean;
  open: (upload: StoredUpload) => Promise<void>;
  add: (slice: Omit<StoredSlice, 'offset'>) => Promise<void>;
  end: (attemptId: string, durationMs: number | null) => Promise<void>;
  uploads: () => Promise<StoredUpload[]>;
  /** The oldest slice that is not acknowledged; null when there is none. */
  first: (attemptId: string, track: TrackName) => Promise<StoredSlice | null>;
  /** Drops slices that end at or before this byte; says what was dropped. */
  acknowledge: (attemptId: string, track: TrackName, offset: number) => Promise<Acknowledged>;
  remove: (attemptId: string, track: TrackName) => Promise<void>;
}
