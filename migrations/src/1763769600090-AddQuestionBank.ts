import { type MigrationInterface, type QueryRunner } from 'typeorm';
import {
  addColumns,
  addIndex,
  dropIndex,
  flag,
  id,
  int,
  json,
  moment,
  ref,
  short,
  table,
} from './schema.js';

export class AddQuestionBank1763769600090 implements MigrationInterface {
  name = 'AddQuestionBank1763769600090';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'bank_item',
      {
        ...{ id: id(), companyId: ref(), code: short(60), origin: short(7), versionId: ref() },
        ...{ version: int(), seed: short(64, { nullable: true }), retired: flag() },
        createdAt: moment(),
      },
      [{ columns: ['companyId', 'code'], unique: true }],
    );
    await table(
      runner,
      'bank_item_version',
      {
        ...{ id: id(), companyId: ref(), itemId: ref(), version: int(), content: json() },
        ...{ indicators: json(), note: short(200), createdBy: ref({ nullable: true }) },
        createdAt: moment(),
      },
      [{ columns: ['itemId', 'version'], unique: true }],
    );
    await table(
      runner,
      'question_exposure',
      { id: id(), companyId: ref(), code: short(60), at: moment() },
      [{ columns: ['companyId', 'code', 'at'] }],
    );
    await addColumns(runner, 'asked_question', { replaced: json({ nullable: true }) });
    await addIndex(runner, 'interview', ['personId']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'interview', ['personId']);
    await runner.dropColumn('asked_question', 'replaced');
    await runner.dropTable('question_exposure');
    await runner.dropTable('bank_item_version');
    await runner.dropTable('bank_item');
  }
}
