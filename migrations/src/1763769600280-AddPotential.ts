import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, short } from './schema.js';

/** The mark of high potential beside the score in the list; reports from before have none there until they are made anew. */
export class AddPotential1763769600280 implements MigrationInterface {
  name = 'AddPotential1763769600280';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'application', { potential: short(4, { nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('application', ['potential']);
  }
}
