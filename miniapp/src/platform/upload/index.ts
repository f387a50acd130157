import { openStore, type SliceStore, type StoredUpload } from '../slices';
import { head, patch } from './tus';
import { backoff, type TusResult } from './tus.shared';

export interface UploadState {
  /** Seconds of the answer the server has acknowledged, and seconds that were recorded. */
  acknowledgedSeconds: number;
  recordedSeconds: number;
  /** `waiting` for a network; `retryAt` (performance.now ms) says when it tries again. */
  state: 'idle' | 'sending' | 'waiting' | 'done' | 'gone' | 'signedOut';
  retryAt: number | null;
}

/** Sends one track until everything is acknowledged. */
class TrackUpload {
  state: UploadState['state'] = 'idle';
  retryAt: number | null = null;
  acknowledgedMs = 0;
  private offset: number | null = null;
  private failures = 0;
  private asPost = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private again = false;

  constructor(
    private readonly store: SliceStore,
    readonly upload: StoredUpload,
    private readonly changed: () => void,
  ) {}

  /** Something new is there, or the network came back: go on now. */
  wake = (): void => {
    clearTimeout(this.timer);
    if (this.running) {
      this.again = true;
      return;
    }
    void this.run();
  };

  /** A new slice: sent at once, unless a pause after a failure is running. */
  nudge = (): void => {
    if (this.state !== 'waiting') {
      this.wake();
    }
  };

  stop(): void {
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    this.running = true;
    do {
      this.again = false;
      const result = await this.step();
      if (result === 'more') {
        this.again = true;
      } else if (result === 'wait') {
        this.waitAWhile();
        this.again = false;
      }
      this.changed();
    } while (this.again && this.state !== 'done' && this.state !== 'gone');
    this.running = false;
  }

  private waitAWhile(): void {
    this.failures += 1;
    const wait = backoff(this.failures, Math.random());
    this.state = 'waiting';
    this.retryAt = performance.now() + wait;
    this.timer = setTimeout(this.wake, wait);
  }

  private async step(): Promise<'more' | 'wait' | 'rest'> {
    const { attemptId, track, url } = this.upload;
    if (this.offset === null) {
      return this.take(await head(url));
    }
    const [slice] = await this.store.slices(attemptId, track);
    if (slice) {
      this.state = 'sending';
      const from = Math.max(0, this.offset - slice.offset);
      const bytes = from === 0 ? slice.bytes : slice.bytes.slice(from);
      const done = await this.take(
        await patch(url, { offset: this.offset, bytes, asPost: this.asPost }),
      );
      return done;
    }
    return this.finish();
  }

  /** Everything recorded is acknowledged; once the recording has ended the server is told its length. */
  private async finish(): Promise<'more' | 'wait' | 'rest'> {
    const { attemptId, track, url } = this.upload;
    const stored = (await this.store.uploads()).find(
      (u) => u.attemptId === attemptId && u.track === track,
    );
    if (!stored?.ended || this.offset === null) {
      this.state = 'idle';
      return 'rest';
    }
    const length = this.offset;
    const bytes = new ArrayBuffer(0);
    const result = await patch(url, { offset: length, bytes, length, asPost: this.asPost });
    if (result.kind !== 'ok') {
      return this.take(result);
    }
    await this.store.remove(attemptId, track);
    this.acknowledgedMs = Math.max(this.acknowledgedMs, stored.recordedMs);
    this.state = 'done';
    this.retryAt = null;
    return 'rest';
  }

  private async take(result: TusResult): Promise<'more' | 'wait' | 'rest'> {
    if (result.kind === 'ok') {
      await this.acknowledge(result.offset);
      return 'more';
    }
    if (result.kind === 'moved') {
      this.offset = null;
      this.failures += 1;
      return this.failures > 3 ? 'wait' : 'more';
    }
    if (result.kind === 'methodRefused' && !this.asPost) {
      this.asPost = true;
      return 'more';
    }
    if (result.kind === 'gone' || result.kind === 'signedOut') {
      this.state = result.kind;
      return 'rest';
    }
    this.offset = null;
    return 'wait';
  }

  private async acknowledge(offset: number): Promise<void> {
    const { attemptId, track } = this.upload;
    const slices = await this.store.slices(attemptId, track);
    const sent = slices.filter((s) => s.offset + s.bytes.byteLength <= offset);
    if (sent.length > 0 || slices.length === 0) {
      const end = sent.at(-1)?.endMs ?? this.upload.recordedMs;
      this.acknowledgedMs = Math.max(this.acknowledgedMs, end);
    }
    this.offset = offset;
    this.failures = 0;
    this.retryAt = null;
    await this.store.acknowledge(attemptId, track, offset);
  }
}

/** Sends all tracks of an attempt, over reloads and lost networks, until the server has acknowledged them. */
export class AttemptUpload {
  private tracks: TrackUpload[] = [];
  private readonly listeners = new Set<() => void>();
  private recordedMs = 0;
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
    window.addEventListener('online', this.wake);
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

  /** Resolves when everything is acknowledged; rejects with the state that stopped it. */
  settled(): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const { state } = this.snapshot;
        if (state === 'done') {
          stop();
          resolve();
        } else if (state === 'gone' || state === 'signedOut') {
          stop();
          reject(new Error(state));
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
    window.removeEventListener('online', this.wake);
    this.tracks.forEach((track) => track.stop());
  }

  private wake = (): void => {
    this.tracks.forEach((track) => track.wake());
  };

  private changed = (): void => {
    this.listeners.forEach((listener) => listener());
  };
}
