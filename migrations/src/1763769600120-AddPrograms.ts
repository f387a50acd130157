import type { MigrationInterface, QueryRunner } from 'typeorm';
import { double, flag, id, int, long, moment, ref, short, table } from './schema.js';

export class AddPrograms1763769600120 implements MigrationInterface {
  name = 'AddPrograms1763769600120';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'program_draft',
      {
        ...{ id: id(), companyId: ref(), answerId: ref(), personId: ref() },
        ...{ revision: int(), body: long(), snapshots: int(), snapshotSize: int() },
        ...{ full: flag(), changedAt: moment() },
      },
      [{ columns: ['answerId'] }],
    );
    await table(
      runner,
      'program_snapshot',
      {
        ...{ id: id(), companyId: ref(), attemptId: ref(), personId: ref() },
        ...{ first: int(), body: long(), createdAt: moment() },
      },
      [{ columns: ['attemptId', 'first'], unique: true }],
    );
    await table(
      runner,
      'program_submission',
      {
        ...{ id: id(), companyId: ref(), interviewId: ref(), answerId: ref(), attemptId: ref() },
        ...{ personId: ref(), problem: short(60), language: short(10), state: short(9) },
        ...{ auto: flag(), source: long(), points: double({ nullable: true }) },
        ...{ result: long({ nullable: true }), tries: int(), createdAt: moment() },
        judgedAt: moment({ nullable: true }),
      },
      [
        { columns: ['answerId', 'createdAt'] },
        { columns: ['companyId', 'problem', 'language'] },
        { columns: ['state', 'createdAt'] },
      ],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('program_submission');
    await runner.dropTable('program_snapshot');
    await runner.dropTable('program_draft');
  }
}
