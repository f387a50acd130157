import { loadSettings } from '@zhiyu/config/settings';
import { entities } from '@zhiyu/server/entities';
import { makeDataSource } from '@zhiyu/server/platform/database/data-source';
import { InFlight } from '@zhiyu/server/platform/http/in-flight';
import { EmbeddedEngine } from '@zhiyu/server/platform/jobs/embedded.engine';
import { JobQueue } from '@zhiyu/server/platform/jobs/job-queue';
import { AppLog } from '@zhiyu/server/platform/log/app-log';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { TestClock } from '../harness/test-clock.js';

/** What a process that takes a job and never ends it is told on its command line. */
export interface HangingOrder {
  dataDir: string;
  url?: string | undefined;
  now: number;
}

async function run(order: HangingOrder): Promise<void> {
  const dataSource = makeDataSource(order, entities);
  await dataSource.initialize();
  const settings = loadSettings({ DATA_DIR: order.dataDir, LOG_LEVEL: 'silent' });
  const runtime = new Runtime(settings, { runsJobs: true, serves: false, version: 'test' });
  const clock = new TestClock(order.now);
  const engine = new EmbeddedEngine(
    dataSource,
    new JobQueue(),
    clock,
    new AppLog(runtime),
    new InFlight(),
  );
  const hang = () => {
    process.stdout.write('taken\n');
    return new Promise<void>(() => undefined);
  };
  engine.use(new Map([['draft.clean', hang]]));
  engine.start();
}

const [order] = process.argv.slice(2);
if (process.argv[1] === import.meta.filename && order !== undefined) {
  await run(JSON.parse(order) as HangingOrder);
}
