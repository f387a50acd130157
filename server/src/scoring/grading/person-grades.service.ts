import { Injectable } from '@nestjs/common';
import type { PersonGrade } from '@zhiyu/contracts/calibration';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { StaffService } from '../../staff/staff.service.js';
import { CalibrationRow, GradedAnswerRow, GradeRow } from './calibration.entity.js';

/** What people gave answers when they graded them: beside the machine's level, never in it. */
@Injectable()
export class PersonGrades {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
  ) {}

  /** Of these answers, oldest first. */
  async beside(answerIds: string[]): Promise<PersonGrade[]> {
    const rows = await this.database.read(GradedAnswerRow).findBy({ answerId: In(answerIds) });
    if (rows.length === 0) {
      return [];
    }
    const grades = await this.database.read(GradeRow).find({
      where: { gradedId: In(rows.map(({ id }) => id)), value: Not(IsNull()) },
      order: { at: 'ASC', id: 'ASC' },
    });
    const calibrations = await this.database
      .read(CalibrationRow)
      .findBy({ id: In(rows.map(({ calibrationId }) => calibrationId)) });
    const names = await this.staff.namesOf(grades.map(({ graderId }) => graderId));
    return grades.flatMap(({ gradedId, graderId, value, at }) => {
      const row = rows.find(({ id }) => id === gradedId);
      const of = calibrations.find(({ id }) => id === row?.calibrationId);
      return row && of && value !== null
        ? [
            {
              ...{ answerId: row.answerId, dimension: of.dimension, value, at },
              by: names.get(graderId) ?? '',
            },
          ]
        : [];
    });
  }
}
