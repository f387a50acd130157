import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, int, json, moment, ref, short, table } from './schema.js';

export class AddCardTexts1763769600070 implements MigrationInterface {
  name = 'AddCardTexts1763769600070';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'card_text',
      {
        ...{ id: id(), companyId: ref(), positionId: ref(), kind: short(16), locale: short(2) },
        ...{ version: int(), texts: json(), byStaffId: ref(), at: moment() },
      },
      [{ columns: ['companyId', 'positionId', 'kind', 'locale', 'version'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('card_text');
  }
}
