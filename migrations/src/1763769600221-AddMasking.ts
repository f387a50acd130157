import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, id, long, moment, ref, short, table } from './schema.js';

/** Whether a company hides who its candidates are, and who asked to see one. */
export class AddMasking1763769600221 implements MigrationInterface {
  name = 'AddMasking1763769600221';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'company', { masking: short(9, { nullable: true }) });
    await table(
      runner,
      'unmasking',
      {
        ...{ id: id(), companyId: ref(), applicationId: ref(), staffId: ref() },
        ...{ reason: short(12), note: long({ nullable: true }), at: moment() },
      },
      [{ columns: ['applicationId', 'staffId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('unmasking');
    await runner.dropColumn('company', 'masking');
  }
}
