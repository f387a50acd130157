import { loadSettings } from '@zhiyu/config/settings';
import { AppError } from '@zhiyu/contracts/errors';
import { MeetingPlans } from '@zhiyu/server/workflow/meetings/meeting-plans.service';
import { Database } from '@zhiyu/server/platform/database/database';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { buildApp } from '@zhiyu/server/serve';
import { TestClock } from '../harness/test-clock.js';

/** What the second server process is to do: put all these rounds at this time, at once. */
export interface HoldOrder {
  dataDir: string;
  url: string | null;
  ids: string[];
  startsAt: number;
  now: number;
  staffId: string;
}

export interface HoldReport {
  won: string[];
  refused: string[];
}

async function holdAll(order: HoldOrder): Promise<HoldReport> {
  const settings = loadSettings({
    ...{ DATA_DIR: order.dataDir, LOG_LEVEL: 'silent' },
    ...(order.url === null ? {} : { DATABASE_URL: order.url }),
  });
  const options = { runsJobs: false, serves: true, version: '0.0.0-test' };
  const app = await buildApp(new Runtime(settings, options), {
    clock: new TestClock(order.now),
  });
  await app.init();
  const [plans, database] = [app.get(MeetingPlans), app.get(Database)];
  const results = await Promise.all(
    order.ids.map(async (id) => {
      try {
        await database.transaction(async (tx) => {
          const to = { startsAt: order.startsAt, by: order.staffId };
          await plans.move(tx, await plans.lock(tx, id), to);
        });
        return { id, code: '' };
      } catch (error) {
        return { id, code: error instanceof AppError ? error.code : String(error) };
      }
    }),
  );
  await app.close();
  return {
    won: results.filter(({ code }) => code === '').map(({ id }) => id),
    refused: results.map(({ code }) => code).filter((code) => code !== ''),
  };
}

if (process.send) {
  process.once('message', (order: HoldOrder) => {
    void holdAll(order).then((report) =>
      process.send?.(report, undefined, undefined, () => process.disconnect()),
    );
  });
  process.send('ready');
}
