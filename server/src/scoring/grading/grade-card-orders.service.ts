import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Database, type Tx } from '../../platform/database/database.js';
import { CalibrationRow, GradeCardsRow, GradeRow } from './calibration.entity.js';
import { CalibrationViews } from './calibration-views.service.js';
import type { AnswerToGrade } from './calibrations.service.js';

/** Who wants answers to grade as cards, and which come next. */
@Injectable()
export class GradeCardOrders {
  constructor(
    private readonly database: Database,
    private readonly views: CalibrationViews,
  ) {}

  /** Wishes by person that this day has brought nothing for. */
  async byPerson(day: string): Promise<Map<string, GradeCardsRow[]>> {
    const rows = await this.database.read(GradeCardsRow).find({
      where: [{ sentOn: IsNull() }, { sentOn: Not(day) }],
      order: { id: 'ASC' },
    });
    const found = new Map<string, GradeCardsRow[]>();
    for (const row of rows) {
      found.set(row.staffId, [...(found.get(row.staffId) ?? []), row]);
    }
    return found;
  }

  async sent(tx: Tx, { id }: GradeCardsRow, day: string): Promise<void> {
    await tx.manager.update(GradeCardsRow, { id }, { sentOn: day });
  }

  /** The answers, with their words, that this person has not graded, in their order. */
  async left({ calibrationId, staffId: graderId }: GradeCardsRow): Promise<AnswerToGrade[]> {
    const calibration = await this.database
      .read(CalibrationRow)
      .findOneByOrFail({ id: calibrationId });
    const { answers, words } = await this.views.gather(calibrationId);
    const own = await this.database.read(GradeRow).findBy({ calibrationId, graderId });
    const graded = new Set(own.map(({ gradedId }) => gradedId));
    return answers.flatMap((row) => {
      const said = words.get(row.id);
      return said && !graded.has(row.id) ? [{ row, words: said, calibration }] : [];
    });
  }
}
