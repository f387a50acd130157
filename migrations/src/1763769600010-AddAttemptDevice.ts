import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, moment, short } from './schema.js';

/** Which device began an attempt, and when it was heard from after the attempt's time. */
export class AddAttemptDevice1763769600010 implements MigrationInterface {
  name = 'AddAttemptDevice1763769600010';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'attempt', {
      session: short(64, { nullable: true }),
      heardAt: moment({ nullable: true }),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('attempt', ['session', 'heardAt']);
  }
}
