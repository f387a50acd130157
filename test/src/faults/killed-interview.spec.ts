import { setTimeout as sleep } from 'node:timers/promises';
import { routes } from '@zhiyu/contracts/routes';
import { CardRow } from '@zhiyu/server/notify/card.entity';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { PromiseRow } from '@zhiyu/server/recruiting/entities/application.entity';
import { ReportRow } from '@zhiyu/server/scoring/report.entity';
import { expect } from 'chai';
import {
  answerInText,
  answersOf,
  aStand,
  begin,
  choose,
  currentOf,
  finishAttempt,
  interviewing,
  interviewOf,
  next,
  type Stand,
  type Walker,
} from '../flow/walk.js';
import type { TestApp } from '../harness/app.js';
import { openPlace, type Reopen, ServerProcess } from './server-process.js';

/** How long after handing in the server is killed: its jobs are under way, milliseconds. */
const momentsAfter = [0, 20, 60];
const words = answersOf('strong');

describe('a server killed with -9', () => {
  let app: TestApp;
  let stand: Stand;
  let place: Reopen;
  let walkers: Walker[];
  before(async () => {
    const opened = await openPlace();
    app = opened.app;
    stand = await aStand(app);
    walkers = [];
    for (let n = 0; n < momentsAfter.length + 1; n++) {
      walkers.push(await interviewing(stand));
    }
    place = await opened.leave();
  });
  after(() => place.remove());

  /** The stand's people against another server. */
  const against = (server: ServerProcess): Stand => {
    const api: TestApp['api'] = (route, input, session, more) =>
      server.client.call(route, input, session, more);
    return { ...stand, app: Object.assign(Object.create(app) as TestApp, { api }) };
  };

  it('in the middle of an interview: the candidate goes on with the same question and time', async () => {
    const walker = walkers.at(-1);
    if (!walker) {
      throw new Error('no candidate');
    }
    const one = await ServerProcess.start(app);
    const before = against(one);
    await answerInText(before, walker, words[0] ?? '');
    await next(before, walker);
    const begun = await begin(before, walker);
    await one.stop();
    const two = await ServerProcess.start(app);
    const after = against(two);
    expect((await interviewOf(after, walker)).answered).to.equal(1);
    expect(await currentOf(after, walker)).to.include({ index: 1, answerEndsAt: begun.endsAt });
    expect(await begin(after, walker)).to.deep.include({
      attemptId: begun.attemptId,
      endsAt: begun.endsAt,
    });
    await finishAttempt(after, walker, begun.attemptId, { text: words[1] ?? '' });
    await choose(after, walker, begun.attemptId);
    expect((await interviewOf(after, walker)).answered).to.equal(2);
    await two.stop();
  }).timeout(180_000);

  it('in the middle of its jobs: they are done after it, with one report, one card, one message each', async () => {
    for (const [n, moment] of momentsAfter.entries()) {
      const server = await ServerProcess.start(app);
      const walker = walkers[n];
      if (walker) {
        await answerInText(against(server), walker, words[0] ?? '');
        await server.client.call(routes.finishInterview, {}, walker.session);
        await sleep(moment);
      }
      await server.stop();
    }
    const again = await place.open();
    // Jobs of dead processes are taken over when their leases end.
    again.clock.advance(180_000);
    await again.drainJobs();
    for (const [n, { applicationId }] of walkers.slice(0, momentsAfter.length).entries()) {
      const read = again.database.read.bind(again.database);
      const kinds = (await read(CardRow).findBy({ applicationId })).map((card) => card.kind).sort();
      expect(kinds, `killed after ${momentsAfter[n]} ms`).to.deep.equal([
        'approval',
        'invitation',
        // Received, the copy of the consents, and handed in.
        'notice',
        'notice',
        'notice',
      ]);
      expect(await read(ReportRow).countBy({ applicationId })).to.equal(1);
      expect(await read(PromiseRow).countBy({ applicationId, state: 'open' })).to.equal(1);
      const ready = { subjectId: applicationId, name: 'ReportReady' };
      expect(await read(EventRow).countBy(ready)).to.equal(1);
    }
    const due = await again.database.read(Job).findBy({ state: 'dead' });
    expect(due).to.deep.equal([]);
    await again.stop();
  }).timeout(180_000);
});
