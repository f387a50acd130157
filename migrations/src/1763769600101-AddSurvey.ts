import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, int, long, moment, ref, short, table } from './schema.js';

/** What candidates think of the interviews, without their names, and who has been asked. */
export class AddSurvey1763769600101 implements MigrationInterface {
  name = 'AddSurvey1763769600101';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'survey_answer',
      {
        ...{ id: short(36, { primary: true }), companyId: ref(), positionId: ref() },
        ...{ fair: int(), smooth: int(), text: long({ nullable: true }) },
      },
      [{ columns: ['companyId', 'positionId'] }],
    );
    await table(runner, 'survey_done', {
      ...{ applicationId: id(), companyId: ref(), at: moment() },
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('survey_done');
    await runner.dropTable('survey_answer');
  }
}
