import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, long, moment, ref, short, table } from './schema.js';

/** Offers: what was offered to whom, who said yes to it, what the candidate answered, whether he came. */
export class AddOffers1763769600330 implements MigrationInterface {
  name = 'AddOffers1763769600330';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'offer',
      {
        ...{ id: id(), companyId: ref(), applicationId: ref(), personId: ref() },
        ...{ state: short(10), terms: long(), words: long({ nullable: true }) },
        ...{ byStaffId: ref(), approvedBy: ref({ nullable: true }), createdAt: moment() },
        ...{ sentAt: moment({ nullable: true }), expiresAt: moment({ nullable: true }) },
        ...{ answeredAt: moment({ nullable: true }), endedAt: moment({ nullable: true }) },
      },
      [{ columns: ['applicationId', 'createdAt'] }, { columns: ['companyId', 'endedAt'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('offer');
  }
}
