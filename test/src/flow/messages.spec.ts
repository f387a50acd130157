import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardOf, press } from './look.js';
import { assessed, aStand, type Stand, type Walker } from './walk.js';

describe('messages of a candidate file (R37)', () => {
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    walker = await assessed(stand);
  });
  after(() => app.stop());

  const messages = async (session = stand.hr.session) =>
    (await app.api(routes.messages, { id: walker.applicationId }, session)).messages;

  it('has every card about the application, newest first, with the ways it went', async () => {
    const all = await messages();
    const kinds = new Set(all.map(({ kind }) => kind));
    expect([...kinds]).to.include.members(['notice', 'invitation', 'approval']);
    expect(all.map(({ at }) => at)).to.deep.equal(all.map(({ at }) => at).sort((a, b) => b - a));
    const invitation = all.find(({ kind }) => kind === 'invitation');
    expect(
      invitation?.ways.map(({ to, who, channel, state }) => [to, who, channel, state]),
    ).to.deep.include(['candidate', walker.candidate.name, 'console', 'delivered']);
    expect(invitation?.texts.join('')).not.to.equal('');
  });

  it('has every press, with who it was and whether it counted', async () => {
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await app.drainJobs();
    const approval = (await messages()).find(({ id }) => id === card.id);
    expect(approval?.state).to.equal('done');
    expect(approval?.presses).to.have.length(1);
    expect(approval?.presses[0]).to.include({
      ...{ who: '许澜', by: 'staff', action: 'pass', effective: true },
    });
  });

  it('says why something did not arrive, and is refused to who may not see the candidate', async () => {
    const auditor = await aStaff(app, { company: stand.company, roles: ['auditor'] });
    await refused(messages(auditor.session), 'notAllowed');
    const failures = (await messages()).flatMap(({ ways }) => ways.map(({ failure }) => failure));
    expect(failures.every((one) => one === '')).to.equal(true);
  });
});
