import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, int, json, moment, ref, short, table } from './schema.js';

/** Rounds with people: who is there, which times are offered, and the quarters of an hour that are taken by them. */
export class AddMeetings1763769600265 implements MigrationInterface {
  name = 'AddMeetings1763769600265';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'meeting',
      {
        ...{ interviewId: id(), companyId: ref(), applicationId: ref(), positionId: ref() },
        ...{ startsAt: moment(), minutes: int(), staffIds: json(), offered: json() },
        ...{ changes: int(), cancelledBy: short(9, { nullable: true }) },
      },
      [{ columns: ['companyId', 'startsAt'] }, { columns: ['applicationId'] }],
    );
    await table(
      runner,
      'held_time',
      {
        ...{ staffId: id(), quarter: int({ primary: true }) },
        ...{ companyId: ref(), interviewId: ref() },
      },
      [{ columns: ['interviewId'] }],
    );
    // Rounds that were told before: with nobody named for them they are those who decide.
    await runner.query(
      'INSERT INTO meeting (interviewId, companyId, applicationId, positionId, startsAt, minutes, ' +
        'staffIds, offered, changes, cancelledBy) ' +
        'SELECT i.id, i.companyId, i.applicationId, a.positionId, i.startsAt, 45, ' +
        "'[]', '[]', 0, NULL FROM interview i JOIN application a ON a.id = i.applicationId " +
        "WHERE i.kind = 'human' AND i.startsAt IS NOT NULL",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('held_time');
    await runner.dropTable('meeting');
  }
}
