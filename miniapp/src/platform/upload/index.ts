import { openStore, type SliceStore } from '../slices';
import { onBack } from '../network';
import { head } from './tus';
import { TrackUpload, type UploadState } from './track-upload';

export type { UploadState } from './track-upload';
export { storeOfFile } from './file-store';

/** Bytes of a track the server has; null when it does not say. */
export async function sentBytes(url: string): Promise<number | null> {
  const result = await head(url);
  return result.kind === 'ok' ? result.offset : null;
}

/** Sends all tracks of an attempt, over reloads and lost networks, until the server has acknowledged them. */
export class AttemptUpload {
  private tracks: TrackUpload[] = [];
  private readonly listeners = new Set<() => void>();
  private recordedMs = 0;
  private closed = false;
  private deaf: () => void = () => undefined;
  /** The picture was dropped on the way: what counts as stored is the sound. */
  soundOnly = false;

  private constructor(
    private readonly store: SliceStore,
    readonly attemptId: string,
  ) {}

  /** For a new recording: the addresses that the server has made. */
  static async begin(
    attemptId: string,
    urls: { video: string | null; audio: string | null },
  ): Promise<AttemptUpload> {
    const store = await openStore();
    const it = new AttemptUpload(store, attemptId);
    for (const track of ['video', 'audio'] as const) {
      const url = urls[track];
      if (url !== null) {
        const upload = { attemptId, track, url, recorded: 0, recordedMs: 0 };
        await store.open({ ...upload, ended: false, durationMs: null });
      }
    }
    await it.load();
    return it;
  }

  /** For a recording that is whole already: its store holds all of it. */
  static async whole(attemptId: string, store: SliceStore): Promise<AttemptUpload> {
    const it = new AttemptUpload(store, attemptId);
    await it.load();
    return it;
  }

  /** What an earlier page of this browser left behind for an attempt; null when nothing. */
  static async resume(attemptId: string): Promise<AttemptUpload | null> {
    const it = new AttemptUpload(await openStore(), attemptId);
    await it.load();
    return it.tracks.length > 0 ? it : null;
  }

  private async load(): Promise<void> {
    const uploads = (await this.store.uploads()).filter((u) => u.attemptId === this.attemptId);
    this.recordedMs = Math.max(0, ...uploads.map((u) => u.recordedMs));
    this.tracks = uploads.map((u) => new TrackUpload(this.store, u, this.changed));
    this.deaf = onBack(this.wake);
    this.wake();
  }

  /** False: a reload would lose what is not sent yet. */
  get lasting(): boolean {
    return this.store.lasting;
  }

  get snapshot(): UploadState {
    const states = this.tracks.map((t) => t.state);
    const first = (['gone', 'signedOut', 'waiting', 'sending', 'idle'] as const).find((s) =>
      states.includes(s),
    );
    const going = this.tracks.filter((t) => !this.soundOnly || t.upload.track === 'audio');
    const acknowledged = Math.min(...going.map((t) => t.acknowledgedMs));
    const retries = this.tracks.map((t) => t.retryAt).filter((at) => at !== null);
    return {
      acknowledgedSeconds: (Number.isFinite(acknowledged) ? acknowledged : 0) / 1000,
      recordedSeconds: this.recordedMs / 1000,
      acknowledgedBytes: this.tracks.reduce((sum, t) => sum + t.acknowledgedBytes, 0),
      state: first ?? 'done',
      retryAt: retries.length > 0 ? Math.min(...retries) : null,
    };
  }

  /** Recorded seconds and length of the answer that the store remembers (ms). */
  get keptMs(): number {
    return this.recordedMs;
  }

  add = async (slice: Parameters<SliceStore['add']>[0]): Promise<void> => {
    await this.store.add(slice);
    this.recordedMs = Math.max(this.recordedMs, slice.endMs);
    this.tracks.forEach((track) => track.nudge());
  };

  /** The recording has ended: after the last slice the server hears the length. */
  async end(durationMs: number | null): Promise<void> {
    await this.store.end(this.attemptId, durationMs);
    this.wake();
  }

  /** Resolves when everything is acknowledged; rejects with the state that stopped it, or `closed`. */
  settled(): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const { state } = this.snapshot;
        if (state === 'done') {
          stop();
          resolve();
        } else if (this.closed || state === 'gone' || state === 'signedOut') {
          stop();
          reject(new Error(this.closed ? 'closed' : state));
        }
      };
      const stop = this.subscribe(look);
      look();
    });
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Stops trying on this page; what is stored stays. */
  close(): void {
    this.deaf();
    this.tracks.forEach((track) => track.stop());
    this.closed = true;
    this.changed();
  }

  private wake = (): void => {
    this.tracks.forEach((track) => track.wake());
  };

  private changed = (): void => {
    this.listeners.forEach((listener) => listener());
  };
}
