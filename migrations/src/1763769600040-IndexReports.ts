import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addIndex, dropIndex } from './schema.js';

const newestOfApplication = ['applicationId', 'createdAt'];

export class IndexReports1763769600040 implements MigrationInterface {
  name = 'IndexReports1763769600040';

  async up(runner: QueryRunner): Promise<void> {
    await addIndex(runner, 'report', newestOfApplication);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'report', newestOfApplication);
  }
}
