import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { KeepRating, KeepSummary, Rating, Scorecard, Summary } from '@zhiyu/contracts/review';
import type { EntityManager } from 'typeorm';
import { IsNull, Not } from 'typeorm';
import { AskedQuestion, Interview } from '../../interviews/entities/interview.entity.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { Positions } from '../../recruiting/positions.service.js';
import { StaffService } from '../../staff/staff.service.js';
import { apartOn } from './agreement.js';
import { ReviewAccess, type Reviewed } from './review-access.service.js';
import {
  emptyBody,
  missingIn,
  type ScorecardBody,
  withRating,
  withSummary,
} from './scorecard-body.js';
import { ScorecardRow } from './scorecard.entity.js';

const place = (row: string) => ({ table: 'scorecard', column: 'body', row });

/** What was handed in, told once more. @throws scorecardSubmitted for anything else, whatever it was made on */
function unchanged(known: ScorecardBody, how: (known: ScorecardBody) => ScorecardBody) {
  try {
    if (JSON.stringify(how(known)) === JSON.stringify(known)) {
      return known;
    }
  } catch (error) {
    if (!(error instanceof AppError)) {
      throw error;
    }
  }
  throw new AppError('scorecardSubmitted');
}

/** Scorecards (评分卡, R36): each person's own, kept with every change, handed in once. */
@Injectable()
export class Scorecards {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly access: ReviewAccess,
    private readonly positions: Positions,
    private readonly staff: StaffService,
  ) {}

  /** @throws staleVersion where this level was changed elsewhere, scorecardSubmitted, invalidInput */
  async keepRating(actor: StaffActor, input: KeepRating): Promise<Rating> {
    const { id, ...change } = input;
    const reviewed = await this.access.enter(actor, id);
    const { content } = await this.positions.version(reviewed.application.positionVersionId);
    if (!content.model.dimensions.some(({ code }) => code === change.dimension)) {
      throw new AppError('invalidInput', {}, [{ path: 'dimension', message: 'unknown' }]);
    }
    const body = await this.change(actor, reviewed, (known) => withRating(known, change));
    return body.ratings.find(({ dimension }) => dimension === change.dimension) ?? change;
  }

  /** @throws staleVersion, scorecardSubmitted */
  async keepSummary(actor: StaffActor, { id, ...change }: KeepSummary): Promise<Summary> {
    const reviewed = await this.access.enter(actor, id);
    return (await this.change(actor, reviewed, (known) => withSummary(known, change))).summary;
  }

  /** Handed in again nothing happens. @throws scorecardIncomplete, roundAhead for a round that has not begun */
  async submit(actor: StaffActor, interviewId: string): Promise<void> {
    const reviewed = await this.access.enter(actor, interviewId);
    const needed = await this.asked(interviewId);
    const { companyId, applicationId } = reviewed.interview;
    await this.database.transaction(async (tx) => {
      // One after another, so that of two handed in at once the second sees the first.
      const lock = { mode: 'pessimistic_write' as const };
      await tx.manager.findOne(Interview, { where: { id: interviewId }, lock });
      const row = await this.lock(tx, actor, reviewed);
      if (row.submittedAt !== null) {
        return;
      }
      if ((reviewed.interview.startsAt ?? 0) > tx.now) {
        throw new AppError('roundAhead');
      }
      const n = missingIn(await this.open(row, tx.manager), needed);
      if (n > 0) {
        throw new AppError('scorecardIncomplete', { n });
      }
      await tx.manager.update(ScorecardRow, { id: row.id }, { submittedAt: tx.now });
      const about = { applicationId, interviewId, scorecardId: row.id };
      tx.emit('ScorecardSubmitted', companyId, { ...about, byStaffId: actor.id });
      const apart = apartOn(await this.submitted({ interviewId }, tx.manager)).length;
      if (apart > 0) {
        tx.emit('ReviewersApart', companyId, { ...about, dimensions: apart });
      }
    });
  }

  /** Dimensions that a question of this interview measures. */
  async asked(interviewId: string): Promise<string[]> {
    const questions = await this.database.read(AskedQuestion).findBy({ interviewId });
    return [...new Set(questions.flatMap(({ content }) => content.dimensions))];
  }

  /** Rows of an interview or an application, the first who began first. */
  rows(of: { interviewId: string } | { applicationId: string }): Promise<ScorecardRow[]> {
    return this.database.read(ScorecardRow).find({ where: of, order: { createdAt: 'ASC' } });
  }

  /** Those that were handed in, opened; none of an erased person. */
  async submitted(
    of: { interviewId: string } | { applicationId: string },
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<(Scorecard & { interviewId: string })[]> {
    const rows = await manager.find(ScorecardRow, {
      where: { ...of, submittedAt: Not(IsNull()) },
      order: { submittedAt: 'ASC', id: 'ASC' },
    });
    return Promise.all(
      rows.map(async (row) => ({
        ...(await this.shown(row, manager)),
        interviewId: row.interviewId,
      })),
    );
  }

  async shown(row: ScorecardRow, manager?: EntityManager): Promise<Scorecard> {
    const { id, reviewerId, submittedAt } = row;
    const names = await this.staff.namesOf([reviewerId], manager);
    const reviewerName = names.get(reviewerId) ?? '';
    return { id, reviewerId, reviewerName, submittedAt, ...(await this.open(row, manager)) };
  }

  private async change(
    actor: StaffActor,
    reviewed: Reviewed,
    how: (known: ScorecardBody) => ScorecardBody,
  ): Promise<ScorecardBody> {
    return this.database.transaction(async (tx) => {
      const row = await this.lock(tx, actor, reviewed);
      const known = await this.open(row, tx.manager);
      const changed = row.submittedAt === null ? how(known) : unchanged(known, how);
      const vault = await this.vault.of(row.personId, tx.manager);
      const body = vault.seal(place(row.id), JSON.stringify(changed));
      await tx.manager.update(ScorecardRow, { id: row.id }, { body, changedAt: tx.now });
      return changed;
    });
  }

  /** The person's row, made where there is none: two tabs that begin at once get the same. */
  private async lock(tx: Tx, actor: StaffActor, reviewed: Reviewed): Promise<ScorecardRow> {
    const { id: interviewId, companyId, applicationId, round } = reviewed.interview;
    const { personId } = reviewed.application;
    const whose = { interviewId, reviewerId: actor.id };
    const lock = { mode: 'pessimistic_write' as const };
    if (!(await tx.manager.existsBy(ScorecardRow, whose))) {
      const id = newId(tx.now);
      const vault = await this.vault.of(personId, tx.manager);
      const body = vault.seal(place(id), JSON.stringify(emptyBody));
      const times = { createdAt: tx.now, changedAt: tx.now, submittedAt: null };
      const row = { id, companyId, applicationId, personId, round, ...whose, body, ...times };
      const insert = tx.manager.createQueryBuilder().insert().into(ScorecardRow);
      await insert.values(row).orIgnore().execute();
    }
    const row = await tx.manager.findOne(ScorecardRow, { where: whose, lock });
    if (!row) {
      throw new AppError('notFound');
    }
    return row;
  }

  private async open(row: ScorecardRow, manager?: EntityManager): Promise<ScorecardBody> {
    const vault = await this.vault.of(row.personId, manager);
    const body = vault.open(place(row.id), row.body);
    return body === null ? emptyBody : (JSON.parse(body) as ScorecardBody);
  }
}
