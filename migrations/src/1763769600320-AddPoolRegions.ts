import type { MigrationInterface, QueryRunner } from 'typeorm';
import { id, int, long, moment, ref, short, table } from './schema.js';

const sealed = () => ({ id: id(), companyId: ref(), personId: ref(), body: long(), at: moment() });

/** The talent pool across countries: what people said of themselves, notes, the rule of each region, who works where. */
export class AddPoolRegions1763769600320 implements MigrationInterface {
  name = 'AddPoolRegions1763769600320';

  async up(runner: QueryRunner): Promise<void> {
    await table(runner, 'pool_profile', { ...sealed(), byStaffId: ref({ nullable: true }) }, [
      { columns: ['personId'], unique: true },
    ]);
    await table(runner, 'pool_note', { ...sealed(), byStaffId: ref() }, [
      { columns: ['personId'] },
    ]);
    await table(runner, 'pool_rule', {
      ...{ companyId: ref({ primary: true }), region: short(8, { primary: true }) },
      ...{ sight: short(8), keepMonths: int(), textsFrom: short(10, { nullable: true }) },
      ...{ ground: long(), byStaffId: ref(), at: moment() },
    });
    await table(runner, 'place', { id: id(), companyId: ref(), country: short(2) }, [
      { columns: ['companyId'] },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['place', 'pool_rule', 'pool_note', 'pool_profile']) {
      await runner.dropTable(name);
    }
  }
}
