import type { MigrationInterface, QueryRunner } from 'typeorm';
import { flag, id, moment, ref, short, table } from './schema.js';

/** Who is the same person as whom, as somebody said. */
export class AddSamePeople1763769600270 implements MigrationInterface {
  name = 'AddSamePeople1763769600270';

  async up(runner: QueryRunner): Promise<void> {
    const undone = { undoneBy: ref({ nullable: true }), undoneAt: moment({ nullable: true }) };
    await table(
      runner,
      'person_tie',
      {
        ...{ id: id(), companyId: ref(), personId: ref(), otherId: ref() },
        ...{ pair: short(53, { nullable: true }), same: flag(), byStaffId: ref(), at: moment() },
        ...undone,
      },
      [{ columns: ['pair'], unique: true }, { columns: ['personId'] }, { columns: ['otherId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('person_tie');
  }
}
