import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { loadSettings } from '@zhiyu/config/settings';
import { ChannelDesk } from '@zhiyu/server/notify/channel-desk';
import { MediaService } from '@zhiyu/server/interviews/media/media.service';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { SystemClock } from '@zhiyu/server/platform/time/clock';
import { newId } from '@zhiyu/server/platform/time/ids';
import { buildApp } from '@zhiyu/server/serve';
import { anApplication } from '../factories/application.js';
import { aCompany, aStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { TestApp } from '../harness/app.js';
import { TestClock } from '../harness/test-clock.js';
import { answer } from './child.js';
import { changeOne, countRows, seedApplications } from './many-applications.js';
import { checkPresses } from './press-check.js';
import { makePressStand } from './press-stand.js';
import { ReportsAfter } from './reports-after.js';
import { makeWeComStand } from './wecom-stand.js';

/** Where a server of the product keeps its data. */
export interface ProductPlace {
  dataDir: string;
  /** mysql://…; null for SQLite in the folder. */
  url: string | null;
  /** Further settings by their names in the environment. */
  env?: Record<string, string>;
}

let app: TestApp | undefined;
let reports: ReportsAfter | undefined;

function running(): TestApp {
  if (!app) {
    throw new Error('the server was not started');
  }
  return app;
}

const reportsAfter = (): ReportsAfter => (reports ??= new ReportsAfter(running()));

/** The product as `start.ts` builds it, on a free port, silent. */
async function start(place: ProductPlace): Promise<number> {
  const settings = loadSettings({
    DATA_DIR: place.dataDir,
    LOG_LEVEL: 'silent',
    ...(place.url === null ? {} : { DATABASE_URL: place.url }),
    ...place.env,
  });
  const runtime = new Runtime(settings, { runsJobs: true, serves: true, version: 'bench' });
  const nest = await buildApp(runtime, { clock: new SystemClock() });
  await nest.listen(0, '127.0.0.1');
  const { port } = nest.getHttpServer().address() as AddressInfo;
  runtime.publicUrl = `http://127.0.0.1:${port}`;
  await nest.get(ChannelDesk).begin();
  const remove = () => Promise.resolve();
  // Only a handle for the factories: the clock of the server is the system's.
  app = new TestApp(nest, runtime, { ...place, url: undefined, remove }, new TestClock());
  return port;
}

/** A company and its HR, signed in. */
async function signIn(): Promise<{ companyId: string; cookie: string }> {
  const company = await aCompany(running());
  const hr = await aStaff(running(), { company, roles: ['hr'] });
  return { companyId: company.id, cookie: hr.session.header };
}

/** Open recordings, each of a candidate of its own. */
async function recordings(input: {
  count: number;
}): Promise<{ path: string; headers: { Cookie: string } }[]> {
  const company = await aCompany(running());
  const position = await aPosition(running(), { company });
  const media = running().get(MediaService);
  const made: { path: string; headers: { Cookie: string } }[] = [];
  for (let i = 0; i < input.count; i++) {
    const { personId, session } = await anApplication(running(), { position });
    const recording = await running().database.transaction((tx) =>
      media.open(tx, {
        companyId: company.id,
        personId,
        attemptId: newId(tx.now),
        track: 'video',
        mimeType: 'video/webm;codecs=vp8,opus',
      }),
    );
    made.push({ path: media.uploadUrl(recording), headers: { Cookie: session.header } });
  }
  return made;
}

async function stop(): Promise<void> {
  await running().stop();
}

const commands = {
  start,
  signIn,
  recordings,
  stop,
  pressStand: (input: { count: number }) => makePressStand(running(), input.count),
  weComStand: (input: { count: number }) => makeWeComStand(running(), input.count),
  checkPresses: (input: { companyId: string }) => checkPresses(running(), input.companyId),
  manyApplications: (input: { count: number }) => seedApplications(running(), input.count),
  changeOne: () => changeOne(running()),
  countRows: () => countRows(running()),
  reportsReady: (input: { count: number }) => reportsAfter().prepare(input),
  reportsHandedIn: (input: { together: boolean }) => reportsAfter().handIn(input),
};
export type ProductCommands = typeof commands;

answer(commands);
