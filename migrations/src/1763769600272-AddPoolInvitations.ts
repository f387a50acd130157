import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndex, dropIndex, id, moment, ref, short, table } from './schema.js';

/** Invitations from the talent pool; consents are found by purpose. */
export class AddPoolInvitations1763769600272 implements MigrationInterface {
  name = 'AddPoolInvitations1763769600272';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'pool_invitation',
      {
        ...{ id: id(), companyId: ref(), personId: ref(), applicationId: ref() },
        ...{ positionId: ref(), byStaffId: ref(), at: moment(), answer: short(4) },
        ...{ answeredAt: moment({ nullable: true }), newApplicationId: ref({ nullable: true }) },
      },
      [{ columns: ['applicationId', 'positionId'], unique: true }, { columns: ['personId'] }],
    );
    await addIndex(runner, 'consent', ['companyId', 'purpose', 'at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'consent', ['companyId', 'purpose', 'at']);
    await runner.dropTable('pool_invitation');
  }
}
