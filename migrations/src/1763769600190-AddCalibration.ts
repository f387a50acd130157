import type { MigrationInterface, QueryRunner } from 'typeorm';
import { double, id, int, json, long, moment, ref, short, table } from './schema.js';

/** Answers that people grade, what the engine learned from them, and which of it is in use. */
export class AddCalibration1763769600190 implements MigrationInterface {
  name = 'AddCalibration1763769600190';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'calibration',
      {
        ...{ id: id(), companyId: ref(), rubric: short(64), code: short(60) },
        ...{ dimension: short(40), question: json(), dimensionName: json() },
        ...{ inUse: int({ nullable: true }), usedAt: moment({ nullable: true }) },
        ...{ usedBy: ref({ nullable: true }), reason: short(500) },
        ...{ createdBy: ref(), createdAt: moment() },
      },
      [{ columns: ['companyId', 'rubric'], unique: true }],
    );
    await table(
      runner,
      'calibration_answer',
      {
        ...{ id: id(), companyId: ref(), calibrationId: ref(), answerId: ref() },
        ...{ applicationId: ref(), personId: ref(), place: int(), locale: short(2) },
        ...{ share: double(), features: json(), words: long({ nullable: true }) },
        createdAt: moment(),
      },
      [
        { columns: ['calibrationId', 'answerId'], unique: true },
        { columns: ['answerId'] },
        { columns: ['applicationId'] },
      ],
    );
    await table(
      runner,
      'calibration_grade',
      {
        ...{ id: id(), companyId: ref(), calibrationId: ref(), gradedId: ref() },
        ...{ graderId: ref(), value: double({ nullable: true }), way: short(4), at: moment() },
      },
      [{ columns: ['gradedId', 'graderId'], unique: true }, { columns: ['calibrationId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('calibration_grade');
    await runner.dropTable('calibration_answer');
    await runner.dropTable('calibration');
  }
}
