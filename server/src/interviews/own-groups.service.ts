import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { OwnGroups, StatedGroups } from '@zhiyu/contracts/groups';
import type { CandidateActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { GroupStatements } from '../privacy/group-statements.service.js';
import { InterviewReader } from './interview-reader.js';

/** A candidate says something of the own groups, after the interview and by choice; it can be deleted at any time. */
@Injectable()
export class OwnGroupsDesk {
  constructor(
    private readonly database: Database,
    private readonly reader: InterviewReader,
    private readonly statements: GroupStatements,
  ) {}

  async view({ applicationId }: CandidateActor): Promise<OwnGroups> {
    const interview = await this.reader.newest(applicationId);
    const stated = await this.statements.of(applicationId);
    return { open: interview?.state === 'finished', stated };
  }

  /** Saying nothing of anything deletes it. @throws interviewClosed before handing in */
  async state(actor: CandidateActor, stated: StatedGroups): Promise<OwnGroups> {
    const { applicationId, companyId, id: personId } = actor;
    await this.database.transaction(async (tx) => {
      const interview = await this.reader.lockOwn(tx, actor);
      if (interview.state !== 'finished') {
        throw new AppError('interviewClosed');
      }
      if (Object.keys(stated).length > 0) {
        await this.statements.state(tx, { applicationId, companyId, personId }, stated);
      } else {
        await this.statements.drop(tx, applicationId);
      }
    });
    return this.view(actor);
  }

  async drop(actor: CandidateActor): Promise<OwnGroups> {
    await this.database.transaction((tx) => this.statements.drop(tx, actor.applicationId));
    return this.view(actor);
  }
}
