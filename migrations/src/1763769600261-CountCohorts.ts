import type { MigrationInterface, QueryRunner } from 'typeorm';
import { flag, id, int, moment, ref, short, table } from './schema.js';

const counted = {
  applicationId: id(),
  companyId: ref(),
  positionId: ref(),
  stage: short(16),
  assessed: flag(),
  passed: flag(),
  promiseAt: moment({ nullable: true }),
};
const cohort = { source: short(12), week: moment(), furthest: short(16), stageMinute: int() };

/** Everything is counted anew: the rows of what was counted stay behind. */
async function makeCounted(runner: QueryRunner, columns: typeof counted): Promise<void> {
  await runner.dropTable('counted_application');
  const indices = [{ columns: ['companyId', 'promiseAt', 'positionId'] }];
  await table(runner, 'counted_application', columns, indices);
  await runner.query("UPDATE projection SET sequence = -1 WHERE name = 'dashboard'");
}

/** Applications by the week they came in, position, source, stage and how far they came. */
export class CountCohorts1763769600261 implements MigrationInterface {
  name = 'CountCohorts1763769600261';

  async up(runner: QueryRunner): Promise<void> {
    await makeCounted(runner, { ...counted, ...cohort });
    await table(runner, 'cohort_count', {
      companyId: id(),
      week: moment({ primary: true }),
      source: short(12, { primary: true }),
      positionId: id(),
      stage: short(16, { primary: true }),
      furthest: short(16, { primary: true }),
      amount: int(),
      minutes: moment(),
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('cohort_count');
    await makeCounted(runner, counted);
  }
}
