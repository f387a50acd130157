import Taro from '@tarojs/taro';
import { ticks } from '../clock';
import { readBytes, removeFile, sizeOf } from '../slices/mini-files';
import type { RecordingOptions } from './recorder.shared';

/** Longest file of the camera (s): the platform ends a recording itself soon after. */
const FILE_S = 110;
/** A file that ended this much before its time was ended by the phone: a call, another app (s). */
const EARLY_S = 3;
/** A file is handed over in pieces of so many bytes. */
const PIECE = 512 * 1024;

interface Made {
  tempVideoPath: string;
}

/**
 * The camera of a mini-program as one track: it writes one MP4 file after another, each at most 110 s, and the files
 * are handed over piece by piece, in order. The server puts them together. A file that the phone does not give is
 * said to be missing, and the others go on.
 */
export class CameraFiles {
  private readonly context = Taro.createCameraContext();
  private sequence = 0;
  private queue: Promise<void> = Promise.resolve();
  private fileFrom = 0;
  private stopped = false;

  constructor(
    private readonly startedAt: number,
    private readonly options: Pick<RecordingOptions, 'onSlice' | 'onLost' | 'onMissing'>,
  ) {}

  start(): void {
    this.fileFrom = ticks();
    const wanted = {
      timeout: FILE_S,
      selfieMirror: false,
      timeoutCallback: (made: Made) => this.rolled(made),
      fail: () => this.lost(),
    };
    this.context.startRecord(wanted);
  }

  /** The file is full, or the phone took the camera away. */
  private rolled({ tempVideoPath }: Made): void {
    const lasted = (ticks() - this.fileFrom) / 1000;
    this.hand(tempVideoPath);
    if (this.stopped) {
      return;
    }
    if (lasted < FILE_S - EARLY_S) {
      this.lost();
    } else {
      this.start();
    }
  }

  private lost(): void {
    if (!this.stopped) {
      this.stopped = true;
      this.options.onLost();
    }
  }

  /** Ends the last file; resolves when all of it was handed over. */
  async stop(): Promise<void> {
    if (!this.stopped) {
      this.stopped = true;
      await new Promise<void>((resolve) => {
        this.context.stopRecord({
          success: ({ tempVideoPath }) => {
            this.hand(tempVideoPath);
            resolve();
          },
          // It had ended by itself: its file has come by the other way.
          fail: () => resolve(),
        });
      });
    }
    await this.queue;
  }

  private hand(path: string): void {
    const endMs = ticks() - this.startedAt;
    const fromMs = this.fileFrom - this.startedAt;
    this.queue = this.queue
      .then(() => this.handOver(path, { fromMs, endMs }))
      .catch(() => this.options.onMissing());
  }

  private async handOver(path: string, time: { fromMs: number; endMs: number }): Promise<void> {
    const size = await sizeOf(path);
    for (let position = 0; position < size; position += PIECE) {
      const length = Math.min(PIECE, size - position);
      const bytes = await readBytes(path, { position, length });
      const part = (position + length) / size;
      const endMs = Math.round(time.fromMs + (time.endMs - time.fromMs) * part);
      this.options.onSlice({ track: 'video', sequence: this.sequence, bytes, endMs });
      this.sequence += 1;
    }
    await removeFile(path);
  }
}
