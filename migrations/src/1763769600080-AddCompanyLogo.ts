import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, id, long, short, table } from './schema.js';

export class AddCompanyLogo1763769600080 implements MigrationInterface {
  name = 'AddCompanyLogo1763769600080';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'company', { logo: short(40, { nullable: true }) });
    await table(runner, 'company_logo', { id: id(), name: short(40), image: long() });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('company_logo');
    await runner.dropColumns('company', ['logo']);
  }
}
