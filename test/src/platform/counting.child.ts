import { entities } from '@zhiyu/server/entities';
import { makeDataSource } from '@zhiyu/server/platform/database/data-source';
import { Database } from '@zhiyu/server/platform/database/database';
import { Setting } from '@zhiyu/server/platform/database/setting.entity';
import { EventLog } from '@zhiyu/server/platform/events/event-log';
import { Subscribers } from '@zhiyu/server/platform/events/subscribers';
import { JobQueue } from '@zhiyu/server/platform/jobs/job-queue';
import { SystemClock } from '@zhiyu/server/platform/time/clock';
import { settingRow } from './rows.js';

const lanes = 4;

/** What a writing process is told on its command line. */
export interface CountingOrder {
  dataDir: string;
  url?: string | undefined;
  companyId: string;
  name: string;
  transactions: number;
}

/** Each transaction reads the counter, adds one, writes a row of its own and states a fact. */
async function countUp(database: Database, order: CountingOrder, n: number): Promise<void> {
  const { companyId } = order;
  await database.transaction(async (tx) => {
    const lock = database.sqlite ? {} : { lock: { mode: 'pessimistic_write' as const } };
    const where = { companyId, name: 'count' };
    const count = await tx.manager.findOneOrFail(Setting, { where, ...lock });
    await tx.manager.update(Setting, where, { value: Number(count.value) + 1 });
    await tx.manager.insert(Setting, settingRow(companyId, `${order.name}-${n}`));
    tx.emit('PersonErased', companyId, { personId: companyId });
  });
}

async function run(order: CountingOrder): Promise<void> {
  const dataSource = makeDataSource(order, entities);
  await dataSource.initialize();
  const queue = new JobQueue();
  const log = new EventLog(new Subscribers());
  const database = new Database(dataSource, log, queue, new SystemClock());
  const lane = async (first: number) => {
    for (let n = first; n < order.transactions; n += lanes) {
      await countUp(database, order, n);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_lane, first) => lane(first)));
  await dataSource.destroy();
}

const [order] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename && order !== undefined) {
  await run(JSON.parse(order) as CountingOrder);
}
