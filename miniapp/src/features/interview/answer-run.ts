import type { AnswerMode } from '@zhiyu/contracts/interview';
import { ApiError, messageOf } from '../../api/error';
import { newKey, pause } from '../../api/request.shared';
import type { Devices } from '../../platform/recorder';
import type { UploadState } from '../../platform/upload';
import { begin, handInAttempt, record, type LiveAnswer } from './live-answer';
import { putInterview, refreshInterview } from './use-interview';

export interface RunState {
  phase: 'idle' | 'starting' | 'recording' | 'saving';
  mode: 'camera' | 'voice';
  attemptId: string | null;
  /** On the server's clock. */
  endsAt: number;
  upload: UploadState;
  /** The device has no room left for slices. */
  full: boolean;
  /** False: a reload would lose what is not sent yet. */
  lasting: boolean;
  /** The last recording of this page, to look at right after it. */
  clip: { attemptId: string; url: string; mode: 'camera' | 'voice' } | null;
}

const start: RunState = {
  phase: 'idle',
  mode: 'camera',
  attemptId: null,
  endsAt: 0,
  upload: { acknowledgedSeconds: 0, recordedSeconds: 0, state: 'idle', retryAt: null },
  full: false,
  lasting: true,
  clip: null,
};

/** Pause before handing in again when the network is away (ms). */
const AGAIN_MS = 3_000;

interface Ways {
  /** Opens what the mode needs; null when it is not to be had. */
  devices: (mode: 'camera' | 'voice') => Promise<Devices | null>;
  say: (text: string) => void;
}

/** Starts, switches and ends the recording of one answer after another. */
export class AnswerRun {
  private live: LiveAnswer | null = null;
  private busy = false;
  /** Attempts this page began and will hand in itself: nothing to recover. */
  private readonly own = new Set<string>();
  private readonly listeners = new Set<() => void>();
  state = start;

  constructor(private readonly ways: Ways) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  owns = (attemptId: string): boolean => this.own.has(attemptId);

  snapshot = (): RunState => this.state;

  /** Seconds recorded so far. */
  elapsed = (): number => (this.live?.recording.elapsed() ?? 0) / 1000;

  /** Begins an attempt; camera and voice record at once. */
  start = async (answerId: string, wanted: AnswerMode): Promise<void> => {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.set({ phase: 'starting', full: false });
    try {
      await this.open(answerId, wanted);
    } catch (error) {
      this.set({ phase: 'idle' });
      this.ways.say(messageOf(error));
    }
    this.busy = false;
    await refreshInterview();
  };

  private async open(answerId: string, wanted: AnswerMode): Promise<void> {
    if (wanted === 'text') {
      const begun = await begin(answerId, wanted);
      this.set({ phase: 'idle', attemptId: begun.attemptId, endsAt: begun.endsAt });
      return;
    }
    const devices = await this.ways.devices(wanted);
    if (!devices) {
      this.set({ phase: 'idle' });
      return;
    }
    const mode = wanted === 'camera' && devices.hasCamera ? 'camera' : 'voice';
    const begun = await begin(answerId, mode);
    const live = await record(begun, mode, devices, {
      lost: () => void this.finish(),
      full: () => this.set({ full: true }),
    });
    this.live = live;
    this.own.add(live.attemptId);
    live.upload.subscribe(() => this.look());
    this.set({
      phase: 'recording',
      mode,
      attemptId: live.attemptId,
      endsAt: live.endsAt,
      lasting: live.upload.lasting,
      upload: start.upload,
    });
  }

  /** 说完了: the last slices go up, then the attempt is handed in; waits for the network as long as it takes. */
  finish = async (): Promise<void> => {
    const { live } = this;
    if (!live || this.busy) {
      return;
    }
    this.busy = true;
    this.set({ phase: 'saving' });
    const durationMs = await live.recording.stop();
    await live.upload.end(durationMs);
    this.keepClip(live);
    await this.handIn(live, durationMs);
    this.live = null;
    this.busy = false;
    this.set({ phase: 'idle', attemptId: null });
  };

  private async handIn(live: LiveAnswer, durationMs: number): Promise<void> {
    const key = newKey();
    const { attemptId } = live;
    for (;;) {
      try {
        const input = { attemptId, durationMs, offline: live.wasOffline, key };
        putInterview(await handInAttempt(live.upload, input));
        return;
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'offline') {
          this.ways.say(messageOf(error));
          this.own.delete(attemptId);
          await refreshInterview();
          return;
        }
        await pause(AGAIN_MS);
      }
    }
  }

  /** Goes on with the sound alone, in the same attempt. */
  dropPicture = async (): Promise<void> => {
    const { live } = this;
    if (live?.mode === 'camera') {
      live.mode = 'voice';
      live.upload.soundOnly = true;
      this.set({ mode: 'voice' });
      await live.recording.dropPicture();
    }
  };

  /** Goes on by writing, in an attempt of its own; what was said stays stored. */
  switchToText = async (answerId: string): Promise<boolean> => {
    try {
      const begun = await begin(answerId, 'text');
      const { live } = this;
      if (live) {
        await live.upload.end(await live.recording.stop());
      }
      await refreshInterview();
      // Only now: before, the page would take the old attempt for one that a reload left behind.
      this.live = null;
      this.set({ phase: 'idle', attemptId: begun.attemptId, endsAt: begun.endsAt });
      return true;
    } catch (error) {
      this.ways.say(messageOf(error));
      return false;
    }
  };

  close = (): void => {
    void this.live?.recording.stop();
    this.live?.upload.close();
  };

  private look(): void {
    const { live } = this;
    if (live) {
      const upload = live.upload.snapshot;
      live.wasOffline ||= upload.state === 'waiting';
      this.set({ upload });
    }
  }

  private keepClip(live: LiveAnswer): void {
    if (this.state.clip) {
      URL.revokeObjectURL(this.state.clip.url);
    }
    const url = URL.createObjectURL(new Blob(live.pieces, { type: live.mimeType }));
    this.set({ clip: { attemptId: live.attemptId, url, mode: live.mode } });
  }

  private set(change: Partial<RunState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
