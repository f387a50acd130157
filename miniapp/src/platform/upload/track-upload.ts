import type { SliceStore, StoredUpload } from '../slices';
import { ticks } from '../clock';
import { UnreadableFile } from './file-store';
import { head, patch } from './tus';
import { backoff, type TusResult } from './tus.shared';

export interface UploadState {
  /** Seconds of the answer the server has acknowledged, and seconds that were recorded. */
  acknowledgedSeconds: number;
  recordedSeconds: number;
  /** Bytes of all tracks the server has acknowledged. */
  acknowledgedBytes: number;
  /** `waiting` for a network; `retryAt` (`ticks`) says when it tries again. */
  state: 'idle' | 'sending' | 'waiting' | 'done' | 'gone' | 'signedOut';
  retryAt: number | null;
}

/** A line that breaks off again and again is asked to carry less at once, down to this (bytes). */
const LEAST = 16 * 1024;

/** Sends one track until everything is acknowledged. */
export class TrackUpload {
  state: UploadState['state'] = 'idle';
  retryAt: number | null = null;
  acknowledgedMs = 0;
  acknowledgedBytes = 0;
  private offset: number | null = null;
  private failures = 0;
  /** Most bytes of one request: half of what did not get through, a little more after what did. */
  private atOnce = Infinity;
  private asPost = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private stopped = false;
  private again = false;

  constructor(
    private readonly store: SliceStore,
    readonly upload: StoredUpload,
    private readonly changed: () => void,
  ) {}

  /** Something new is there, or the network came back: go on now. */
  wake = (): void => {
    clearTimeout(this.timer);
    if (this.stopped) {
      return;
    }
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
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    this.running = true;
    do {
      this.again = false;
      const result = await this.step().catch(this.broken);
      if (result === 'more') {
        this.again = true;
      } else if (result === 'wait' && !this.stopped) {
        this.waitAWhile();
        this.again = false;
      }
      this.changed();
    } while (this.again && !this.stopped && this.state !== 'done' && this.state !== 'gone');
    this.running = false;
  }

  /** The device did not give what is kept: it may at the next try, a file that is away never does. */
  private broken = (error: unknown): 'wait' | 'rest' => {
    if (error instanceof UnreadableFile) {
      this.state = 'gone';
      return 'rest';
    }
    return 'wait';
  };

  private waitAWhile(): void {
    this.failures += 1;
    const wait = backoff(this.failures, Math.random());
    this.state = 'waiting';
    this.retryAt = ticks() + wait;
    this.timer = setTimeout(this.wake, wait);
  }

  private async step(): Promise<'more' | 'wait' | 'rest'> {
    const { attemptId, track, url } = this.upload;
    if (this.offset === null) {
      return this.take(await head(url));
    }
    const slice = await this.store.first(attemptId, track);
    if (slice) {
      this.state = 'sending';
      const from = Math.max(0, this.offset - slice.offset);
      const bytes = slice.bytes.slice(from, from + this.atOnce);
      const result = await patch(url, { offset: this.offset, bytes, asPost: this.asPost });
      this.atOnce =
        result.kind === 'later'
          ? Math.max(LEAST, Math.ceil(bytes.byteLength / 2))
          : this.atOnce + LEAST;
      return this.take(result);
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
    const { endMs, empty } = await this.store.acknowledge(attemptId, track, offset);
    if (endMs !== null || empty) {
      this.acknowledgedMs = Math.max(this.acknowledgedMs, endMs ?? this.upload.recordedMs);
    }
    this.offset = offset;
    this.acknowledgedBytes = offset;
    this.failures = 0;
    this.retryAt = null;
  }
}
