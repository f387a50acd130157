import { setTimeout as sleep } from 'node:timers/promises';
import { rawPaths } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aCompany, aStaff } from '../factories/company.js';
import { effectsOf, invite, once, questionsFor } from './presses.js';
import { openPlace, ServerProcess } from './server-process.js';

describe('a server told to end with SIGTERM', () => {
  it('is not ready any more, answers what it took, loses none of it, and is gone within seconds', async () => {
    const { app, leave } = await openPlace();
    const hr = await aStaff(app, { company: await aCompany(app), roles: ['hr'] });
    const questions = await questionsFor(app, hr, 24);
    const place = await leave();
    const server = await ServerProcess.start(app);
    const answered = new Set<string>();
    // Somebody's page is open: its stream must not keep the server.
    const stream = await server.client.raw(rawPaths.stream, {}, hr.session);
    expect(stream.status).to.equal(200);
    const presses = questions.map(async ({ card, applicationId }, n) => {
      await sleep(n * 8);
      const result = await invite(server, hr, { card, key: `press of ${card.id}` });
      if (result?.effective) {
        answered.add(applicationId);
      }
    });
    await sleep(80);
    const told = Date.now();
    server.kill('SIGTERM');
    const probes = (async () => {
      while ((await server.readiness()) === 200) {
        await sleep(20);
      }
      return Date.now() - told;
    })();
    await Promise.all(presses);
    const { code, signal } = await server.ended;
    expect([code, signal], 'by itself: the last resort ends with 1').to.deep.equal([0, null]);
    expect(await probes, 'the probe turned before the last resort').to.be.lessThan(8_000);
    expect(answered.size, 'some were taken, some came too late').to.be.within(1, 23);
    const again = await place.open();
    again.clock.advance(180_000);
    for (const id of answered) {
      expect((await effectsOf(again, id)).decisions).to.equal(1);
    }
    await again.drainJobs();
    for (const id of answered) {
      expect(await effectsOf(again, id)).to.deep.equal(once);
    }
    await again.stop();
    await place.remove();
  }).timeout(180_000);
});
