import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, moment, ref, table } from './schema.js';

/** Who has the review room of an interview open. */
export class AddReviewPresence1763769600225 implements MigrationInterface {
  name = 'AddReviewPresence1763769600225';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'review_presence',
      {
        ...{ id: id(), companyId: ref(), interviewId: ref(), staffId: ref() },
        ...{ answerId: ref({ nullable: true }), at: moment() },
      },
      [{ columns: ['interviewId', 'staffId'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('review_presence');
  }
}
