import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aCompany, aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

describe('feedback on a page', () => {
  let app: TestApp;
  let writer: AStaff;
  let admin: AStaff;
  let stranger: AStaff;
  before(async () => {
    app = await startApp();
    const company = await aCompany(app);
    writer = await aStaff(app, { company, roles: ['interviewer'] });
    admin = await aStaff(app, { company, roles: ['admin'] });
    stranger = await aStaff(app, { company: await aCompany(app), roles: ['admin'] });
  });
  after(() => app.stop());

  const titles = async (of: AStaff) => {
    await app.drainJobs();
    const { items } = await app.api(routes.inbox, {}, of.session);
    return items.map(({ card }) => card.title);
  };

  it('reaches the administrators of the company as a card, with the page by its name', async () => {
    const said = { page: 'review', text: '想要更大的字幕' };
    await app.api(routes.sendFeedback, said, writer.session);
    expect(await titles(admin)).to.deep.equal([`${writer.name}对一个页面有话说`]);
    const { items } = await app.api(routes.inbox, {}, admin.session);
    const blocks = JSON.stringify(items[0]?.card.blocks);
    expect(blocks).to.contain('想要更大的字幕').and.to.contain('复核室');
    expect(await titles(stranger)).to.deep.equal([]);
  });

  it('stands in the administrators’ list, and in nobody else’s', async () => {
    const { items } = await app.api(routes.listFeedback, {}, admin.session);
    expect(items).to.have.length(1);
    expect(items[0]).to.include({ page: 'review', byName: writer.name, doneAt: null });
    await refused(app.api(routes.listFeedback, {}, writer.session), 'notAllowed');
    const theirs = await app.api(routes.listFeedback, {}, stranger.session);
    expect(theirs.items).to.deep.equal([]);
  });

  it('is answered with a card to the writer, and open ones come first', async () => {
    await app.api(routes.sendFeedback, { page: 'home', text: '第二条' }, writer.session);
    const { items } = await app.api(routes.listFeedback, {}, admin.session);
    const first = items.find(({ text }) => text === '想要更大的字幕');
    const input = { id: first?.id ?? '', answer: '下周加上。' };
    await refused(app.api(routes.settleFeedback, input, stranger.session), 'notFound');
    const settled = await app.api(routes.settleFeedback, input, admin.session);
    expect(settled.items.map(({ text }) => text)).to.deep.equal(['第二条', '想要更大的字幕']);
    expect(settled.items[1]).to.include({ answer: '下周加上。', doneBy: admin.name });
    expect(await titles(writer)).to.deep.equal([`${admin.name}回复了您的反馈`]);
  });
});

describe('how long recordings are kept', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.stop());

  it('is undecided until an administrator sets the days, also to those it began with', async () => {
    const company = await aCompany(app);
    const admin = await aStaff(app, { company, roles: ['admin'] });
    const first = await app.api(routes.company, {}, admin.session);
    expect(first).to.include({ keepDays: 180, keepDaysChosen: false });
    await app.api(routes.changeCompany, { scorecardFirst: true }, admin.session);
    expect((await app.api(routes.company, {}, admin.session)).keepDaysChosen).to.equal(false);
    const chosen = await app.api(routes.changeCompany, { keepDays: 180 }, admin.session);
    expect(chosen).to.include({ keepDays: 180, keepDaysChosen: true, scorecardFirst: true });
  });
});
