import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, id, int, long, moment, ref, short, table } from './schema.js';

/** What people of the company say and do while an interview runs; a pause may be theirs. */
export class AddStaffWords1763769600266 implements MigrationInterface {
  name = 'AddStaffWords1763769600266';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'staff_word',
      {
        ...{ id: id(), companyId: ref(), interviewId: ref(), personId: ref(), staffId: ref() },
        ...{ kind: short(7), text: long(), minutes: int(), at: moment() },
      },
      [{ columns: ['interviewId', 'at'] }, { columns: ['personId'] }],
    );
    await addColumns(runner, 'arrangement', { heldBy: ref({ nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('arrangement', ['heldBy']);
    await runner.dropTable('staff_word');
  }
}
