import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndex, dropIndex, flag, id, int, moment, ref, short, table } from './schema.js';

/** Each filter of the list with its order behind it, so that a page is read off one index. */
const listed = [
  ['companyId', 'stageAt', 'id'],
  ['companyId', 'stage', 'stageAt', 'id'],
  ['companyId', 'positionId', 'stageAt', 'id'],
  ['companyId', 'positionId', 'stage', 'stageAt', 'id'],
];
const before = [
  ['companyId', 'stageAt'],
  ['companyId', 'stage', 'stageAt'],
  ['companyId', 'positionId', 'stage'],
];

export class CountApplications1763769600020 implements MigrationInterface {
  name = 'CountApplications1763769600020';

  async up(runner: QueryRunner): Promise<void> {
    for (const columns of listed) {
      await addIndex(runner, 'application', columns);
    }
    for (const columns of before) {
      await dropIndex(runner, 'application', columns);
    }
    await table(runner, 'projection', {
      name: short(40, { primary: true }),
      sequence: int(),
    });
    await table(runner, 'dashboard_count', {
      companyId: id(),
      day: moment({ primary: true }),
      positionId: id(),
      measure: short(24, { primary: true }),
      amount: int(),
    });
    await table(
      runner,
      'counted_application',
      {
        applicationId: id(),
        companyId: ref(),
        positionId: ref(),
        stage: short(16),
        assessed: flag(),
        passed: flag(),
        promiseAt: moment({ nullable: true }),
      },
      [{ columns: ['companyId', 'promiseAt', 'positionId'] }],
    );
    await runner.query("INSERT INTO projection (name, sequence) VALUES ('dashboard', -1)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('counted_application');
    await runner.dropTable('dashboard_count');
    await runner.dropTable('projection');
    for (const columns of before) {
      await addIndex(runner, 'application', columns);
    }
    for (const columns of listed) {
      await dropIndex(runner, 'application', columns);
    }
  }
}
