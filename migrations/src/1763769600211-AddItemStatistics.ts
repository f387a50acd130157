import type { MigrationInterface, QueryRunner } from 'typeorm';
import { double, id, json, moment, ref, short, table } from './schema.js';

/** What each answer was worth beside the rest, and what follows for its question. */
export class AddItemStatistics1763769600211 implements MigrationInterface {
  name = 'AddItemStatistics1763769600211';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'item_point',
      {
        ...{ id: id(), companyId: ref(), kind: short(4), code: short(60) },
        ...{ share: double({ nullable: true }), rest: double({ nullable: true }) },
        ...{ gate: short(24, { nullable: true }), seconds: double({ nullable: true }) },
        at: moment(),
      },
      [{ columns: ['companyId', 'kind', 'code', 'at'] }],
    );
    await table(
      runner,
      'item_statistic',
      {
        ...{ id: id(), companyId: ref(), kind: short(4), code: short(60) },
        ...{ figures: json(), at: moment() },
      },
      [{ columns: ['companyId', 'kind', 'code'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('item_statistic');
    await runner.dropTable('item_point');
  }
}
