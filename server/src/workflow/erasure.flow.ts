import { Injectable } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { Database } from '../platform/database/database.js';
import { OnJob } from '../platform/jobs/on.js';
import { Erasure } from '../privacy/erasure.service.js';
import { CandidateRequest } from '../privacy/request.entity.js';

/** Erases whom it was promised to: a day after somebody agreed, when the candidate has been told. */
@Injectable()
export class ErasureFlow {
  constructor(
    private readonly database: Database,
    private readonly erasure: Erasure,
  ) {}

  @OnJob('person.erase')
  async erase({ requestId }: JobMap['person.erase']): Promise<void> {
    await this.database.transaction(async (tx) => {
      const request = await tx.manager.findOneBy(CandidateRequest, { id: requestId });
      if (request?.state === 'granted') {
        await this.erasure.erase(tx, request.personId);
      }
    });
  }
}
