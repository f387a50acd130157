import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, int, json, long, moment, ref, short, table } from './schema.js';

export class AddResumeQuestions1763769600140 implements MigrationInterface {
  name = 'AddResumeQuestions1763769600140';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'resume_question',
      {
        ...{ id: id(), companyId: ref(), applicationId: ref(), personId: ref(), place: int() },
        ...{ kind: short(8), state: short(8), claim: short(64), content: json(), sealed: long() },
        ...{ interviewId: ref({ nullable: true }), byStaffId: ref({ nullable: true }) },
        at: moment(),
      },
      [{ columns: ['applicationId', 'place'], unique: true }, { columns: ['personId', 'claim'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('resume_question');
  }
}
