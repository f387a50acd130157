import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, long, moment, ref } from './schema.js';

/** What a follow-up question goes on with, and when an answer was given. */
export class AddFollowUps1763769600130 implements MigrationInterface {
  name = 'AddFollowUps1763769600130';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'asked_question', {
      followsId: ref({ nullable: true }),
      said: long({ nullable: true }),
    });
    await addColumns(runner, 'answer', { chosenAt: moment({ nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('answer', ['chosenAt']);
    await runner.dropColumns('asked_question', ['followsId', 'said']);
  }
}
