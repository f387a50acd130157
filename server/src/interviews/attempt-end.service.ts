import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.js';
import { Speech } from '../platform/speech/speech.js';
import { Consents } from '../privacy/consents.service.js';
import { LiveCaptions } from './captions/live-captions.service.js';
import { Submissions } from './coding/submissions.service.js';
import { Drafts } from './coding/drafts.service.js';
import { AttemptTracks } from './attempt-tracks.service.js';
import { AttemptRow } from './entities/interview.entity.js';
import { type AnswerParts, wordsOf } from './interview-view.js';
import { Transcripts } from './transcripts.service.js';

/** Ends attempts: what the server has of them is the answer. */
@Injectable()
export class AttemptEnd {
  constructor(
    private readonly consents: Consents,
    private readonly tracks: AttemptTracks,
    private readonly transcripts: Transcripts,
    private readonly speech: Speech,
    private readonly drafts: Drafts,
    private readonly submissions: Submissions,
    private readonly live: LiveCaptions,
  ) {}

  /** No more slices, and speech is put into words where that is agreed to. */
  async end(
    tx: Tx,
    attempt: AttemptRow,
    said: { applicationId: string; seconds: number; offline: boolean; pasted: boolean },
  ): Promise<void> {
    const { applicationId, ...facts } = said;
    const recorded = await this.tracks.complete(tx, attempt);
    const consents = await this.consents.of(applicationId, tx.manager);
    const recognised = recorded && this.speech.available && consents.transcription;
    const recognition = recognised ? ('pending' as const) : ('none' as const);
    const done = { state: 'finished' as const, finishedAt: tx.now, ...facts, recognition };
    await tx.manager.update(AttemptRow, { id: attempt.id }, done);
    if (recognised) {
      await this.live.keep(tx, attempt);
      tx.enqueue('speech.transcribe', { attemptId: attempt.id });
    }
    await this.submissions.close(tx, attempt);
  }

  /**
   * What counts of an answer that nobody has chosen one of: the newest that was finished, else the newest of which
   * something arrived (the device died in the middle); that one is ended here.
   */
  async newest(tx: Tx, part: AnswerParts, applicationId: string): Promise<AttemptRow | null> {
    const finished = part.attempts.filter((attempt) => attempt.state === 'finished').at(-1);
    if (finished) {
      return finished;
    }
    for (const attempt of part.attempts.toReversed()) {
      if (await this.holdsAnything(tx, attempt)) {
        // Its length was never told: 0 is unknown.
        const said = { applicationId, seconds: 0, offline: true, pasted: false };
        await this.end(tx, attempt, said);
        return attempt;
      }
    }
    return null;
  }

  private async holdsAnything(tx: Tx, attempt: AttemptRow): Promise<boolean> {
    if (attempt.mode !== 'text') {
      return this.tracks.complete(tx, attempt);
    }
    if (await this.drafts.current(attempt.id, tx.manager)) {
      return true;
    }
    const words = await this.transcripts.of([attempt.id], tx.manager);
    return (wordsOf(words.get(attempt.id)) ?? '').trim() !== '';
  }
}
