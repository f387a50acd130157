import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { Interview } from '../interviews/entities/interview.entity.js';
import { InterviewReader } from '../interviews/interview-reader.js';
import { Database } from '../platform/database/database.js';
import { OnEvent, OnJob } from '../platform/jobs/on.js';
import { Consents } from '../privacy/consents.service.js';
import type { Application } from '../recruiting/entities/application.entity.js';
import { Assessing } from './assessing/assessing.service.js';
import { ENGINE } from './engine/assess.js';
import type { AssessInput } from './engine/engine.types.js';
import { CalibrationsInUse } from './grading/calibrations-in-use.service.js';
import { LlmReadings } from './llm/llm-readings.service.js';
import { ReportInput } from './report-input.service.js';
import { Reports } from './reports.service.js';

/** Makes the report when an interview is handed in and its words are there; again when words come or change. */
@Injectable()
export class ReportJob {
  private readonly underWay = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly input: ReportInput,
    private readonly consents: Consents,
    private readonly reports: Reports,
    private readonly readings: LlmReadings,
    private readonly assessing: Assessing,
    private readonly calibrations: CalibrationsInUse,
  ) {}

  @OnEvent('InterviewCompleted', 'scoring')
  completed(event: EventJob<'InterviewCompleted'>): Promise<void> {
    return this.make({ interviewId: event.payload.interviewId });
  }

  @OnEvent('AnswerTranscribed', 'scoring')
  transcribed(event: EventJob<'AnswerTranscribed'>): Promise<void> {
    return this.make({ interviewId: event.payload.interviewId });
  }

  /** One after another for each interview: the words of several answers often come at once, and one report has them all. */
  @OnJob('scoring.report')
  async make(job: JobMap['scoring.report']): Promise<void> {
    const { interviewId } = job;
    const before = this.underWay.get(interviewId);
    const made = (before ?? Promise.resolve()).catch(() => undefined).then(() => this.makeNow(job));
    this.underWay.set(interviewId, made);
    try {
      await made;
    } finally {
      if (this.underWay.get(interviewId) === made) {
        this.underWay.delete(interviewId);
      }
    }
  }

  private async makeNow(job: JobMap['scoring.report']): Promise<void> {
    const interview = await this.database.read(Interview).findOneByOrFail({ id: job.interviewId });
    // Without consent nothing is assessed, also not what was answered before it was taken back.
    const { automatedAssessment } = await this.consents.of(interview.applicationId);
    if (interview.state !== 'finished' || automatedAssessment !== true) {
      return;
    }
    const whose = await this.reader.whose(interview.applicationId);
    const local = await this.input.of(interview, whose);
    if (!local) {
      return;
    }
    // The same words under the same model are not scored twice, unless a person asks; a calibration that was put
    // to use since then is no reason to change a report by itself.
    const inputHash = createHash('sha256')
      .update(JSON.stringify([ENGINE, this.readings.model, local]))
      .digest('hex');
    const again = job.again === true;
    if (!again && (await this.isMade(interview, inputHash))) {
      return;
    }
    const learned = await this.calibrations.of(local, interview.companyId);
    const second = await this.readAlong(local, whose.application);
    const now = second ? await this.input.of(interview, whose) : local;
    if (JSON.stringify(now) !== JSON.stringify(local)) {
      // Words were corrected while the model was reading.
      return this.makeNow(job);
    }
    const input = { ...local, ...(second ? { second } : {}), ...(learned ? { learned } : {}) };
    await this.reports.store({
      interview,
      application: whose.application,
      report: await this.assessing.run('assess', input),
      snapshot: input,
      inputHash,
      again,
    });
  }

  /** What a second engine read in the same words, where one is set. */
  private async readAlong(local: AssessInput, application: Application) {
    const orders = this.readings.model === null ? [] : await this.assessing.run('orders', local);
    return this.readings.of(orders, application);
  }

  private async isMade({ id }: Interview, inputHash: string): Promise<boolean> {
    return (await this.reports.newestRow(id))?.inputHash === inputHash;
  }
}
