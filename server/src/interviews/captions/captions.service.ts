import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { WriteTranscript } from '@zhiyu/contracts/interview';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Speech } from '../../platform/speech/speech.js';
import { Consents } from '../../privacy/consents.service.js';
import { typedSegments } from '../candidate-attempts.service.js';
import { InterviewReader } from '../interview-reader.js';
import { isOpen } from '../interview-view.js';
import { Transcripts } from '../transcripts.service.js';
import { captionSource } from './caption-source.js';

/** Who recognised: the candidate's own browser. The page tells it, so it is marked and never more than a version. */
const byBrowser = 'browser';

/** Words that the candidate's browser heard, where company and candidate allow it and no engine of ours hears. */
@Injectable()
export class Captions {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly consents: Consents,
    private readonly transcripts: Transcripts,
    private readonly speech: Speech,
  ) {}

  /** @throws consentMissing where it was not agreed to or not asked, notFound for attempts of others. */
  async note(actor: CandidateActor, { attemptId, text }: WriteTranscript): Promise<void> {
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      const consents = await this.consents.of(interview.applicationId, tx.manager);
      const { asked } = await this.reader.whose(interview.applicationId, tx.manager);
      if (!consents.browserRecognition || !asked.includes('browserRecognition')) {
        throw new AppError('consentMissing');
      }
      const source = captionSource({ engine: this.speech.available, consents, asked });
      const part = (await this.reader.parts(interview.id, tx.manager)).find(isOpen);
      const attempt = part?.attempts.find((one) => one.id === attemptId);
      if (!part || !attempt || attempt.mode === 'text') {
        throw new AppError('notFound');
      }
      if (source !== 'browser' || text.trim() === '') {
        return;
      }
      const by = { origin: 'engine' as const, engine: byBrowser, writtenBy: null };
      const segments = typedSegments(text);
      await this.transcripts.write(tx, { attempt, ...by, locale: actor.locale, segments });
      const { companyId, applicationId, id: interviewId } = interview;
      const ids = { applicationId, interviewId, answerId: part.answer.id, attemptId };
      tx.emit('AnswerTranscribed', companyId, { ...ids, origin: 'engine' });
    });
  }
}
