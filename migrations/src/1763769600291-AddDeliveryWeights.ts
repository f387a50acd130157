import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, double, id, int, long, moment, ref, short, table } from './schema.js';

/** What face and voice weigh and why, that European rules hold, and what was weighed in the newest reports. */
export class AddDeliveryWeights1763769600291 implements MigrationInterface {
  name = 'AddDeliveryWeights1763769600291';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'company', { europeanRulesSince: moment({ nullable: true }) });
    await table(
      runner,
      'delivery_weight',
      {
        ...{ id: id(), companyId: ref(), voice: int(), face: int(), ground: long() },
        ...{ cause: short(6), staffId: ref(), at: moment() },
      },
      [{ columns: ['companyId', 'at'] }],
    );
    await table(
      runner,
      'delivery_value',
      {
        ...{ id: id(), companyId: ref(), applicationId: ref() },
        ...{ voiceWeight: double(), voice: double({ nullable: true }) },
        ...{ faceWeight: double(), face: double({ nullable: true }), scoredAt: moment() },
      },
      [{ columns: ['applicationId'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('delivery_value');
    await runner.dropTable('delivery_weight');
    await runner.dropColumn('company', 'europeanRulesSince');
  }
}
