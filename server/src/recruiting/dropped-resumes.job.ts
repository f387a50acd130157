import { Injectable } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { OnJob } from '../platform/jobs/on.js';
import { ResumeStore } from './resume-store.js';

/** The résumé of an application that was taken back: first its file, then what was read of it. */
@Injectable()
export class DroppedResumesJob {
  constructor(private readonly store: ResumeStore) {}

  @OnJob('resume.drop')
  async drop({ resumeId }: JobMap['resume.drop']): Promise<void> {
    await this.store.drop(resumeId);
  }
}
