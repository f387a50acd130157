import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, moment, ref, short, table } from './schema.js';

/** Which department a chat's department is, and since when somebody is no longer in the chat. */
export class AddDirectory1763769600031 implements MigrationInterface {
  name = 'AddDirectory1763769600031';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'chat_department',
      {
        channel: short(20, { primary: true }),
        externalId: short(128, { primary: true }),
        companyId: ref(),
        departmentId: ref(),
      },
      [{ columns: ['departmentId'] }],
    );
    await addColumns(runner, 'chat_identity', { leftAt: moment({ nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('chat_identity', ['leftAt']);
    await runner.dropTable('chat_department');
  }
}
