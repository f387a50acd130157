import { setTimeout as sleep } from 'node:timers/promises';
import { EventCounter, EventRow } from '@zhiyu/server/platform/events/event.entity';
import { Subscribers } from '@zhiyu/server/platform/events/subscribers';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { newId } from '@zhiyu/server/platform/time/ids';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';

const subscriber = 'on:PersonErased:test';

describe('events', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
    app.get(Subscribers).add('PersonErased', subscriber);
  });
  after(() => app.stop());

  const sequences = async (): Promise<number[]> => {
    const rows = await app.database.read(EventRow).find({ order: { sequence: 'ASC' } });
    return rows.map((row) => row.sequence);
  };
  const jobs = () => app.database.read(Job).findBy({ name: subscriber });

  it('stand in the order of the commits: no reader ever finds one before the number it has read to', async () => {
    const id = newId(1);
    const done = new AbortController();
    const gaps: number[][] = [];
    const reader = (async () => {
      while (!done.signal.aborted) {
        const seen = await sequences();
        if (seen.some((sequence, at) => sequence !== at + 1)) {
          gaps.push(seen);
        }
        await sleep(1);
      }
    })();
    const writers = Array.from({ length: 40 }, async (_one, n) => {
      await sleep(n % 7);
      await app.database.transaction(async (tx) => {
        tx.emit('PersonErased', id, { personId: id });
        await sleep((n * 13) % 11);
        tx.emit('SessionsEnded', id, { subjectId: id });
        if (n % 8 === 3) {
          throw new Error('rolled back');
        }
      });
    });
    const results = await Promise.allSettled(writers);
    done.abort();
    await reader;
    expect(gaps).to.deep.equal([]);
    expect(results.filter((one) => one.status === 'rejected')).to.have.length(5);
    const { value } = await app.database.read(EventCounter).findOneByOrFail({ id: 1 });
    expect(value).to.equal(70);
    expect(await sequences()).to.have.length(70);
  });

  it('order one job for every subscriber in the same commit, with the fact in it', async () => {
    const before = (await jobs()).length;
    const id = newId(2);
    await app.database.transaction((tx) => {
      tx.emit('PersonErased', id, { personId: id });
      return Promise.resolve();
    });
    const made = (await jobs()).slice(before);
    const event = await app.database.read(EventRow).findOneByOrFail({ companyId: id });
    const all = (await jobs()).map((job) => job.payload as { eventId: string; at: number });
    expect(made).to.have.length(1);
    expect(all.find((payload) => payload.eventId === event.id)).to.deep.equal({
      eventId: event.id,
      companyId: id,
      at: event.at,
      name: 'PersonErased',
      payload: { personId: id },
    });
  });

  it('leave neither fact nor job nor a gap when the transaction is rolled back', async () => {
    const before = { jobs: (await jobs()).length, events: (await sequences()).length };
    const work = app.database.transaction((tx) => {
      tx.emit('PersonErased', newId(3), { personId: newId(3) });
      return Promise.reject(new Error('no'));
    });
    await Promise.allSettled([work]);
    expect(await jobs()).to.have.length(before.jobs);
    expect(await sequences()).to.have.length(before.events);
  });

  it('name the application they are about, for its timeline', async () => {
    const applicationId = newId(4);
    await app.database.transaction((tx) => {
      tx.emit('PersonAsked', newId(5), { applicationId });
      return Promise.resolve();
    });
    const row = await app.database.read(EventRow).findOneBy({ subjectId: applicationId });
    expect(row?.name).to.equal('PersonAsked');
  });
});
