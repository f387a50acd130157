import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, short } from './schema.js';

/** Of which stage a round with people is: there may be two, the second with a time of its own. */
export class AddRoundStage1763769600321 implements MigrationInterface {
  name = 'AddRoundStage1763769600321';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'meeting', { stage: short(11, { nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('meeting', ['stage']);
  }
}
