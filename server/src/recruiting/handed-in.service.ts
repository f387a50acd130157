import { Injectable } from '@nestjs/common';
import type { UploadResult } from '@zhiyu/contracts/application';
import type { StaffActor } from '../platform/auth/actor.js';
import { type HandIn, Intake, type Uploaded } from './intake.service.js';
import { Merging } from './same-person/merging.service.js';

/** A file that HR hands in, with what is known of its person already. */
@Injectable()
export class HandedIn {
  constructor(
    private readonly intake: Intake,
    private readonly merging: Merging,
  ) {}

  async upload(actor: StaffActor, input: HandIn, bytes: Buffer): Promise<UploadResult> {
    return this.withPerson(actor, await this.intake.upload(actor, input, bytes));
  }

  /** Who looks like the same person, and the last application within the period. */
  async withPerson(actor: StaffActor, taken: Uploaded): Promise<UploadResult> {
    const around = await this.merging.around(actor, taken.applicationId);
    const last = around.earlier.find(({ again }) => again);
    return {
      ...taken,
      suspects: around.suspects.length,
      last: last
        ? {
            ...{ applicationId: last.applicationId, positionName: last.positionName },
            ...{ stage: last.stage, appliedAt: last.appliedAt },
          }
        : null,
    };
  }
}
