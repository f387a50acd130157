import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, short } from './schema.js';

export class AddStaffLanguage1763769600150 implements MigrationInterface {
  name = 'AddStaffLanguage1763769600150';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'company', { staffLanguage: short(2, { nullable: true }) });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('company', 'staffLanguage');
  }
}
