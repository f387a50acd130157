import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, json, moment, ref, short, table } from './schema.js';

/** Filters of the list that a person keeps. */
export class AddSavedViews1763769600262 implements MigrationInterface {
  name = 'AddSavedViews1763769600262';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'saved_view',
      {
        ...{ id: id(), companyId: ref(), staffId: ref() },
        ...{ name: short(24), filter: json(), createdAt: moment() },
      },
      [{ columns: ['staffId', 'createdAt'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('saved_view');
  }
}
