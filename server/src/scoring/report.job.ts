import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { holdsSomething, MediaService } from '../interviews/media/media.service.js';
import { Transcripts } from '../interviews/transcripts.service.js';
import { Database } from '../platform/database/database.js';
import { OnEvent, OnJob } from '../platform/jobs/on.js';
import { Speech } from '../platform/speech/speech.js';
import { Consents } from '../privacy/consents.service.js';
import { Positions } from '../recruiting/positions.service.js';
import { assess, type AssessInput, ENGINE } from './engine/assess.js';
import { Reports } from './reports.service.js';

/** Makes the report when an interview is handed in and its words are there; again when words come or change. */
@Injectable()
export class ReportJob {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly transcripts: Transcripts,
    private readonly media: MediaService,
    private readonly positions: Positions,
    private readonly consents: Consents,
    private readonly reports: Reports,
    private readonly speech: Speech,
  ) {}

  @OnEvent('InterviewCompleted', 'scoring')
  completed(event: EventJob<'InterviewCompleted'>): Promise<void> {
    return this.make({ interviewId: event.payload.interviewId });
  }

  @OnEvent('AnswerTranscribed', 'scoring')
  transcribed(event: EventJob<'AnswerTranscribed'>): Promise<void> {
    return this.make({ interviewId: event.payload.interviewId });
  }

  @OnJob('scoring.report')
  async make(job: JobMap['scoring.report']): Promise<void> {
    const interview = await this.database.read(Interview).findOneByOrFail({ id: job.interviewId });
    // Without consent nothing is assessed, also not what was answered before it was taken back.
    const { automatedAssessment } = await this.consents.of(interview.applicationId);
    if (interview.state !== 'finished' || automatedAssessment !== true) {
      return;
    }
    const whose = await this.reader.whose(interview.applicationId);
    const input = await this.inputOf(interview, whose);
    if (!input) {
      return;
    }
    // The same words under the same model are not scored twice.
    const inputHash = createHash('sha256')
      .update(JSON.stringify([ENGINE, input]))
      .digest('hex');
    if ((await this.reports.newestRow(interview.id))?.inputHash !== inputHash) {
      await this.reports.store({
        interview,
        application: whose.application,
        report: assess(input),
        inputHash,
      });
    }
  }

  /** Null while recognition of a chosen attempt is still under way. */
  private async inputOf(interview: Interview, whose: Whose): Promise<AssessInput | null> {
    const { locale, content } = whose;
    const parts = await this.reader.parts(interview.id);
    const chosen = parts.map((part) => ({
      part,
      attempt: part.attempts.find((one) => one.id === part.answer.chosenAttemptId) ?? null,
    }));
    if (chosen.some(({ attempt }) => attempt?.recognition === 'pending')) {
      return null;
    }
    const ids = chosen.flatMap(({ attempt }) => (attempt ? [attempt.id] : []));
    const words = await this.transcripts.of(ids);
    const recorded = (await this.media.ofAttempts(ids)).filter(holdsSomething);
    const version = await this.positions.version(interview.positionVersionId);
    return {
      interviewId: interview.id,
      locale,
      model: content.model,
      modelVersion: version.version,
      speechEngine: this.speech.driver,
      answers: chosen.map(({ part, attempt }) => ({
        answerId: part.answer.id,
        questionIndex: part.question.position,
        question: part.question.content,
        questionText: textIn(part.question.content.text, locale),
        mode: attempt?.mode ?? 'text',
        attemptId: attempt?.id ?? null,
        seconds: attempt?.seconds ?? null,
        hasMedia: recorded.some((media) => media.attemptId === attempt?.id),
        transcript: (attempt ? words.get(attempt.id) : undefined) ?? null,
      })),
    };
  }
}
