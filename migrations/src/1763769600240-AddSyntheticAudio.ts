import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, long, moment, ref, short, table } from './schema.js';

/** Questions read by a synthetic voice, ahead of the interview. */
export class AddSyntheticAudio1763769600240 implements MigrationInterface {
  name = 'AddSyntheticAudio1763769600240';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'synthetic_audio',
      { id: id(), companyId: ref(), name: short(64), body: long(), createdAt: moment() },
      [{ columns: ['companyId', 'name'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('synthetic_audio');
  }
}
