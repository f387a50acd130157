import { Injectable } from '@nestjs/common';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { Database } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/jobs/on.js';
import { isWeighing, weightsInForce } from '../../staff/delivery-weights/weights-in-force.js';
import { ReportRow } from '../report.entity.js';
import { Reports } from '../reports.service.js';
import { soundWaitMs } from './delivery-facts.service.js';

/** Purposes without which voice or face may not be weighed. */
const weighedBy = ['recording', 'transcription', 'facialObservation'];

/** Reports that voice or face weigh in: made without a sound that never comes, and again when a consent is taken back. */
@Injectable()
export class DeliveryFlow {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
  ) {}

  @OnEvent('InterviewCompleted', 'scoring.delivery')
  async completed({ at, companyId, payload }: EventJob<'InterviewCompleted'>): Promise<void> {
    const { interviewId } = payload;
    await this.database.transaction(async (tx) => {
      if (isWeighing(await weightsInForce(tx.manager, companyId))) {
        const options = { runAt: at + soundWaitMs, key: `delivery:${interviewId}` };
        tx.enqueue('scoring.report', { interviewId }, options);
      }
    });
  }

  /** The newest report is made anew from the words alone; the older one stays what it was. */
  @OnEvent('ConsentWithdrawn', 'scoring.delivery')
  async withdrawn({ payload }: EventJob<'ConsentWithdrawn'>): Promise<void> {
    const { applicationId, purpose } = payload;
    if (!weighedBy.includes(purpose)) {
      return;
    }
    const row = await this.database
      .read(ReportRow)
      .findOne({ where: { applicationId }, order: { createdAt: 'DESC', version: 'DESC' } });
    const report = row ? await this.reports.open(row) : null;
    if (report?.weighed) {
      const { interviewId } = report;
      await this.database.transaction((tx) => {
        tx.enqueue('scoring.report', { interviewId });
        return Promise.resolve();
      });
    }
  }
}
