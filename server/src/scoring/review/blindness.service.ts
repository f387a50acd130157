import { Injectable } from '@nestjs/common';
import type { Stage } from '@zhiyu/contracts/stage-values';
import { AppError } from '@zhiyu/contracts/errors';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Application } from '../../recruiting/entities/application.entity.js';
import { Company } from '../../staff/company.entity.js';
import { ScorecardRow } from './scorecard.entity.js';

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
    return own?.submittedAt == null;
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
