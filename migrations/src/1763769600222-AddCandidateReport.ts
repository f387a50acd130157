import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, moment } from './schema.js';

/** Whether a company gives candidates their version of the report. */
export class AddCandidateReport1763769600222 implements MigrationInterface {
  name = 'AddCandidateReport1763769600222';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'company', { candidateReportSince: moment({ nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('company', 'candidateReportSince');
  }
}
