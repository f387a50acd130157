import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, int, long, moment, ref, table } from './schema.js';

/** What people rate an interview, and whom else they asked to. */
export class AddScorecards1763769600223 implements MigrationInterface {
  name = 'AddScorecards1763769600223';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'scorecard',
      {
        ...{ id: id(), companyId: ref(), applicationId: ref(), interviewId: ref() },
        ...{ personId: ref(), round: int(), reviewerId: ref(), body: long() },
        ...{ createdAt: moment(), changedAt: moment(), submittedAt: moment({ nullable: true }) },
      },
      [{ columns: ['interviewId', 'reviewerId'], unique: true }, { columns: ['applicationId'] }],
    );
    await table(
      runner,
      'asked_reviewer',
      {
        ...{ id: id(), companyId: ref(), interviewId: ref(), staffId: ref() },
        ...{ askedBy: ref(), at: moment() },
      },
      [{ columns: ['interviewId', 'staffId'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('asked_reviewer');
    await runner.dropTable('scorecard');
  }
}
