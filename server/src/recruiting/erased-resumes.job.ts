import { Injectable } from '@nestjs/common';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { OnEvent } from '../platform/jobs/on.js';
import { ResumeStore } from './resume-store.js';

/** The files of an erased person's résumés go with the key that opened them. */
@Injectable()
export class ErasedResumesJob {
  constructor(private readonly store: ResumeStore) {}

  @OnEvent('PersonErased', 'recruiting')
  async erased({ payload }: EventJob<'PersonErased'>): Promise<void> {
    await this.store.forget(payload.personId);
  }
}
