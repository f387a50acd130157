import type { MigrationInterface, QueryRunner } from 'typeorm';
import { double, id, json, long, moment, ref, short, table } from './schema.js';

/** Comments and marks at a second of a recording. */
export class AddReviewNotes1763769600224 implements MigrationInterface {
  name = 'AddReviewNotes1763769600224';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'review_note',
      {
        ...{ id: id(), companyId: ref(), applicationId: ref(), interviewId: ref() },
        ...{ personId: ref(), authorId: ref(), kind: short(7), answerId: ref() },
        ...{ second: double({ nullable: true }), text: long(), mentions: json() },
        createdAt: moment(),
      },
      [{ columns: ['interviewId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('review_note');
  }
}
