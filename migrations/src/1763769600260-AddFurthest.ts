import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, addIndex, dropIndex, short } from './schema.js';

const steps = [
  'applied',
  'screening',
  'aiInterview',
  'review',
  'hrInterview',
  'final',
  'offer',
  'hired',
];
/** Filters of the list by source and by the week of the application, each with its order behind it. */
const listed = [
  ['companyId', 'source', 'stage', 'stageAt', 'id'],
  ['companyId', 'positionId', 'source', 'stage', 'stageAt', 'id'],
  ['companyId', 'createdAt', 'id', 'positionId', 'stage', 'source'],
];

/** How far each application ever came; of those that ended, from the log of what happened. */
export class AddFurthest1763769600260 implements MigrationInterface {
  name = 'AddFurthest1763769600260';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'application', { furthest: short(16, { nullable: true }) });
    await runner.query("UPDATE application SET furthest = 'applied'");
    for (const step of steps) {
      // As JSON text on MariaDB, as plain text on SQLite.
      const said = `IN ('${step}', '"${step}"')`;
      await runner.query(
        `UPDATE application SET furthest = '${step}' WHERE stage = '${step}' OR id IN (
           SELECT subjectId FROM event_log WHERE name = 'ApplicationMoved'
             AND (JSON_EXTRACT(payload, '$.from') ${said} OR JSON_EXTRACT(payload, '$.to') ${said}))`,
      );
    }
    for (const columns of listed) {
      await addIndex(runner, 'application', columns);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const columns of listed) {
      await dropIndex(runner, 'application', columns);
    }
    await runner.dropColumns('application', ['furthest']);
  }
}
