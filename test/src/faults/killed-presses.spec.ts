import { expect } from 'chai';
import { aCompany, aStaff, type AStaff } from '../factories/company.js';
import { needs } from '../harness/machine.js';
import { onMariadb } from '../harness/test-place.js';
import { effectsOf, invite, once, type Question, questionsFor } from './presses.js';
import { openPlace, ServerProcess } from './server-process.js';

/** Where the server dies: the flush, counted from the first press on. */
const flushes = [1, 2, 3, 5, 9];
const cardsEach = 3;

/** Presses one card after another, each twice at once, until the server is gone. */
async function pressUntilDead(
  server: ServerProcess,
  hr: AStaff,
  questions: Question[],
): Promise<Set<string>> {
  const acknowledged = new Set<string>();
  for (const { card, applicationId } of questions) {
    const results = await Promise.all(
      ['a', 'b'].map((key) => invite(server, hr, { card, key: `${key} ${card.id}` })),
    );
    if (results.some((result) => result !== null)) {
      acknowledged.add(applicationId);
    }
  }
  return acknowledged;
}

// On MariaDB the database's own process flushes, not the server's: there is nothing to kill at.
if (!onMariadb) {
  describe('a server killed at a flush during presses on SQLite', () => {
    before(() => needs('strace'));
    it('loses nothing that was acknowledged and does nothing twice', async () => {
      const { app, leave } = await openPlace();
      const hr = await aStaff(app, { company: await aCompany(app), roles: ['hr'] });
      const questions = await questionsFor(app, hr, flushes.length * cardsEach);
      const place = await leave();
      const acknowledged = new Set<string>();
      for (const [n, count] of flushes.entries()) {
        const server = await ServerProcess.start(app);
        await server.killAtSync(count);
        const mine = questions.slice(n * cardsEach, (n + 1) * cardsEach);
        for (const id of await pressUntilDead(server, hr, mine)) {
          acknowledged.add(id);
        }
        // The last presses may need no more flushes than were left: then it is killed now.
        await server.stop();
      }
      expect(acknowledged.size, 'some were acknowledged, some were not').to.be.within(
        1,
        questions.length - 1,
      );
      const before = await place.open();
      const [check] =
        await before.database.dataSource.query<{ integrity_check: string }[]>(
          'PRAGMA integrity_check',
        );
      expect(check?.integrity_check).to.equal('ok');
      for (const id of acknowledged) {
        expect((await effectsOf(before, id)).decisions, 'acknowledged').to.equal(1);
      }
      await before.stop();
      const server = await ServerProcess.start(app);
      for (const { card } of questions) {
        const results = [];
        for (const key of ['a', 'b', 'c']) {
          results.push(await invite(server, hr, { card, key: `${key} ${card.id}` }));
        }
        expect(results.filter((one) => one?.effective)).to.have.length.at.most(1);
        expect(results.every((one) => one?.card.state === 'done')).to.equal(true);
      }
      await server.stop();
      const after = await place.open();
      // What the killed servers were doing is taken over when their leases end.
      after.clock.advance(60_000);
      await after.drainJobs();
      for (const { applicationId } of questions) {
        expect(await effectsOf(after, applicationId)).to.deep.equal(once);
      }
      await after.stop();
      await place.remove();
      // A key that a dead server was working on is free again after 30 s.
    }).timeout(240_000);
  });
}
