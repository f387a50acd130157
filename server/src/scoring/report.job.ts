import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { Submissions } from '../interviews/coding/submissions.service.js';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader, type Whose } from '../interviews/interview-reader.js';
import { Database } from '../platform/database/database.js';
import { OnEvent, OnJob } from '../platform/jobs/on.js';
import { Speech } from '../platform/speech/speech.js';
import { Consents } from '../privacy/consents.service.js';
import { Positions } from '../recruiting/positions.service.js';
import { AssessedAnswers, chosenOf } from './assessed-answers.service.js';
import { assess, type AssessInput, ENGINE, ordersOf } from './engine/assess.js';
import { LlmReadings } from './llm/llm-readings.service.js';
import { Reports } from './reports.service.js';

/** Makes the report when an interview is handed in and its words are there; again when words come or change. */
@Injectable()
export class ReportJob {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly answers: AssessedAnswers,
    private readonly positions: Positions,
    private readonly consents: Consents,
    private readonly reports: Reports,
    private readonly speech: Speech,
    private readonly submissions: Submissions,
    private readonly readings: LlmReadings,
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
    const local = await this.inputOf(interview, whose);
    if (!local) {
      return;
    }
    // The same words under the same model are not scored twice.
    const inputHash = createHash('sha256')
      .update(JSON.stringify([ENGINE, this.readings.model, local]))
      .digest('hex');
    if ((await this.reports.newestRow(interview.id))?.inputHash === inputHash) {
      return;
    }
    const second = await this.readings.of(ordersOf(local), whose.application);
    const now = second ? await this.inputOf(interview, whose) : local;
    if (JSON.stringify(now) !== JSON.stringify(local)) {
      // Words were corrected while the model was reading.
      return this.make(job);
    }
    const input = second ? { ...local, second } : local;
    await this.reports.store({
      interview,
      application: whose.application,
      report: assess(input),
      snapshot: input,
      inputHash,
    });
  }

  /** Null while recognition of a chosen attempt is still under way, or a program is not judged yet. */
  private async inputOf(interview: Interview, whose: Whose): Promise<AssessInput | null> {
    const { locale, content } = whose;
    const parts = await this.reader.parts(interview.id);
    const heard = !parts.some((part) => chosenOf(part)?.recognition === 'pending');
    if (!heard || (await this.submissions.wait(interview.id))) {
      return null;
    }
    const asked = new Set(parts.map(({ question }) => question.content.code));
    const version = await this.positions.version(interview.positionVersionId);
    return {
      interviewId: interview.id,
      locale,
      model: content.model,
      modelVersion: version.version,
      speechEngine: this.speech.driver,
      answers: await this.answers.of(parts, locale),
      spare: content.questions.filter(({ code }) => !asked.has(code)),
    };
  }
}
