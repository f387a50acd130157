import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, short } from './schema.js';

/** Which device used a candidate's link first: its answer may have been lost on the way. */
export class AddOpenedBy1763769600241 implements MigrationInterface {
  name = 'AddOpenedBy1763769600241';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['interview', 'application']) {
      await addColumns(runner, table, { openedBy: short(64, { nullable: true }) });
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['interview', 'application']) {
      await runner.dropColumns(table, ['openedBy']);
    }
  }
}
