import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, moment } from './schema.js';

/** Whether a company has its people rate before they see what the machine gave. */
export class AddScorecardFirst1763769600226 implements MigrationInterface {
  name = 'AddScorecardFirst1763769600226';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'company', { scorecardFirstSince: moment({ nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('company', 'scorecardFirstSince');
  }
}
