import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, json, long, moment, ref, short, table } from './schema.js';

/** Meetings about how a position selects (流程优化会议): why, when, and what was decided. */
export class AddProcessMeetings1763769600267 implements MigrationInterface {
  name = 'AddProcessMeetings1763769600267';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'process_meeting',
      {
        ...{ id: id(), companyId: ref(), positionId: ref(), versionId: ref() },
        ...{ state: short(8), evidence: json(), staffIds: json(), proposedAt: moment() },
        ...{ startsAt: moment({ nullable: true }), link: short(250) },
        ...{ decision: long(), decidedBy: ref({ nullable: true }) },
        decidedAt: moment({ nullable: true }),
      },
      [{ columns: ['companyId', 'positionId', 'state'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('process_meeting');
  }
}
