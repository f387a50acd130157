import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, long, moment, ref, table } from './schema.js';

/** Tags by which people of the talent pool are found again. */
export class AddPoolTags1763769600304 implements MigrationInterface {
  name = 'AddPoolTags1763769600304';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'pool_tag',
      {
        ...{ id: id(), companyId: ref(), personId: ref() },
        ...{ body: long(), byStaffId: ref(), at: moment() },
      },
      [{ columns: ['personId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('pool_tag');
  }
}
