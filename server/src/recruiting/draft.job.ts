import { Injectable } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { OnJob } from '../platform/jobs/on.js';
import { ResumeStore } from './resume-store.js';

/** Files that were read and never sent go after an hour. */
@Injectable()
export class DraftJob {
  constructor(private readonly store: ResumeStore) {}

  @OnJob('draft.clean')
  async clean(job: JobMap['draft.clean']): Promise<void> {
    await this.store.dropDraft(job.draftId);
  }
}
