import { Injectable } from '@nestjs/common';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { InterviewReader } from '../../interviews/interview-reader.js';
import { Database } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/jobs/on.js';
import { isOver, SittingStore } from './sitting-store.js';
import { SittingRow } from './written-test.entity.js';
import { WrittenTests } from './written-tests.service.js';

/** Tests go out with the invitation where the position says so, and end when their time is up. */
@Injectable()
export class TestEndJob {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly store: SittingStore,
    private readonly tests: WrittenTests,
  ) {}

  @OnEvent('InvitationSent', 'written-tests')
  async invited({ payload }: EventJob<'InvitationSent'>): Promise<void> {
    const { applicationId, deadline } = payload;
    await this.database.transaction(async (tx) => {
      await this.reader.lockApplication(tx, applicationId);
      const { application, content } = await this.reader.whose(applicationId, tx.manager);
      const wanted = content.plan.writtenTests ?? [];
      if (wanted.length === 0) {
        return;
      }
      const published = await this.tests.published(application.companyId, tx.manager);
      const rows = await tx.manager.findBy(SittingRow, { applicationId });
      const sent = new Set(rows.map(({ testId }) => testId));
      for (const one of published) {
        if (wanted.includes(one.test.id) && !sent.has(one.test.id)) {
          await this.store.send(tx, application, { ...one, deadline, sentBy: null });
        }
      }
    });
  }

  @OnJob('test.end')
  async end({ sittingId }: JobMap['test.end']): Promise<void> {
    await this.database.transaction(async (tx) => {
      const found = await tx.manager.findOneByOrFail(SittingRow, { id: sittingId });
      await this.reader.lockApplication(tx, found.applicationId);
      const row = await tx.manager.findOneByOrFail(SittingRow, { id: sittingId });
      if (isOver(row, tx.now)) {
        await this.store.end(tx, row);
      }
    });
  }
}
