import type { Decide } from '@zhiyu/contracts/application';
import { routes } from '@zhiyu/contracts/routes';
import { HeldDecisionRow } from '@zhiyu/server/recruiting/entities/held-decision.entity';
import { CardRow } from '@zhiyu/server/notify/card.entity';
import { Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { apply, aStand, minute, type Stand, type Walker } from './walk.js';

const second = 1000;

describe('a single decision, and taking it back', () => {
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;
  before(async () => {
    app = await startApp({ env: { DECISION_UNDO_SECONDS: '10' } });
  });
  after(() => app.stop());
  beforeEach(async () => {
    stand = await aStand(app, (content) => ({
      ...content,
      automation: { ...content.automation, inviteOnScreeningPass: false },
    }));
    walker = await apply(stand);
    await app.drainJobs();
  });

  const no = { kind: 'reject' as const, reason: 'positionFilled' as const, note: '这次没有合适的' };
  const hold = (input: Partial<Decide> = {}, session = stand.hr.session) =>
    app.api(routes.holdDecision, { id: walker.applicationId, ...no, ...input }, session);
  const held = async (session = stand.hr.session) =>
    (await app.api(routes.heldDecision, { id: walker.applicationId }, session)).held;
  const undo = (session = stand.hr.session) =>
    app.api(routes.undoDecision, { id: walker.applicationId }, session);
  const file = () => app.api(routes.application, { id: walker.applicationId }, stand.hr.session);
  const cards = () => app.database.read(CardRow).countBy({ applicationId: walker.applicationId });
  const later = async () => {
    app.clock.advance(11 * second);
    await app.drainJobs();
  };

  it('waits: nothing has happened, nobody was told; then it is a decision like any other', async () => {
    const before = await cards();
    const { held: kept } = await hold();
    expect(kept).to.include({ kind: 'reject', state: 'waiting', by: stand.hr.name, mine: true });
    await app.drainJobs();
    expect(await file()).to.include({ stage: 'screening' });
    expect((await file()).decisions).to.deep.equal([]);
    expect(await cards()).to.equal(before);
    await later();
    const decided = await file();
    expect(decided).to.include({ stage: 'rejected' });
    expect(decided.decisions[0]).to.include({ ...no, by: stand.hr.name, automatic: false });
    expect(await cards()).to.equal(before + 1);
    expect(await held()).to.equal(null);
  });

  it('taken back it leaves nothing: neither a decision nor an invitation nor a card', async () => {
    const before = await cards();
    const yes = { kind: 'pass' as const, reason: 'meetsRequirement' as const, note: '' };
    await hold(yes);
    const { applicationId } = walker;
    expect(await app.database.read(Interview).countBy({ applicationId })).to.equal(0);
    expect((await undo()).held).to.equal(null);
    await later();
    expect(await file()).to.include({ stage: 'screening' });
    expect((await file()).decisions).to.deep.equal([]);
    expect(await app.database.read(Interview).countBy({ applicationId })).to.equal(0);
    expect(await cards()).to.equal(before);
    // And it can be decided anew.
    await hold(yes);
    await later();
    expect(await file()).to.include({ stage: 'aiInterview' });
  });

  it('after its time it cannot be taken back, and says why', async () => {
    await refused(undo(), 'notFound');
    await hold();
    app.clock.advance(11 * second);
    await refused(undo(), 'decisionTold');
    await app.drainJobs();
    await refused(undo(), 'decisionTold');
    expect(await file()).to.include({ stage: 'rejected' });
  });

  it('whoever was faster counts: it takes no effect, and tells its decider so', async () => {
    await hold();
    const other = { kind: 'hold' as const, reason: 'needsTalk' as const, note: '' };
    await app.api(routes.decide, { id: walker.applicationId, ...other }, stand.hr.session);
    await later();
    expect((await file()).decisions.map(({ kind }) => kind)).to.deep.equal(['hold']);
    expect(await held()).to.include({ state: 'late', kind: 'reject' });
    app.clock.advance(10 * minute);
    expect(await held()).to.equal(null);
  });

  it('one at a time: others see it and cannot take it back; a second press is the first', async () => {
    const first = await hold();
    const again = await hold({ kind: 'hold', reason: 'needsTalk' });
    expect(again.held?.id).to.equal(first.held?.id);
    expect(await held(stand.head.session)).to.include({ mine: false, by: stand.hr.name });
    await refused(undo(stand.head.session), 'notFound');
    await later();
    expect((await file()).decisions).to.have.length(1);
  });

  it('what could not be decided is refused at once, and the words are sealed', async () => {
    await refused(hold({ kind: 'askMore', question: '' }), 'invalidInput');
    await hold();
    const row = await app.database
      .read(HeldDecisionRow)
      .findOneByOrFail({ applicationId: walker.applicationId });
    expect(JSON.stringify(row)).not.to.include('合适');
    await later();
    const late = await hold();
    expect(late.held).to.equal(null);
    expect(late.message).to.include(stand.hr.name);
  });

  it('nobody who may not decide holds anything', async () => {
    const stranger = await aStand(app);
    await refused(hold({}, stranger.hr.session), 'notFound');
    await refused(undo(stranger.hr.session), 'notFound');
    await refused(held(stranger.hr.session), 'notFound');
  });
});
