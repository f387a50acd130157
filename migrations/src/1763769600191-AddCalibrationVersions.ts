import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, int, json, moment, ref, short, table } from './schema.js';

/** What was learned, and who wants answers to grade as cards. */
export class AddCalibrationVersions1763769600191 implements MigrationInterface {
  name = 'AddCalibrationVersions1763769600191';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'calibration_version',
      {
        ...{ id: id(), companyId: ref(), calibrationId: ref(), version: int() },
        ...{ weights: json(), grades: json(), lesson: json() },
        ...{ createdBy: ref(), createdAt: moment() },
      },
      [{ columns: ['calibrationId', 'version'], unique: true }],
    );
    await table(
      runner,
      'calibration_cards',
      {
        ...{ id: id(), companyId: ref(), calibrationId: ref(), staffId: ref(), aDay: int() },
        sentOn: short(10, { nullable: true }),
      },
      [{ columns: ['calibrationId', 'staffId'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('calibration_cards');
    await runner.dropTable('calibration_version');
  }
}
