import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, id, int, long, moment, ref, short, table } from './schema.js';

/** What is to change in a position's model (变更请求), one of each meeting; those decided before are open. */
export class AddChangeRequests1763769600290 implements MigrationInterface {
  name = 'AddChangeRequests1763769600290';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'process_meeting', { noTimeAt: moment({ nullable: true }) });
    await table(
      runner,
      'change_request',
      {
        ...{ id: id(), companyId: ref(), positionId: ref(), meetingId: ref(), state: short(9) },
        ...{ text: long(), createdBy: ref(), createdAt: moment(), baseVersion: int() },
        ...{ settledBy: ref({ nullable: true }), settledAt: moment({ nullable: true }) },
        ...{ reason: short(300), doneVersion: int({ nullable: true }) },
      },
      [{ columns: ['companyId', 'positionId', 'state'] }, { columns: ['meetingId'], unique: true }],
    );
    await runner.query(
      `INSERT INTO change_request
       (id, companyId, positionId, meetingId, state, text, createdBy, createdAt, baseVersion,
        settledBy, settledAt, reason, doneVersion)
       SELECT m.id, m.companyId, m.positionId, m.id, 'open', m.decision, m.decidedBy, m.decidedAt,
        v.version, NULL, NULL, '', NULL
       FROM process_meeting m JOIN position_version v ON v.id = m.versionId
       WHERE m.state = 'decided' AND m.decidedBy IS NOT NULL AND m.decidedAt IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('change_request');
    await runner.dropColumn('process_meeting', 'noTimeAt');
  }
}
