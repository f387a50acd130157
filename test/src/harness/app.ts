import type { Route } from '@zhiyu/contracts/routes';
import { loadSettings } from '@zhiyu/config/settings';
import { Database } from '@zhiyu/server/platform/database/database';
import { watchTransactions } from '@zhiyu/server/platform/database/sqlite-serial';
import { JobEngine } from '@zhiyu/server/platform/jobs/job-engine';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { buildApp } from '@zhiyu/server/serve';
import { type CallOptions, TestClient, type TestSession } from './client.js';
import { TestClock } from './test-clock.js';
import { makePlace, type TestPlace } from './test-place.js';

export interface AppOptions {
  /** Settings by their names in the environment. */
  env?: Record<string, string>;
  clock?: TestClock;
  /** Run jobs in the background; otherwise only `drainJobs` runs them. */
  runsJobs?: boolean;
  /** A second process on the database and files of this one. */
  beside?: TestApp;
  /** On what is there already; it goes with the application. */
  at?: TestPlace;
}

type Token<T> = abstract new (...args: never[]) => T;

/** The whole product in this process, on a free port of the loopback. */
export class TestApp {
  readonly client: TestClient;

  constructor(
    private readonly nest: Awaited<ReturnType<typeof buildApp>>,
    readonly runtime: Runtime,
    readonly place: TestPlace,
    readonly clock: TestClock,
  ) {
    this.client = new TestClient(runtime.publicUrl);
  }

  get base(): string {
    return this.runtime.publicUrl;
  }

  get database(): Database {
    return this.get(Database);
  }

  /** A service of the product. */
  get<T>(token: Token<T>): T {
    return this.nest.get<T>(token, { strict: false });
  }

  /** Calls an address over HTTP. @throws Refused */
  api<I, O>(route: Route<I, O>, input: I, session?: TestSession, more?: CallOptions): Promise<O> {
    return this.client.call(route, input, session, more);
  }

  /** Runs all jobs that are due, and those they order. */
  drainJobs(): Promise<void> {
    return this.get(JobEngine).drain();
  }

  /** Stops this process; the place stays when another still uses it. */
  async stop(): Promise<void> {
    await this.nest.close();
    await this.place.remove();
  }
}

/** An application with an empty database: SQLite, or MariaDB when DATABASE_URL is set. */
export async function startApp(options: AppOptions = {}): Promise<TestApp> {
  watchTransactions();
  const place = options.beside
    ? { ...options.beside.place, remove: () => Promise.resolve() }
    : (options.at ?? (await makePlace()));
  const settings = loadSettings({
    DATA_DIR: place.dataDir,
    DATABASE_URL: place.url,
    LOG_LEVEL: 'silent',
    ...options.env,
  });
  const runsJobs = options.runsJobs ?? false;
  const runtime = new Runtime(settings, { runsJobs, serves: true, version: '0.0.0-test' });
  const clock = options.clock ?? options.beside?.clock ?? new TestClock();
  const nest = await buildApp(runtime, { clock });
  await nest.listen(0, '127.0.0.1');
  const address = nest.getHttpServer().address();
  if (typeof address !== 'object' || address === null) {
    throw new Error('the server does not listen on a port');
  }
  runtime.publicUrl = `http://127.0.0.1:${address.port}`;
  return new TestApp(nest, runtime, place, clock);
}
