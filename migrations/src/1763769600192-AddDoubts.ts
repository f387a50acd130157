import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, short } from './schema.js';

/** Why a score alone is not enough, beside the score in the list. */
export class AddDoubts1763769600192 implements MigrationInterface {
  name = 'AddDoubts1763769600192';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'application', { doubts: short(40, { nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('application', ['doubts']);
  }
}
