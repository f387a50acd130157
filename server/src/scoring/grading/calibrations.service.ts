import { Injectable } from '@nestjs/common';
import type { CalibrationView, GradeAnswer, OpenCalibration } from '@zhiyu/contracts/calibration';
import { wantedGrades } from '@zhiyu/contracts/calibration-limits';
import { AppError } from '@zhiyu/contracts/errors';
import { createHash } from 'node:crypto';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { Positions } from '../../recruiting/positions.service.js';
import { requireOn } from '../../staff/access.js';
import { Assessing } from '../assessing/assessing.service.js';
import { AnswerPool, type PooledAnswer } from './answer-pool.service.js';
import { CalibrationRow, GradedAnswerRow, GradeRow } from './calibration.entity.js';
import { CalibrationViews, type Gathered } from './calibration-views.service.js';
import { GradedWords, localeOf } from './graded-words.service.js';
import type { Offered } from './learning.js';
import { gradableOn, rubricKeyOf } from './rubric-key.js';

/** An answer that is shown to be graded. */
export interface AnswerToGrade {
  row: GradedAnswerRow;
  words: string;
  calibration: CalibrationRow;
}

/** More answers than this teach little that is new, and nobody grades them in one go. */
const mostAnswers = 40;
/** Who has graded all that were chosen gets so many more. */
const more = 10;

/** Answers to a question, graded by people: chosen, shown blind, each grade kept at once. */
@Injectable()
export class Calibrations {
  constructor(
    private readonly database: Database,
    private readonly positions: Positions,
    private readonly pool: AnswerPool,
    private readonly words: GradedWords,
    private readonly views: CalibrationViews,
    private readonly assessing: Assessing,
  ) {}

  /** Begins, or goes on where somebody began. @throws notFound for a question or dimension that is not there */
  async open(actor: StaffActor, input: OpenCalibration): Promise<CalibrationView> {
    const { companyId, id: createdBy } = actor;
    const position = await this.database.read(Position).findOneBy({ id: input.positionId });
    requireOn(actor, 'calibration.grade', position);
    const { content } = await this.positions.version(position.versionId);
    const question = content.questions.find(({ code }) => code === input.code);
    const dimension = content.model.dimensions.find(({ code }) => code === input.dimension);
    if (!question || !dimension || !gradableOn(question).includes(dimension.code)) {
      throw new AppError('notFound');
    }
    const rubric = rubricKeyOf(question, dimension.code);
    const row = await this.database.transaction(async (tx) => {
      const known = await tx.manager.findOneBy(CalibrationRow, { companyId, rubric });
      if (known) {
        return known;
      }
      const made = {
        ...{ id: newId(tx.now), companyId, rubric, question, createdBy, createdAt: tx.now },
        ...{ code: question.bank?.code ?? question.code, dimension: dimension.code },
        ...{ dimensionName: dimension.name, inUse: null, usedAt: null, usedBy: null, reason: '' },
      };
      await tx.manager.insert(CalibrationRow, made);
      return tx.manager.findOneByOrFail(CalibrationRow, { id: made.id });
    });
    const there = await this.database.read(GradedAnswerRow).countBy({ calibrationId: row.id });
    return there > 0 ? this.views.view(actor, row) : this.draw(actor, row.id);
  }

  async view(actor: StaffActor, id: string): Promise<CalibrationView> {
    return this.views.view(actor, await this.require(actor, id));
  }

  /** Chooses answers: the first twenty, and ten more for who has graded all of them. */
  async draw(actor: StaffActor, id: string): Promise<CalibrationView> {
    const row = await this.require(actor, id);
    const all = await this.views.gather(id);
    const own = all.grades.filter(({ graderId }) => graderId === actor.id).length;
    const wanted = Math.min(mostAnswers, Math.max(wantedGrades, own + more));
    const missing = wanted - all.answers.length;
    if (missing > 0) {
      const pool = await this.pool.of(row.companyId, row.rubric, row.dimension);
      const known = new Set(all.answers.map(({ answerId }) => answerId));
      const fresh = pool.filter((one) => !known.has(one.id));
      const order = { pool: fresh, chosen: offeredOf(all), wanted: missing };
      const chosen = await this.assessing.run('choice', order);
      const picked = fresh.filter((one) => chosen.includes(one.id));
      await this.keep(row, picked);
    }
    return this.views.view(actor, row);
  }

  /** @throws notFound where there is no such answer, or its words are gone */
  async grade(actor: StaffActor, input: GradeAnswer): Promise<CalibrationView> {
    const row = await this.require(actor, input.id);
    await this.database.transaction((tx) =>
      this.give(tx, { graded: input.answer, grader: actor.id, value: input.value, way: 'page' }),
    );
    return this.views.view(actor, row);
  }

  /** One person's grade of one answer; given again, the later one counts. */
  async give(
    tx: Tx,
    of: { graded: string; grader: string; value: number | null; way: GradeRow['way'] },
  ): Promise<void> {
    const { graded: gradedId, grader: graderId, value, way } = of;
    const row = await tx.manager.findOneBy(GradedAnswerRow, { id: gradedId });
    const words = row && (await this.words.of([row], tx.manager));
    if (!row || words?.size !== 1) {
      throw new AppError('notFound');
    }
    const { companyId, calibrationId } = row;
    const known = await tx.manager.findOneBy(GradeRow, { gradedId, graderId });
    if (known) {
      await tx.manager.update(GradeRow, { id: known.id }, { value, way, at: tx.now });
    } else {
      const id = newId(tx.now);
      const whose = { companyId, calibrationId, gradedId, graderId };
      await tx.manager.insert(GradeRow, { id, ...whose, value, way, at: tx.now });
    }
  }

  /** @throws notFound for another company's */
  async require(actor: StaffActor, id: string): Promise<CalibrationRow> {
    const { companyId } = actor;
    const row = await this.database.read(CalibrationRow).findOneBy({ id, companyId });
    if (!row) {
      throw new AppError('notFound');
    }
    return row;
  }

  /** In an order that says nothing about how good they are. */
  private async keep({ id: calibrationId, companyId }: CalibrationRow, picked: PooledAnswer[]) {
    const hash = (one: PooledAnswer) =>
      createHash('sha256').update(`${calibrationId} ${one.id}`).digest('hex');
    const shuffled = [...picked].sort((a, b) => (hash(a) < hash(b) ? -1 : 1));
    await this.database.transaction(async (tx) => {
      const there = await tx.manager.findBy(GradedAnswerRow, { calibrationId });
      const known = new Set(there.map(({ answerId }) => answerId));
      let place = there.length;
      for (const one of shuffled) {
        // Somebody else may have drawn meanwhile.
        if (known.has(one.id)) {
          continue;
        }
        const { id: answerId, applicationId, personId, locale, share, features } = one;
        const id = newId(tx.now);
        const words = await this.words.seal(tx.manager, { id, personId }, one.words);
        await tx.manager.insert(GradedAnswerRow, {
          ...{ id, companyId, calibrationId, answerId, applicationId, personId },
          ...{ place, locale, share, features: [...features], words, createdAt: tx.now },
        });
        place += 1;
      }
    });
  }
}

function offeredOf({ answers, words }: Gathered): Offered[] {
  return answers.map((row) => ({
    ...{ id: row.answerId, personId: row.personId, share: row.share, features: row.features },
    ...{ words: words.get(row.id) ?? '', locale: localeOf(row) },
  }));
}
