import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, long, moment, ref, short, table } from './schema.js';

export class AddSoundFacts1763769600170 implements MigrationInterface {
  name = 'AddSoundFacts1763769600170';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'sound_facts',
      {
        ...{ id: id(), companyId: ref(), personId: ref(), applicationId: ref() },
        ...{ interviewId: ref(), attemptId: ref(), engine: short(60, { nullable: true }) },
        ...{
          failure: short(20, { nullable: true }),
          facts: long({ nullable: true }),
          at: moment(),
        },
      },
      [
        { columns: ['attemptId'], unique: true },
        { columns: ['applicationId'] },
        { columns: ['personId'] },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('sound_facts');
  }
}
