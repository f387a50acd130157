import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, short } from './schema.js';

/** How a company shows its scores. */
export class AddScoreScale1763769600200 implements MigrationInterface {
  name = 'AddScoreScale1763769600200';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'company', { scoreScale: short(7, { nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('company', 'scoreScale');
  }
}
