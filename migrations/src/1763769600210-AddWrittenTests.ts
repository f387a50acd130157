import type { MigrationInterface, QueryRunner } from 'typeorm';
import { double, flag, id, int, json, long, moment, ref, short, table } from './schema.js';

/** Written tests: built, sent, answered, and every result with where it comes from. */
export class AddWrittenTests1763769600210 implements MigrationInterface {
  name = 'AddWrittenTests1763769600210';

  async up(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'written_test',
      {
        ...{ id: id(), companyId: ref(), draft: json(), revision: int(), version: int() },
        ...{ publishedRevision: int(), retired: flag(), createdAt: moment() },
      },
      [{ columns: ['companyId'] }],
    );
    await table(
      runner,
      'written_test_version',
      {
        ...{ id: id(), companyId: ref(), testId: ref(), version: int(), content: json() },
        ...{ createdBy: ref(), createdAt: moment() },
      },
      [{ columns: ['testId', 'version'], unique: true }],
    );
    await this.sittings(runner);
    await table(
      runner,
      'test_result',
      {
        ...{ id: id(), companyId: ref(), applicationId: ref(), personId: ref() },
        ...{ name: short(100), takenOn: short(10), score: double(), maximum: double() },
        ...{ required: double({ nullable: true }), byEngine: double(), source: short(8) },
        ...{ sittingId: ref({ nullable: true }), createdBy: ref({ nullable: true }) },
        ...{ createdAt: moment(), key: short(64), withdrawnAt: moment({ nullable: true }) },
        ...{ withdrawnBy: ref({ nullable: true }), reason: short(200) },
      },
      [{ columns: ['applicationId', 'key'], unique: true }],
    );
  }

  private async sittings(runner: QueryRunner): Promise<void> {
    await table(
      runner,
      'test_sitting',
      {
        ...{ id: id(), companyId: ref(), applicationId: ref(), personId: ref() },
        ...{ testId: ref(), versionId: ref(), state: short(9), seed: short(32) },
        ...{ sentBy: ref({ nullable: true }), sentAt: moment(), deadline: moment() },
        ...{ byEngine: flag(), minutes: int(), startedAt: moment({ nullable: true }) },
        ...{ endsAt: moment({ nullable: true }), submittedAt: moment({ nullable: true }) },
        ...{ timeUp: flag(), markedAt: moment({ nullable: true }) },
      },
      [{ columns: ['applicationId'] }, { columns: ['testId', 'state'] }],
    );
    await table(
      runner,
      'test_answer',
      {
        ...{ id: id(), companyId: ref(), personId: ref(), sittingId: ref(), item: short(12) },
        ...{ body: long({ nullable: true }), revision: int(), seconds: double() },
        ...{ marking: short(6), points: double({ nullable: true }) },
        ...{ standardError: double({ nullable: true }), evidence: long({ nullable: true }) },
        ...{ markedBy: ref({ nullable: true }), changedAt: moment() },
      },
      [{ columns: ['sittingId', 'item'], unique: true }],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['test_result', 'test_answer', 'test_sitting']) {
      await runner.dropTable(name);
    }
    await runner.dropTable('written_test_version');
    await runner.dropTable('written_test');
  }
}
