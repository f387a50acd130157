import type { MigrationInterface, QueryRunner } from 'typeorm';
import { flag, id, int, json, long, moment, ref, short, table } from './schema.js';

/** What is arranged with candidates, and what they ask for. */
export class AddArrangements1763769600100 implements MigrationInterface {
  name = 'AddArrangements1763769600100';

  async up(runner: QueryRunner): Promise<void> {
    const later = { nullable: true } as const;
    await table(runner, 'arrangement', {
      ...{ interviewId: id(), companyId: ref(), timePercent: int() },
      ...{ noCamera: flag(), textOnly: flag() },
      ...{ extendedAt: moment(later), remindAt: moment(later), pausedAt: moment(later) },
      ...{ pauseEndsAt: moment(later), pausedAnswerId: ref(later), pausedMs: int() },
    });
    await table(
      runner,
      'candidate_request',
      {
        ...{ id: id(), companyId: ref(), applicationId: ref(), personId: ref() },
        ...{ kind: short(13), state: short(8), facts: json() },
        ...{ text: long(later), answer: long(later), askedAt: moment(), dueAt: moment() },
        ...{ answeredAt: moment(later), answeredBy: ref(later) },
      },
      [{ columns: ['applicationId', 'kind'] }, { columns: ['personId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('candidate_request');
    await runner.dropTable('arrangement');
  }
}
