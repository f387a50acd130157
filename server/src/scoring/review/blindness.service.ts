import { Injectable } from '@nestjs/common';
import type { Stage } from '@zhiyu/contracts/stage-values';
import { AppError } from '@zhiyu/contracts/errors';
import { MeetingRow } from '../../interviews/meetings/meeting.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Application } from '../../recruiting/entities/application.entity.js';
import { Company } from '../../staff/company.entity.js';
import { AskedReviewer, ScorecardRow } from './scorecard.entity.js';

/** Nothing is rated any more: what was said may be read. */
const over: readonly Stage[] = ['hired', 'rejected', 'talentPool', 'withdrawn'];

/** Nobody is anchored: what others and the machine gave comes after the own scorecard. */
@Injectable()
export class Blindness {
  constructor(private readonly database: Database) {}

  /** Whether this person is still to say what he thinks of the interview. */
  async of(
    actor: StaffActor,
    interviewId: string,
    { stage }: Pick<Application, 'stage'>,
  ): Promise<boolean> {
    if (over.includes(stage)) {
      return false;
    }
    const own = await this.database
      .read(ScorecardRow)
      .findOneBy({ interviewId, reviewerId: actor.id });
    return own?.submittedAt == null && (own !== null || (await this.isToRate(actor, interviewId)));
  }

  /** Who was not in a round with people has nothing to say of it, and reads what the others said. */
  private async isToRate({ id: staffId }: StaffActor, interviewId: string): Promise<boolean> {
    const row = await this.database.read(MeetingRow).findOneBy({ interviewId });
    return (
      row === null ||
      row.staffIds.length === 0 ||
      row.staffIds.includes(staffId) ||
      this.database.read(AskedReviewer).existsBy({ interviewId, staffId })
    );
  }

  /** Before the machine's scores are shown outside the review room. @throws scorecardFirst where the company has people rate first */
  async requireOpen(
    actor: StaffActor,
    interviewId: string,
    application: Pick<Application, 'stage'>,
  ): Promise<void> {
    const company = await this.database.read(Company).findOneByOrFail({ id: actor.companyId });
    if (company.scorecardFirstSince !== null && (await this.of(actor, interviewId, application))) {
      throw new AppError('scorecardFirst');
    }
  }
}
