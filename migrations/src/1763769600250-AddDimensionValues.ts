import type { MigrationInterface, QueryRunner } from 'typeorm';
import { double, id, moment, ref, short, table } from './schema.js';

/** What each dimension of a newest report came to, for counting over many people. */
export class AddDimensionValues1763769600250 implements MigrationInterface {
  name = 'AddDimensionValues1763769600250';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'dimension_value',
      {
        ...{ id: id(), companyId: ref(), applicationId: ref(), code: short(40) },
        ...{ value: double({ nullable: true }), standardError: double({ nullable: true }) },
        scoredAt: moment(),
      },
      [{ columns: ['applicationId', 'code'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('dimension_value');
  }
}
