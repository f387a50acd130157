import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { JobMap } from '@zhiyu/contracts/jobs';
import type { RoundStage } from '@zhiyu/contracts/round-values';
import type { Stage } from '@zhiyu/contracts/stage-values';
import { InterviewReader } from '../interviews/interview-reader.js';
import { Database } from '../platform/database/database.js';
import { OnJob } from '../platform/jobs/on.js';
import { Decision } from '../recruiting/entities/application.entity.js';
import { Pipeline } from '../recruiting/pipeline.service.js';
import { Reports } from '../scoring/reports.service.js';
import { StaffService } from '../staff/staff.service.js';
import { MeetingPlans } from './meetings/meeting-plans.service.js';
import { MeetingTimes } from './meetings/meeting-times.service.js';
import { Results } from './results.js';

/** Where a pass leads that the candidate is told of: to people, and at last (null) to whoever makes the offer. */
const after: Partial<Record<Stage, RoundStage | null>> = {
  aiInterview: 'hrInterview',
  review: 'hrInterview',
  hrInterview: 'final',
  final: null,
};

/** Another result may take the free time that was just read: so often one looks again at once. */
const goes = 8;

/** After a decision: the candidate is answered, once, and the promise of an answer is kept. */
@Injectable()
export class ResultFlow {
  constructor(
    private readonly database: Database,
    private readonly pipeline: Pipeline,
    private readonly reader: InterviewReader,
    private readonly reports: Reports,
    private readonly staff: StaffService,
    private readonly results: Results,
    private readonly plans: MeetingPlans,
    private readonly times: MeetingTimes,
  ) {}

  @OnJob('result.tell')
  async tell({ decisionId }: JobMap['result.tell']): Promise<void> {
    for (let go = 1; ; go += 1) {
      try {
        await this.answer(decisionId);
        return;
      } catch (error) {
        const taken = error instanceof AppError && error.code === 'timeTaken';
        if (!taken || go === goes) {
          throw error;
        }
      }
    }
  }

  private async answer(decisionId: string): Promise<void> {
    // Before the transaction: the calendars of a chat are asked over the network.
    const taken = await this.takenAhead(decisionId);
    await this.database.transaction(async (tx) => {
      const decision = await tx.manager.findOneByOrFail(Decision, { id: decisionId });
      const application = await this.pipeline.lock(tx, decision.applicationId);
      await this.pipeline.keepPromises(tx, application);
      const passed = decision.kind === 'pass';
      const next = after[decision.fromStage];
      const silent = passed && next === undefined;
      const { id, stage } = application;
      if (silent || stage === 'withdrawn' || (await this.results.told(tx, id, decision.round))) {
        return;
      }
      const whose = await this.reader.whose(application.id, tx.manager);
      const names = await this.staff.namesOf([decision.decidedBy], tx.manager);
      const report = await this.reports.ofApplication(application.id, tx.manager);
      const deciderName = names.get(decision.decidedBy ?? '') ?? '';
      const result = { whose, deciderName, report, round: decision.round, next: next ?? null };
      await (passed
        ? this.results.passed(tx, result, taken)
        : this.results.notSelected(tx, result));
    });
  }

  /** When the interviewers of the next round are taken by what stands in the chat's calendar. */
  private async takenAhead(decisionId: string): Promise<Set<number>> {
    const { manager } = this.database.dataSource;
    const decision = await manager.findOneByOrFail(Decision, { id: decisionId });
    if (decision.kind !== 'pass' || decision.fromStage === 'final') {
      return new Set();
    }
    const whose = await this.reader.whose(decision.applicationId);
    const staffIds = await this.plans.interviewers(manager, whose);
    return this.times.busyAhead({ companyId: whose.application.companyId, staffIds });
  }
}
