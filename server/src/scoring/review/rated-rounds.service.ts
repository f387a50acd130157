import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { AppError } from '@zhiyu/contracts/errors';
import type { RatedRound } from '@zhiyu/contracts/review';
import { MeetingRow, planOf } from '../../interviews/meetings/meeting.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { Positions } from '../../recruiting/positions.service.js';
import type { Reviewed } from './review-access.service.js';

/** Rounds with people, as they are rated: when and where each took place. */
@Injectable()
export class RatedRounds {
  constructor(
    private readonly database: Database,
    private readonly positions: Positions,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Null for an AI interview. @throws notFound once the person was erased */
  async of(actor: StaffActor, { interview, application }: Reviewed): Promise<RatedRound | null> {
    if (interview.kind !== 'human') {
      return null;
    }
    if ((await this.vault.of(application.personId)).erased) {
      throw new AppError('notFound');
    }
    const where = { interviewId: interview.id };
    const row = await this.database.read(MeetingRow).findOneBy(where);
    const { content } = await this.positions.version(application.positionVersionId);
    const startsAt = interview.startsAt ?? interview.createdAt;
    return {
      ...{ name: textIn(planOf(row, content).name, actor.locale), startsAt },
      ...{ place: interview.place, begun: startsAt <= this.clock.now() },
    };
  }
}
