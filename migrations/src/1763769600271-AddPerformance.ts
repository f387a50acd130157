import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, long, moment, ref, table } from './schema.js';

/** Appraisals of people who work here and apply inside the company. */
export class AddPerformance1763769600271 implements MigrationInterface {
  name = 'AddPerformance1763769600271';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'performance_record',
      {
        ...{ id: id(), companyId: ref(), personId: ref() },
        ...{ body: long(), byStaffId: ref(), at: moment() },
      },
      [{ columns: ['personId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('performance_record');
  }
}
