import { bulkWaitMs } from '@zhiyu/contracts/pipeline';
import type { DecisionKind } from '@zhiyu/contracts/application';
import { routes } from '@zhiyu/contracts/routes';
import { Application, Decision } from '@zhiyu/server/recruiting/entities/application.entity';
import { Pipeline } from '@zhiyu/server/recruiting/pipeline.service';
import { expect } from 'chai';
import { anApplication } from '../factories/application.js';
import {
  type ACompany,
  aCompany,
  type AStaff,
  aStaff,
  anotherSession,
} from '../factories/company.js';
import { type APosition, aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

describe('deciding on several', () => {
  let app: TestApp;
  let company: ACompany;
  let hr: AStaff;
  let other: AStaff;
  let position: APosition;
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    other = await aStaff(app, { company, roles: ['hr'] });
    position = await aPosition(app, { company, ownerId: hr.id });
  });
  after(() => app.stop());
  beforeEach(async () => {
    hr = { ...hr, session: await anotherSession(app, hr) };
    other = { ...other, session: await anotherSession(app, other) };
  });

  const screened = async (count: number) => {
    const made = await Promise.all(
      Array.from({ length: count }, () => anApplication(app, { position })),
    );
    await app.drainJobs();
    return made.map(({ id }) => id);
  };
  const start = (ids: string[], who = hr) => {
    const input = { kind: 'reject' as const, reason: 'requirementMissing' as const, ids };
    return app.api(routes.startBulk, input, who.session);
  };
  const decisionsOn = (applicationId: string) =>
    app.database.read(Decision).findBy({ applicationId });
  const stageOf = async (id: string) =>
    (await app.database.read(Application).findOneByOrFail({ id })).stage;
  const orderOf = async (id: string) =>
    (await app.api(routes.listBulk, {}, hr.session)).orders.find((one) => one.id === id);

  it('shows before what each of them would get, and changes nothing by showing', async () => {
    const [a = '', b = ''] = await screened(2);
    const hired = (await anApplication(app, { position, stage: 'hired' })).id;
    const ids = [a, b, hired].join(',');
    const preview = await app.api(routes.previewBulk, { kind: 'reject', ids }, hr.session);
    expect(preview.count).to.equal(2);
    const of = (id: string) => preview.items.find((item) => item.id === id);
    expect(of(a)).to.include({ obstacle: null, to: 'rejected', effect: 'letter' });
    expect(of(hired)).to.include({ obstacle: 'stage' });
    const passed = await app.api(routes.previewBulk, { kind: 'pass', ids }, hr.session);
    expect(passed.items.find((item) => item.id === b)).to.include({
      ...{ to: 'aiInterview', effect: 'invitation' },
    });
    expect(await decisionsOn(a)).to.deep.equal([]);
  });

  it('does nothing until the time is over, then decides each once in the person’s name', async () => {
    const ids = await screened(3);
    const order = await start(ids);
    expect(order).to.include({ state: 'waiting', count: 3 });
    await app.drainJobs();
    expect(await decisionsOn(ids[0] ?? '')).to.deep.equal([]);
    app.clock.advance(bulkWaitMs + 1000);
    await app.drainJobs();
    hr = { ...hr, session: await anotherSession(app, hr) };
    expect(await orderOf(order.id)).to.include({ state: 'done', decided: 3, late: 0 });
    for (const id of ids) {
      expect(await stageOf(id)).to.equal('rejected');
      const [decision, ...more] = await decisionsOn(id);
      expect(more).to.deep.equal([]);
      expect(decision).to.include({ kind: 'reject', decidedBy: hr.id, ground: 'list' });
    }
    await refused(app.api(routes.undoBulk, { id: order.id }, hr.session), 'conflict');
  });

  it('can be taken back until then, by who ordered it, and then nothing ever happens', async () => {
    const ids = await screened(2);
    const order = await start(ids);
    await refused(app.api(routes.undoBulk, { id: order.id }, other.session), 'notFound');
    const undone = await app.api(routes.undoBulk, { id: order.id }, hr.session);
    expect(undone.state).to.equal('undone');
    app.clock.advance(bulkWaitMs + 1000);
    await app.drainJobs();
    expect(await stageOf(ids[0] ?? '')).to.equal('screening');
    expect(await decisionsOn(ids[1] ?? '')).to.deep.equal([]);
  });

  it('leaves a decision that was made meanwhile as it is, and says that it came late', async () => {
    const [a = '', b = ''] = await screened(2);
    const order = await start([a, b]);
    await app.api(routes.invite, { id: a }, hr.session);
    app.clock.advance(bulkWaitMs + 1000);
    await app.drainJobs();
    hr = { ...hr, session: await anotherSession(app, hr) };
    expect(await orderOf(order.id)).to.include({ state: 'done', decided: 1, late: 1 });
    expect(await stageOf(a)).to.equal('aiInterview');
    expect(await stageOf(b)).to.equal('rejected');
  });

  it('leaves out whom a person has to look at first, and whom the caller may not decide on', async () => {
    const reviewed = async (value: number, kind: DecisionKind, unsure = false) => {
      const { id } = await anApplication(app, { position, stage: 'review' });
      const verdict = value > 65 ? 'meets' : value < 55 ? 'below' : 'crosses';
      const total = { value, standardError: 4, requirement: 60, coverage: 1, verdict } as const;
      await app.database.transaction((tx) =>
        app.get(Pipeline).score(tx, id, total, { doubts: unsure ? ['words'] : [] }),
      );
      const asked = { kind: kind as 'pass' | 'reject', ids: id };
      const mine = await app.api(routes.previewBulk, asked, hr.session);
      const theirs = await app.api(routes.previewBulk, asked, other.session);
      return [mine.items[0]?.obstacle, theirs.items[0]?.obstacle];
    };
    expect(await reviewed(80, 'pass')).to.deep.equal([null, 'right']);
    expect(await reviewed(60, 'pass')).to.deep.equal(['look', 'right']);
    expect(await reviewed(60, 'reject')).to.deep.equal(['look', 'right']);
    expect(await reviewed(40, 'reject')).to.deep.equal([null, 'right']);
    expect(await reviewed(40, 'pass')).to.deep.equal(['look', 'right']);
    expect(await reviewed(80, 'pass', true)).to.deep.equal(['look', 'right']);
  });
});

describe('saved filters', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.stop());

  it('are kept per person, and one name stands for one filter', async () => {
    const company = await aCompany(app);
    const hr = await aStaff(app, { company, roles: ['hr'] });
    const colleague = await aStaff(app, { company, roles: ['hr'] });
    const save = (name: string, filter: Record<string, string>) =>
      app.api(routes.saveView, { name, filter }, hr.session);
    await save('等我看', { waiting: 'true' });
    await save('内推', { source: 'referral' });
    const { views } = await save('等我看', { waiting: 'true', source: 'qr' });
    expect(views.map(({ name, filter }) => [name, filter])).to.deep.equal([
      ['等我看', { waiting: 'true', source: 'qr' }],
      ['内推', { source: 'referral' }],
    ]);
    expect((await app.api(routes.listViews, {}, colleague.session)).views).to.deep.equal([]);
    const id = views[0]?.id ?? '';
    await refused(app.api(routes.removeView, { id }, colleague.session), 'notFound');
    await app.api(routes.removeView, { id }, hr.session);
    const { views: left } = await app.api(routes.listViews, {}, hr.session);
    expect(left.map(({ name }) => name)).to.deep.equal(['内推']);
  });
});
