import { routes } from '@zhiyu/contracts/routes';
import { Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { expect } from 'chai';
import { anApplication } from '../factories/application.js';
import { aCompany, aDepartment, type AStaff, aStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';

const hour = 3_600_000;

describe('the interviews of a day', () => {
  let app: TestApp;
  let hr: AStaff;
  let head: AStaff;
  let ids: string[];
  before(async () => {
    app = await startApp();
    const company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    head = await aStaff(app, { company, roles: ['manager'] });
    const departmentId = await aDepartment(app, { company, managerId: head.id });
    const positions = [
      await aPosition(app, { company, ownerId: hr.id, departmentId }),
      await aPosition(app, { company, ownerId: hr.id }),
    ];
    ids = [];
    for (let n = 0; n < 4; n++) {
      const [position = await aPosition(app, { company })] = positions.slice(n % 2);
      const { id } = await anApplication(app, { position });
      await app.drainJobs();
      await app.api(routes.invite, { id }, hr.session);
      ids.push(id);
    }
    await app.drainJobs();
  });
  after(() => app.stop());

  const change = (n: number, of: Partial<Interview>) =>
    app.database.read(Interview).update({ applicationId: ids[n] ?? '', kind: 'ai' }, of);
  const today = (who: AStaff) => app.api(routes.today, {}, who.session);

  it('are none on a day without any', async () => {
    const now = app.clock.now();
    for (const n of [0, 1, 2, 3]) {
      await change(n, { deadline: now + 90 * hour });
    }
    const seen = await today(hr);
    expect(seen).to.include({ runningCount: 0, endingCount: 0 });
    expect([...seen.running, ...seen.meetings, ...seen.ending]).to.deep.equal([]);
  });

  it('are counted to watch where the page of running interviews shows them, and nowhere else', async () => {
    const now = app.clock.now();
    const live = async (who: AStaff) => {
      const { rows, count } = await app.api(routes.liveInterviews, {}, who.session);
      const counts = await app.api(routes.railCounts, {}, who.session);
      expect([counts.live, count], 'as the page').to.deep.equal([rows.length, rows.length]);
      return [counts.live, (await today(who)).runningCount];
    };
    await change(0, { state: 'running', startedAt: now - hour });
    await change(1, { state: 'running', startedAt: now - 30 * hour });
    const other = await aStaff(app, { company: { id: hr.companyId }, roles: ['hr'] });
    expect(await live(hr), 'one was begun too long ago').to.deep.equal([1, 2]);
    expect(await live(other), 'who may open no report of them').to.deep.equal([0, 2]);
    await change(1, { state: 'invited', startedAt: null });
  });

  it('are those that go on, those with people, and invitations that end', async () => {
    const now = app.clock.now();
    await change(0, { state: 'running', startedAt: now - hour });
    await change(1, { deadline: now + 5 * hour });
    await change(2, { kind: 'human', startsAt: now + 60_000, place: '三楼', contact: '何敬' });
    await change(3, { kind: 'human', startsAt: now + 30 * hour });
    const seen = await today(hr);
    expect(seen.running.map((one) => one.applicationId)).to.deep.equal([ids[0]]);
    expect(seen.running[0]).to.include({ startedAt: now - hour, paused: false });
    expect(seen.running[0]?.candidateName).not.to.equal('');
    expect(seen.ending.map((one) => one.applicationId)).to.deep.equal([ids[1]]);
    expect(seen.meetings.map((one) => [one.applicationId, one.place, one.contact])).to.deep.equal([
      [ids[2], '三楼', '何敬'],
    ]);
    const own = await today(head);
    expect(own.running.map((one) => one.applicationId)).to.deep.equal([ids[0]]);
    expect(own.ending).to.deep.equal([]);
  });
});
