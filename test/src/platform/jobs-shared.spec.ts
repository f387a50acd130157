import { InFlight } from '@zhiyu/server/platform/http/in-flight';
import { EmbeddedEngine } from '@zhiyu/server/platform/jobs/embedded.engine';
import type { JobHandler } from '@zhiyu/server/platform/jobs/job-engine';
import { JobQueue } from '@zhiyu/server/platform/jobs/job-queue';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { AppLog } from '@zhiyu/server/platform/log/app-log';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { until } from '../harness/until.js';

const slow = 'draft.clean';
const quick = 'result.tell';

describe('jobs of several names', () => {
  let app: TestApp;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  beforeEach(() => app.database.read(Job).clear());

  const engineOf = (handlers: [string, JobHandler][]): EmbeddedEngine => {
    const others = [app.clock, app.get(AppLog), app.get(InFlight)] as const;
    const engine = new EmbeddedEngine(app.database.dataSource, new JobQueue(), ...others);
    engine.use(new Map(handlers));
    return engine;
  };
  const order = (slowOnes: number, quickOnes: number) =>
    app.database.transaction((tx) => {
      Array.from({ length: slowOnes }, (_, n) => tx.enqueue(slow, { draftId: `${n}` }));
      Array.from({ length: quickOnes }, (_, n) => tx.enqueue(quick, { decisionId: `${n}` }));
      return Promise.resolve();
    });

  it('are not held up by many slow ones of one name that stand before them', async () => {
    let open: () => void = () => undefined;
    const passed = new Promise<void>((resolve) => (open = resolve));
    let told = 0;
    await order(20, 10);
    const engine = engineOf([
      [slow, () => passed],
      [quick, () => Promise.resolve(void (told += 1))],
    ]);
    engine.start();
    try {
      await until(() => told === 10);
      const done = await app.database.read(Job).countBy({ name: slow, state: 'done' });
      expect(done).to.equal(0);
    } finally {
      open();
      await engine.stop();
    }
  });

  it('are all run in the end, also where there is only one name', async () => {
    const runs: string[] = [];
    await order(11, 0);
    await engineOf([
      [slow, (payload) => Promise.resolve(void runs.push(JSON.stringify(payload)))],
    ]).drain();
    expect(new Set(runs).size).to.equal(11);
    expect(runs).to.have.length(11);
  });
});
