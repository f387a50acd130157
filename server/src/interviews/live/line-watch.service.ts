import { stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/time/clock.js';
import type { AttemptRow } from '../entities/interview.entity.js';
import { MediaFiles } from '../media/media-files.js';
import { MediaService } from '../media/media.service.js';

/** Whether a recording that runs arrives. */
@Injectable()
export class LineWatch {
  constructor(
    private readonly media: MediaService,
    private readonly files: MediaFiles,
    private readonly clock: Clock,
  ) {}

  /** Seconds since the last piece of this attempt was on disk, of whichever track; null where nothing is awaited. */
  async quietSeconds(attempt: AttemptRow | undefined): Promise<number | null> {
    if (attempt?.state !== 'recording' || attempt.mode === 'text') {
      return null;
    }
    const tracks = (await this.media.ofAttempts([attempt.id])).filter(
      ({ state }) => state === 'open',
    );
    const arrived = await Promise.all(
      tracks.map(async (track) => {
        const { path } = await this.files.original(track);
        return stat(path).then(
          ({ mtimeMs }) => mtimeMs,
          () => attempt.startedAt, // nothing of it has arrived
        );
      }),
    );
    const last = Math.max(attempt.startedAt, ...arrived);
    return Math.max(0, Math.round((this.clock.now() - last) / 1000));
  }
}
