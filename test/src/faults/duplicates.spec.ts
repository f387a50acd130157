import { Press } from '@zhiyu/server/notify/card.entity';
import { Decision } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { aCompany, aStaff } from '../factories/company.js';
import type { TestApp } from '../harness/app.js';
import { cardOf } from '../flow/look.js';
import { assessed, aStand } from '../flow/walk.js';
import { effectsOf, invite, once, questionsFor } from './presses.js';
import { openPlace, type Reopen, ServerProcess } from './server-process.js';

/** Runs all of it, `width` at a time. */
async function inParallel(tasks: (() => Promise<void>)[], width: number): Promise<void> {
  const waiting = [...tasks];
  const run = async () => {
    for (let task = waiting.shift(); task; task = waiting.shift()) {
      await task();
    }
  };
  await Promise.all(Array.from({ length: width }, run));
}

describe('1,000 duplicated presses, half from a second server process', () => {
  let place: Reopen;
  let servers: [ServerProcess, ServerProcess];
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await place.remove();
  });

  async function twoOn(app: TestApp, leave: () => Promise<Reopen>): Promise<void> {
    place = await leave();
    servers = [await ServerProcess.start(app), await ServerProcess.start(app)];
  }

  it('of one button make one decision with one of everything that follows', async () => {
    const { app, leave } = await openPlace();
    const hr = await aStaff(app, { company: await aCompany(app), roles: ['hr'] });
    const [question] = await questionsFor(app, hr, 1);
    if (!question) {
      throw new Error('no card');
    }
    await twoOn(app, leave);
    const { card, applicationId } = question;
    const answered: { key: string; effective: boolean }[] = [];
    // 250 presses, each delivered twice to either process.
    const tasks = Array.from({ length: 1000 }, (_, n) => async () => {
      const key = `one press of many ${Math.floor(n / 4)}`;
      const server = servers[n % 2] ?? servers[0];
      const result = await invite(server, hr, { card, key });
      answered.push({ key, effective: result?.effective ?? false });
    });
    await inParallel(tasks, 40);
    expect(answered).to.have.length(1000);
    const effective = new Set(answered.filter((one) => one.effective).map((one) => one.key));
    expect(effective.size).to.equal(1);
    const again = await place.open();
    await again.drainJobs();
    expect(await effectsOf(again, applicationId)).to.deep.equal(once);
    expect(await again.database.read(Press).countBy({ cardId: card.id })).to.equal(250);
    await again.stop();
  }).timeout(180_000);

  it('of two people who want different things make the decision of the faster one', async () => {
    const { app, leave } = await openPlace();
    const stand = await aStand(app);
    const walker = await assessed(stand);
    const { hr, head } = stand;
    const card = await cardOf(stand, hr, 'approval', walker);
    await twoOn(app, leave);
    const wishes = [
      { who: hr, action: 'pass', value: 'meetsRequirement' },
      { who: head, action: 'reject', value: 'belowRequirement' },
    ];
    const effective = new Set<string>();
    const tasks = Array.from({ length: 400 }, (_, n) => async () => {
      const { who, action, value } = wishes[Math.floor(n / 2) % 2] ?? {
        who: hr,
        action: '',
        value: '',
      };
      const server = servers[n % 2] ?? servers[0];
      const key = `one press to ${action} ${Math.floor(n / 8)}`;
      const result = await invite(server, who, { card, key, action, value });
      if (result?.effective) {
        effective.add(`${who.id} ${key} ${action}`);
      }
    });
    await inParallel(tasks, 40);
    expect([...effective]).to.have.length(1);
    const again = await place.open();
    const { applicationId } = walker;
    const decisions = await again.database.read(Decision).findBy({ applicationId });
    expect(decisions).to.have.length(1);
    expect([...effective][0])
      .to.include(decisions[0]?.decidedBy)
      .and.to.include(decisions[0]?.kind);
    await again.stop();
  }).timeout(180_000);
});
