import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, int, long, moment, ref, short, table } from './schema.js';

/** Decisions on one candidate that wait a moment, so that a slip can be taken back before anybody hears of it. */
export class AddHeldDecisions1763769600306 implements MigrationInterface {
  name = 'AddHeldDecisions1763769600306';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'held_decision',
      {
        ...{ id: id(), companyId: ref(), applicationId: ref(), personId: ref(), staffId: ref() },
        ...{ round: int(), kind: short(10), reason: short(24), body: long() },
        ...{ state: short(8), runAt: moment(), createdAt: moment() },
      },
      [{ columns: ['applicationId', 'createdAt'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('held_decision');
  }
}
