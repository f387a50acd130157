import type { MigrationInterface, QueryRunner } from 'typeorm';
import { flag, id, int, json, moment, ref, short, table } from './schema.js';

/** Who came in together by one upload or table, so that the batch can be taken back. */
export class AddIntakeBatches1763769600305 implements MigrationInterface {
  name = 'AddIntakeBatches1763769600305';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'intake_batch',
      {
        ...{ id: id(), companyId: ref(), positionId: ref(), staffId: ref(), batchKey: short(40) },
        ...{ kind: short(8), at: moment(), takenBackAt: moment({ nullable: true }) },
        ...{ takenBackBy: ref({ nullable: true }), removed: int(), stayed: int() },
      },
      [{ columns: ['staffId', 'batchKey'], unique: true }, { columns: ['positionId', 'at'] }],
    );
    await table(
      runner,
      'intake_item',
      {
        ...{ applicationId: id(), companyId: ref(), batchId: ref(), personId: ref() },
        ...{ resumeId: ref({ nullable: true }), newPerson: flag() },
        ...{ added: json({ nullable: true }), removed: flag() },
      },
      [{ columns: ['batchId'] }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('intake_item');
    await runner.dropTable('intake_batch');
  }
}
