import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mock } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { InFlight } from '@zhiyu/server/platform/http/in-flight';
import { EmbeddedEngine } from '@zhiyu/server/platform/jobs/embedded.engine';
import { HopelessError, type JobHandler } from '@zhiyu/server/platform/jobs/job-engine';
import { JobQueue, type JobOptions } from '@zhiyu/server/platform/jobs/job-queue';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { AppLog } from '@zhiyu/server/platform/log/app-log';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aCompany, aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import type { HangingOrder } from './hanging-job.child.js';

const name = 'draft.clean';
const leaseMs = 30_000;
const child = new URL('hanging-job.child.js', import.meta.url).pathname;

/** A promise that the test resolves. */
function gate(): { open: () => void; passed: Promise<void> } {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open: () => open(), passed };
}

describe('jobs', () => {
  let app: TestApp;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  beforeEach(() => app.database.read(Job).clear());
  afterEach(() => mock.timers.reset());

  const engineOf = (handler: JobHandler, on: TestApp = app): EmbeddedEngine => {
    const { dataSource } = on.database;
    const others = [on.clock, on.get(AppLog), on.get(InFlight)] as const;
    const engine = new EmbeddedEngine(dataSource, new JobQueue(), ...others);
    engine.use(new Map([[name, handler]]));
    return engine;
  };
  const order = (day = 'today', options: JobOptions = {}): Promise<void> =>
    app.database.transaction((tx) => {
      tx.enqueue(name, { draftId: day }, options);
      return Promise.resolve();
    });
  const all = () => app.database.read(Job).find({ order: { createdAt: 'ASC' } });
  const only = async (): Promise<Job> => {
    const [job, ...more] = await all();
    expect(more).to.have.length(0);
    return job!;
  };

  it('run once, with the payload they were ordered with, and are then done', async () => {
    const seen: object[] = [];
    const engine = engineOf((payload) => {
      seen.push(payload);
      return Promise.resolve();
    });
    await order('2026-01-02');
    await engine.drain();
    await engine.drain();
    expect(seen).to.deep.equal([{ draftId: '2026-01-02' }]);
    expect((await only()).state).to.equal('done');
  });

  it('do not exist when the transaction that orders them is rolled back', async () => {
    const work = app.database.transaction((tx) => {
      tx.enqueue(name, { draftId: 'never' });
      return Promise.reject(new Error('no'));
    });
    await Promise.allSettled([work]);
    expect(await all()).to.have.length(0);
  });

  it('wait until they are due', async () => {
    let runs = 0;
    const engine = engineOf(() => {
      runs += 1;
      return Promise.resolve();
    });
    await order('later', { runAt: app.clock.now() + 60_000 });
    await engine.drain();
    expect(runs).to.equal(0);
    app.clock.advance(60_000);
    await engine.drain();
    expect(runs).to.equal(1);
  });

  it('exist once under a key, whoever orders them again and when', async () => {
    await Promise.all([1, 2, 3, 4].map((n) => order(`${n}`, { key: 'daily@1' })));
    await order('other', { key: 'daily@2' });
    await engineOf(() => Promise.resolve()).drain();
    await order('late', { key: 'daily@1' });
    expect(await all()).to.have.length(2);
  });

  it('that fail are tried again after 1 s, 2 s, 4 s … and die after the eighth try with the reason', async () => {
    let runs = 0;
    const engine = engineOf(() => {
      runs += 1;
      return Promise.reject(new Error(`no luck ${runs}`));
    });
    await order();
    for (let tries = 1; tries <= 8; tries++) {
      const at = app.clock.now();
      await engine.drain();
      const job = await only();
      expect(job.attempts).to.equal(tries);
      expect(job.state).to.equal(tries < 8 ? 'ready' : 'dead');
      expect(job.lastError).to.equal(`Error: no luck ${tries}`);
      const full = 1000 * 2 ** (tries - 1);
      expect(Number.isInteger(job.runAt), 'a whole millisecond').to.equal(true);
      expect(job.runAt - at).to.be.within(full / 2, full + 50);
      await engine.drain();
      expect(runs, 'not before its time').to.equal(tries);
      app.clock.set(job.runAt);
    }
    app.clock.advance(86_400_000);
    await engine.drain();
    expect(runs).to.equal(8);
  });

  it('die at once where repeating cannot help, and where nothing runs them', async () => {
    await order();
    await engineOf(() => Promise.reject(new HopelessError('the file is gone'))).drain();
    expect(await only()).to.include({ state: 'dead', attempts: 1 });
    expect((await only()).lastError).to.contain('the file is gone');
    await app.database.read(Job).clear();
    await app.database.transaction((tx) => {
      tx.enqueue('card.deliver', { deliveryId: 'x' });
      return Promise.resolve();
    });
    await engineOf(() => Promise.resolve()).drain();
    expect((await only()).lastError).to.contain('no handler for card.deliver');
  });

  it('that died are shown to the administrator, who runs them again', async () => {
    const company = await aCompany(app);
    const admin = await aStaff(app, { company, roles: ['admin'] });
    await order();
    await engineOf(() => Promise.reject(new HopelessError('broken'))).drain();
    const state = await app.api(routes.system, {}, admin.session);
    expect(state.jobs).to.deep.include({ ready: 0, dead: 1 });
    expect(state.deadJobs.map((job) => [job.name, job.attempts])).to.deep.equal([[name, 1]]);
    const { id } = await only();
    await app.api(routes.replayJob, { id }, admin.session);
    await refused(app.api(routes.replayJob, { id }, admin.session), 'notFound');
    let runs = 0;
    await engineOf(() => {
      runs += 1;
      return Promise.resolve();
    }).drain();
    expect(runs).to.equal(1);
    expect(await only()).to.include({ state: 'done', lastError: null });
  });

  it('never run in two processes at the same time, and each exactly once', async () => {
    const other = await startApp({ beside: app });
    const running = new Set<string>();
    const runs = new Map<string, number>();
    const handler: JobHandler = async (payload) => {
      const { draftId: day } = payload as { draftId: string };
      expect(running.has(day), `${day} runs already`).to.equal(false);
      running.add(day);
      runs.set(day, (runs.get(day) ?? 0) + 1);
      await sleep(2);
      running.delete(day);
    };
    await app.database.transaction((tx) => {
      for (let n = 0; n < 60; n++) {
        tx.enqueue(name, { draftId: `${n}` });
      }
      return Promise.resolve();
    });
    const engines = [engineOf(handler), engineOf(handler, other), engineOf(handler, other)];
    await Promise.all(engines.map((engine) => engine.drain()));
    await other.stop();
    expect(runs.size).to.equal(60);
    expect([...runs.values()].every((count) => count === 1)).to.equal(true);
    expect((await all()).every((job) => job.state === 'done')).to.equal(true);
  });

  it('of a killed process are taken over when its lease has ended, not before', async () => {
    await order();
    const { dataDir, url } = app.place;
    const told: HangingOrder = { dataDir, url, now: app.clock.now() };
    const owner = spawn(process.execPath, [child, JSON.stringify(told)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(owner, 'exit');
    await Promise.race([once(owner.stdout, 'data'), sleep(15_000)]);
    owner.kill('SIGKILL');
    await ended;
    let runs = 0;
    const engine = engineOf(() => {
      runs += 1;
      return Promise.resolve();
    });
    await engine.drain();
    expect(await only()).to.include({ state: 'leased', attempts: 1 });
    expect(runs).to.equal(0);
    app.clock.advance(leaseMs + 1000);
    await engine.drain();
    expect(runs).to.equal(1);
    expect(await only()).to.include({ state: 'done', attempts: 2 });
  });

  it('keep their lease while they run, however long', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    const { open, passed } = gate();
    await order();
    const draining = engineOf(() => passed).drain();
    let others = 0;
    const other = engineOf(() => {
      others += 1;
      return Promise.resolve();
    });
    await sleep(30);
    for (let beats = 0; beats < 5; beats++) {
      app.clock.advance(10_000);
      const { leaseUntil } = await only();
      mock.timers.tick(10_000);
      for (let waits = 0; waits < 100 && (await only()).leaseUntil === leaseUntil; waits++) {
        await sleep(5);
      }
      await other.drain();
    }
    expect(others).to.equal(0);
    open();
    await draining;
    expect(await only()).to.include({ state: 'done', attempts: 1 });
  });

  it('that somebody else took over are not overwritten by the owner who comes late', async () => {
    const { open, passed } = gate();
    await order();
    const late = engineOf(async () => {
      await passed;
      throw new Error('too late');
    }).drain();
    await sleep(30);
    app.clock.advance(leaseMs + 1000);
    await engineOf(() => Promise.resolve()).drain();
    open();
    await late;
    expect(await only()).to.include({ state: 'done', lastError: null });
  });

  it('do not run twice in one process that slept past its own lease', async () => {
    const { open, passed } = gate();
    let runs = 0;
    const engine = engineOf(() => {
      runs += 1;
      return passed;
    });
    await order();
    const draining = engine.drain();
    await sleep(30);
    app.clock.advance(leaseMs + 1000);
    const again = engine.drain();
    await sleep(30);
    expect(runs).to.equal(1);
    open();
    await Promise.all([draining, again]);
    expect((await only()).state).to.equal('done');
  });

  it('that took their process down eight times are dead, not tried for ever', async () => {
    let runs = 0;
    const engine = engineOf(() => {
      runs += 1;
      return Promise.resolve();
    });
    await order();
    const lost = { state: 'leased' as const, attempts: 8, leaseOwner: 'gone', leaseUntil: 1 };
    await app.database.read(Job).update({ name }, lost);
    await engine.drain();
    expect(runs).to.equal(0);
    expect((await only()).state).to.equal('dead');
    expect((await only()).lastError).to.match(/process/);
  });

  it('are finished before the engine stops', async () => {
    const { open, passed } = gate();
    await order();
    const engine = engineOf(() => passed);
    engine.start();
    await sleep(50);
    const stopping = engine.stop();
    open();
    await stopping;
    expect((await only()).state).to.equal('done');
  });
});
