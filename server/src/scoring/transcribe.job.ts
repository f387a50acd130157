import { Injectable } from '@nestjs/common';
import { locales } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { JobMap } from '@zhiyu/contracts/jobs';
import type { Recognition } from '@zhiyu/contracts/unheard';
import { Answer, AttemptRow, Interview } from '../interviews/entities/interview.entity.js';
import { MediaService } from '../interviews/media/media.service.js';
import { Transcripts } from '../interviews/transcripts.service.js';
import { Database } from '../platform/database/database.js';
import { HopelessError } from '../platform/jobs/job-engine.js';
import { OnJob } from '../platform/jobs/on.js';
import { Speech } from '../platform/speech/speech.js';
import { Application } from '../recruiting/entities/application.entity.js';

/** Refusals that say something about the recording, not about the engine. */
const unreadable: readonly string[] = ['fileBroken', 'fileEmpty', 'fileTypeUnknown'];

function recognitionOf(error: unknown): Recognition {
  return error instanceof AppError && unreadable.includes(error.code) ? 'broken' : 'failed';
}

/** Speech to words: from the small sound track, never waiting for the video. */
@Injectable()
export class TranscribeJob {
  constructor(
    private readonly database: Database,
    private readonly media: MediaService,
    private readonly transcripts: Transcripts,
    private readonly speech: Speech,
  ) {}

  @OnJob('speech.transcribe')
  async transcribe(job: JobMap['speech.transcribe']): Promise<void> {
    const attempt = await this.database.read(AttemptRow).findOneByOrFail({ id: job.attemptId });
    if (attempt.recognition === 'done') {
      return;
    }
    const answer = await this.database.read(Answer).findOneByOrFail({ id: attempt.answerId });
    const interview = await this.database
      .read(Interview)
      .findOneByOrFail({ id: answer.interviewId });
    try {
      await this.hear(attempt, interview);
    } catch (error) {
      await this.failed(attempt, interview, recognitionOf(error));
      // A refusal stays one; anything else is tried again later.
      throw error instanceof AppError ? new HopelessError(`speech: ${error.code}`) : error;
    }
  }

  private async hear(attempt: AttemptRow, interview: Interview): Promise<void> {
    const application = await this.database
      .read(Application)
      .findOneByOrFail({ id: interview.applicationId });
    const locale = locales.find((one) => one === application.locale) ?? 'zh';
    const tracks = await this.media.ofAttempts([attempt.id]);
    const track = tracks.find((one) => one.track === 'audio') ?? tracks[0];
    if (!track) {
      throw new AppError('notFound');
    }
    const bytes = await this.media.readAll(track);
    const { segments, engine } = await this.speech.transcribe({
      bytes,
      mimeType: track.mimeType,
      locale,
    });
    await this.database.transaction(async (tx) => {
      await this.transcripts.write(tx, {
        attempt,
        origin: 'engine',
        engine,
        locale,
        segments,
        writtenBy: null,
      });
      await tx.manager.update(AttemptRow, { id: attempt.id }, { recognition: 'done' });
      const { companyId, applicationId, id: interviewId } = interview;
      const payload = {
        applicationId,
        interviewId,
        answerId: attempt.answerId,
        attemptId: attempt.id,
        origin: 'engine',
      };
      tx.emit('AnswerTranscribed', companyId, payload);
    });
  }

  /** The report does not wait for what may never come; a later success makes a new one. */
  private async failed(
    attempt: AttemptRow,
    interview: Interview,
    recognition: Recognition,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.manager.update(AttemptRow, { id: attempt.id }, { recognition });
      tx.enqueue('scoring.report', { interviewId: interview.id });
    });
  }
}
