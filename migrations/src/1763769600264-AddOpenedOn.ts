import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, addIndex, dropIndex, short } from './schema.js';

/** What is on today, and the interviews of a period, without looking at every interview that ever was. */
const indices = [
  ['companyId', 'startsAt'],
  ['companyId', 'createdAt'],
];

/** Where a candidate opened the invitation: app and kind of device. */
export class AddOpenedOn1763769600264 implements MigrationInterface {
  name = 'AddOpenedOn1763769600264';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'interview', { openedOn: short(20, { nullable: true }) });
    for (const columns of indices) {
      await addIndex(runner, 'interview', columns);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const columns of indices) {
      await dropIndex(runner, 'interview', columns);
    }
    await runner.dropColumns('interview', ['openedOn']);
  }
}
