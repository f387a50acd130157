import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, id, int, json, moment, ref, short, table } from './schema.js';

/** Whether a second person says yes to a version, what waits for that, and that somebody chose how long to keep. */
export class AddPublishing1763769600275 implements MigrationInterface {
  name = 'AddPublishing1763769600275';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'company', {
      publishApprovalSince: moment({ nullable: true }),
      keepDaysSince: moment({ nullable: true }),
    });
    await table(
      runner,
      'position_proposal',
      {
        ...{ id: id(), companyId: ref(), positionId: ref(), baseVersion: int(), content: json() },
        ...{ note: short(200), createdBy: ref(), createdAt: moment(), state: short(10) },
        ...{ decidedBy: ref({ nullable: true }), decidedAt: moment({ nullable: true }) },
        ...{ reason: short(300), publishedVersion: int({ nullable: true }) },
      },
      [{ columns: ['positionId', 'state'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('position_proposal');
    await runner.dropColumn('company', 'keepDaysSince');
    await runner.dropColumn('company', 'publishApprovalSince');
  }
}
