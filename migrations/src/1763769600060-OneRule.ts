import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, double } from './schema.js';

/**
 * The picture of a recording has a length of its own. Positions of people whose account is closed become nobody's,
 * as they do since then at the moment of closing. The counts of the dashboard are made anew: a hold is no decision.
 */
export class OneRule1763769600060 implements MigrationInterface {
  name = 'OneRule1763769600060';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'media', { pictureSeconds: double({ nullable: true }) });
    await runner.query(
      'UPDATE position SET ownerId = NULL WHERE ownerId IN (SELECT id FROM staff_user WHERE active = 0)',
    );
    await this.countAnew(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('media', ['pictureSeconds']);
    await this.countAnew(runner);
  }

  private async countAnew(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE projection SET sequence = -1 WHERE name = 'dashboard'");
  }
}
