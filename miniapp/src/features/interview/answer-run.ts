import type { AnswerMode } from '@zhiyu/contracts/interview';
import { messageOf } from '../../api/error';
import { newKey } from '../../api/request.shared';
import { clipOfFile, forgetClip } from '../../platform/clip';
import type { Devices } from '../../platform/recorder';
import type { AttemptUpload } from '../../platform/upload';
import { stopReading } from '../../platform/voice';
import { begin, clipOf, handInAttempt, record, type LiveAnswer } from './live-answer';
import { start, type RunState } from './run-state';
import { persist, sendFile, type FileAnswer } from './send-file';
import { putInterview, refreshInterview } from './use-interview';

interface Ways {
  /** Opens what the mode needs; null when it is not to be had. */
  devices: (mode: 'camera' | 'voice') => Promise<Devices | null>;
  say: (text: string) => void;
  /** So many seconds of the answer time went into thinking. */
  late: (seconds: number) => void;
  /** The answer goes on at another device. */
  moved: () => void;
  /** A piece of the recording is not there. */
  missing: () => void;
  /** The microphone went away: what was said till then is the answer. */
  lost: () => void;
  /** The camera went away: the sound goes on. */
  pictureLost: () => void;
  /** The sentence why a file is no answer. */
  fileProblem: (error: unknown, answerSeconds: number) => string;
}

/** Starts, switches and ends the recording of one answer after another. */
export class AnswerRun {
  private live: LiveAnswer | null = null;
  private busy = false;
  /** Upload of a file on its way. */
  private sending: AttemptUpload | null = null;
  /** Counts files: an older one that still waits for the network is not wanted any more. */
  private turn = 0;
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
  start = async (answerId: string, wanted: AnswerMode, takeOver = false): Promise<void> => {
    if (this.busy) {
      return;
    }
    this.busy = true;
    stopReading();
    this.set({ phase: 'starting' });
    try {
      await this.open(answerId, wanted, takeOver);
    } catch (error) {
      this.set({ phase: 'idle' });
      this.ways.say(messageOf(error));
    }
    this.busy = false;
    await refreshInterview();
  };

  private async open(answerId: string, wanted: AnswerMode, takeOver: boolean): Promise<void> {
    if (wanted === 'text') {
      const begun = await this.begin(answerId, wanted, takeOver);
      this.set({ phase: 'idle', attemptId: begun.attemptId, endsAt: begun.endsAt });
      return;
    }
    const devices = await this.ways.devices(wanted);
    if (!devices) {
      this.choose(answerId, wanted);
      return;
    }
    const mode = wanted === 'camera' && devices.hasCamera ? 'camera' : 'voice';
    const begun = await this.begin(answerId, mode, takeOver);
    const live = await record(begun, mode, devices, {
      lost: () => void this.finish().then(this.ways.lost),
      pictureLost: () => {
        this.ways.pictureLost();
        void this.dropPicture();
      },
      missing: this.ways.missing,
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

  private async begin(answerId: string, mode: AnswerMode, takeOver: boolean) {
    const begun = await begin(answerId, mode, takeOver);
    if (begun.overrunSeconds > 0) {
      this.ways.late(begun.overrunSeconds);
    }
    return begun;
  }

  /** A person of the company has given more time for it. @param endsAt on the server's clock */
  extend = (endsAt: number): void => this.set({ endsAt });

  /** The answer goes on at another device: what was said here goes up and stays. */
  moveAway = async (): Promise<void> => {
    this.ways.moved();
    await this.finish();
    this.set({ attemptId: null });
  };

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
    try {
      const hand = () =>
        handInAttempt(live.upload, { attemptId, durationMs, offline: live.wasOffline, key });
      putInterview(await persist(hand, () => true));
    } catch (error) {
      if (error instanceof Error && error.message === 'closed') {
        return;
      }
      this.ways.say(messageOf(error));
      this.own.delete(attemptId);
      await refreshInterview();
    }
  }

  /** No camera or microphone for this page: the phone's own may record, and its file is the answer. */
  choose = (answerId: string, mode: 'camera' | 'voice'): void => {
    this.set({ phase: 'choosing', mode, fileFor: answerId, fileProblem: null });
  };

  /** From one question to the next. */
  goOn = async (work: () => Promise<void>): Promise<void> => {
    this.set({ goingOn: true });
    // What was put into the cache is drawn a turn later; only then is there a next question.
    await work().finally(() => setTimeout(() => this.set({ goingOn: false })));
  };

  /** Back to where the question stood. */
  leave = (): void => {
    this.set({ phase: 'idle', fileFor: null });
  };

  /** Sends a chosen file as the answer; what is wrong with it is said where it is chosen. */
  take = async (given: FileAnswer): Promise<void> => {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.turn += 1;
    const { turn } = this;
    const { answerId, mode, file } = given;
    const on = { fileFor: answerId, fileBytes: file.size, fileWaits: null, fileProblem: null };
    this.set({ phase: 'sending', mode, ...on, upload: start.upload, lasting: true });
    try {
      const attemptId = await sendFile(given, {
        wanted: () => this.turn === turn,
        waits: (until) => this.set({ fileWaits: until }),
        begun: (id, upload) => {
          this.own.add(id);
          this.sending = upload;
          upload.subscribe(() => this.set({ upload: upload.snapshot }));
          this.set({ lasting: upload.lasting, fileWaits: null });
        },
      });
      this.setClip({ attemptId, url: clipOfFile(file), mode });
      this.set({ phase: 'idle', fileFor: null, attemptId: null });
    } catch (error) {
      if (this.turn !== turn) {
        return;
      }
      const problem = this.ways.fileProblem(error, given.answerSeconds);
      await refreshInterview();
      this.set({ phase: 'choosing', fileProblem: problem });
    }
    this.sending = null;
    this.busy = false;
  };

  private stopSending(): void {
    if (this.state.phase === 'sending') {
      this.turn += 1;
      this.busy = false;
    }
    this.sending?.close();
    this.sending = null;
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
      this.stopSending();
      await refreshInterview();
      // Only now: before, the page would take the old attempt for one that a reload left behind.
      this.live = null;
      const { attemptId, endsAt } = begun;
      this.set({ phase: 'idle', fileFor: null, attemptId, endsAt });
      return true;
    } catch (error) {
      this.ways.say(messageOf(error));
      return false;
    }
  };

  close = (): void => {
    void this.live?.recording.stop();
    this.live?.upload.close();
    this.turn += 1;
    this.sending?.close();
  };

  private look(): void {
    const { live } = this;
    if (live) {
      const upload = live.upload.snapshot;
      live.wasOffline ||= upload.state === 'waiting';
      this.set({ upload, lasting: live.upload.lasting });
    }
  }

  private keepClip(live: LiveAnswer): void {
    const url = clipOf(live);
    this.setClip(url === null ? null : { attemptId: live.attemptId, url, mode: live.mode });
  }

  private setClip(clip: RunState['clip']): void {
    if (this.state.clip) {
      forgetClip(this.state.clip.url);
    }
    this.set({ clip });
  }

  private set(change: Partial<RunState>): void {
    this.state = { ...this.state, ...change };
    this.listeners.forEach((listener) => listener());
  }
}
