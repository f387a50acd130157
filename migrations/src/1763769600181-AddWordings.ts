import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, long } from './schema.js';

/** A follow-up question in words that fit the answer before it. */
export class AddWordings1763769600181 implements MigrationInterface {
  name = 'AddWordings1763769600181';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'asked_question', { worded: long({ nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('asked_question', ['worded']);
  }
}
