import { execFile } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { Database } from '../../platform/database/database.js';
import { OnJob } from '../../platform/jobs/on.js';
import { AppLog } from '../../platform/log/app-log.js';
import { Runtime } from '../../platform/runtime.js';
import { syncFolderOf } from '../../platform/storage/append-handle.js';
import { Media } from './media.entity.js';
import { MediaFiles } from './media-files.js';
import type { SealFailure, SealResult } from './seal-recording.js';
import type { SealOrder } from './seal.worker.js';

const workerMs = 5 * 60_000;

function runWorker(order: SealOrder): Promise<SealResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./seal.worker.js', import.meta.url), { workerData: order });
    const timer = setTimeout(() => {
      resolve({ failure: 'sealingTimedOut', cause: `${workerMs} ms` });
      void worker.terminate();
    }, workerMs);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the worker ended with ${code}`));
    });
  });
}

/** After a recording is complete: a copy with duration and seek points. The original stays. */
@Injectable()
export class SealJob {
  private ffmpegFound: Promise<string | null> | undefined;
  /** One at a time in a process: it holds a recording in memory. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly files: MediaFiles,
    private readonly runtime: Runtime,
    private readonly log: AppLog,
  ) {}

  @OnJob('media.seal')
  async seal({ mediaId }: JobMap['media.seal']): Promise<void> {
    const done = this.turn.then(() => this.sealOne(mediaId));
    this.turn = done.catch(() => undefined);
    await done;
  }

  /** Path of ffmpeg when it runs, else null; asked once. */
  ffmpeg(): Promise<string | null> {
    const path = this.runtime.settings.media.FFMPEG_PATH;
    this.ffmpegFound ??= promisify(execFile)(path, ['-version'], { timeout: 10_000 }).then(
      () => path,
      () => null,
    );
    return this.ffmpegFound;
  }

  private async sealOne(mediaId: string): Promise<void> {
    const media = await this.database.read(Media).findOneBy({ id: mediaId });
    if (media?.state !== 'complete' || (await this.files.erased(media))) {
      return;
    }
    const name = this.files.nameOf(media.id, 'copy');
    const copy = await this.files.copy(media, name);
    const part = { ...copy, path: `${copy.path}.part` };
    await rm(part.path, { force: true });
    const recording = await this.files.original(media);
    const result = await runWorker({ recording, copy: part, ffmpeg: await this.ffmpeg() });
    if ('failure' in result) {
      await rm(part.path, { force: true });
      this.log.warn('recording stays as it came', { mediaId, ...result });
      await this.fail(media, result.failure);
      return;
    }
    await this.files.open.drop(copy.path);
    await rename(part.path, copy.path);
    await syncFolderOf(copy.path);
    const change = {
      state: 'sealed' as const,
      sealedFile: name,
      sealedMimeType: result.mimeType,
      seconds: result.seconds,
      pictureSeconds: media.track === 'video' ? result.pictureSeconds : null,
    };
    if (!(await this.change(media, change))) {
      await this.files.open.remove(copy.path);
    }
  }

  private async fail(media: Media, reason: SealFailure): Promise<void> {
    await this.change(media, { state: 'failed', reason });
  }

  /** False when the recording was purged meanwhile. */
  private async change(media: Media, change: Partial<Media>): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const { affected } = await tx.manager.update(Media, { id: media.id }, change);
      // What the seal could not read has no sound that could be measured.
      if (affected !== 0 && change.reason !== 'unreadableRecording') {
        tx.enqueue('sound.measure', { mediaId: media.id }, { key: `sound.measure:${media.id}` });
      }
      return affected !== 0;
    });
  }
}
