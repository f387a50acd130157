import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, long, moment, ref, short, table } from './schema.js';

export class AddQuestionAudio1763769600160 implements MigrationInterface {
  name = 'AddQuestionAudio1763769600160';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'question_audio',
      {
        ...{ id: id(), companyId: ref(), file: short(40), body: long() },
        ...{ createdBy: ref(), createdAt: moment() },
      },
      [{ columns: ['companyId', 'file'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('question_audio');
  }
}
