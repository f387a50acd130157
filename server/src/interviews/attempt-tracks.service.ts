import { Injectable } from '@nestjs/common';
import type { BeginAttempt, BegunAttempt } from '@zhiyu/contracts/interview';
import type { Tx } from '../platform/database/database.js';
import type { AttemptRow } from './entities/interview.entity.js';
import { holdsSomething, MediaService } from './media/media.service.js';

type Addresses = Pick<BegunAttempt, 'videoUrl' | 'audioUrl'>;

/** The recordings of an attempt: its picture with sound, and its sound as a small track of its own. */
@Injectable()
export class AttemptTracks {
  constructor(private readonly media: MediaService) {}

  /** For a new attempt. */
  async open(tx: Tx, attempt: AttemptRow, input: BeginAttempt): Promise<Addresses> {
    const { companyId, personId, id: attemptId, mode } = attempt;
    const open = async (track: 'video' | 'audio', mimeType: string) =>
      this.media.uploadUrl(
        await this.media.open(tx, { companyId, personId, attemptId, track, mimeType }),
      );
    return {
      videoUrl: mode === 'camera' ? await open('video', input.mimeType) : null,
      audioUrl:
        mode !== 'text' && input.audioMimeType ? await open('audio', input.audioMimeType) : null,
    };
  }

  /** Of an attempt that goes on. */
  async of(tx: Tx, attempt: AttemptRow): Promise<Addresses> {
    const tracks = await this.media.ofAttempts([attempt.id], tx.manager);
    const url = (track: string) => {
      const media = tracks.find((one) => one.track === track);
      return media ? this.media.uploadUrl(media) : null;
    };
    return { videoUrl: url('video'), audioUrl: url('audio') };
  }

  /** Takes no more slices. @returns false when none ever came */
  async complete(tx: Tx, attempt: AttemptRow): Promise<boolean> {
    let some = false;
    for (const { id } of await this.media.ofAttempts([attempt.id], tx.manager)) {
      some = holdsSomething(await this.media.complete(tx, id)) || some;
    }
    return some;
  }
}
