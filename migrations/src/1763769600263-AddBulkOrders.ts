import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, int, json, moment, ref, short, table } from './schema.js';

/** Decisions on several applications at once, which can be taken back for a while. */
export class AddBulkOrders1763769600263 implements MigrationInterface {
  name = 'AddBulkOrders1763769600263';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'bulk_order',
      {
        ...{ id: id(), companyId: ref(), staffId: ref() },
        ...{ kind: short(10), reason: short(24), state: short(8), items: json() },
        ...{ decided: int(), late: int(), runAt: moment(), createdAt: moment() },
      },
      [{ columns: ['staffId', 'createdAt'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('bulk_order');
  }
}
