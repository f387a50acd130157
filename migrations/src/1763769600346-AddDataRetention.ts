import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, int, moment } from './schema.js';

/** How long people who were not hired are kept, and since when somebody has chosen it. */
export class AddDataRetention1763769600346 implements MigrationInterface {
  name = 'AddDataRetention1763769600346';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'company', {
      keepDataMonths: int({ nullable: true }),
      keepDataSince: moment({ nullable: true }),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('company', 'keepDataSince');
    await runner.dropColumn('company', 'keepDataMonths');
  }
}
