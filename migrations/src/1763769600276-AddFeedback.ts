import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, long, moment, ref, short, table } from './schema.js';

/** What people who work with the product say of its pages. */
export class AddFeedback1763769600276 implements MigrationInterface {
  name = 'AddFeedback1763769600276';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'feedback',
      {
        ...{ id: id(), companyId: ref(), staffId: ref(), page: short(40), text: long() },
        ...{ at: moment(), doneAt: moment({ nullable: true }), doneBy: ref({ nullable: true }) },
        answer: long(),
      },
      [{ columns: ['companyId', 'at'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('feedback');
  }
}
