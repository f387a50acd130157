import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, id, long, moment, ref, short, table } from './schema.js';

/** What a language model read, and what each report was made of. */
export class AddLlmReadings1763769600180 implements MigrationInterface {
  name = 'AddLlmReadings1763769600180';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'llm_reading',
      {
        ...{ id: id(), companyId: ref(), personId: ref(), content: short(64), body: long() },
        createdAt: moment(),
      },
      [{ columns: ['personId', 'content'], unique: true }],
    );
    await addColumns(runner, 'report', { snapshot: long({ nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('report', ['snapshot']);
    await runner.dropTable('llm_reading');
  }
}
