import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, long, moment, ref, short, table } from './schema.js';

/** What candidates say of their own groups, apart from the application. */
export class AddGroupStatements1763769600220 implements MigrationInterface {
  name = 'AddGroupStatements1763769600220';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'group_statement',
      {
        ...{ applicationId: id(), companyId: ref(), personId: ref(), stated: long() },
        ...{ textVersion: short(20), at: moment() },
      },
      [{ columns: ['companyId'] }, { columns: ['personId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('group_statement');
  }
}
