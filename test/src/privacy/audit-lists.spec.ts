import { routes } from '@zhiyu/contracts/routes';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { expect } from 'chai';
import { anApplication } from '../factories/application.js';
import { aCompany, anotherSession, aStaff, type AStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

describe('a list that is looked at again', () => {
  let app: TestApp;
  let hr: AStaff;
  let applicationId: string;
  before(async () => {
    app = await startApp();
    const company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    const position = await aPosition(app, { company, ownerId: hr.id });
    applicationId = (await anApplication(app, { position })).id;
  });
  after(() => app.stop());

  const lines = (verb: string) => app.database.read(AuditEntry).countBy({ verb });
  const added = async (verb: string, act: () => Promise<unknown>): Promise<number> => {
    const before = await lines(verb);
    await act();
    return (await lines(verb)) - before;
  };
  const look = (input: { q?: string; waiting?: 'true' } = {}, session = hr.session) =>
    app.api(routes.listApplications, input, session);

  it('is one line in ten minutes, however often it refreshes itself', async () => {
    const refreshed = async (): Promise<void> => {
      for (let n = 0; n < 12; n++) {
        await look({ waiting: 'true' });
        app.clock.advance(45_000);
      }
    };
    expect(await added('application.view', refreshed)).to.equal(1);
    app.clock.advance(2 * 60_000);
    expect(await added('application.view', () => look({ waiting: 'true' }))).to.equal(1);
  });

  it('is a line of its own with another filter, on another device and by somebody else', async () => {
    await look();
    expect(await added('application.view', () => look({ q: '张三' }))).to.equal(1);
    const device = await anotherSession(app, hr);
    expect(await added('application.view', () => look({}, device))).to.equal(1);
    const other = await aStaff(app, { company: { id: hr.companyId }, roles: ['hr'] });
    expect(await added('application.view', () => look({}, other.session))).to.equal(1);
  });

  it('is one thing, one person is another: each look at one record is written down', async () => {
    const open = () => app.api(routes.application, { id: applicationId }, hr.session);
    expect(await added('application.view', () => open().then(open).then(open))).to.equal(3);
  });

  it('that is denied is written down each time', async () => {
    const company = { id: hr.companyId };
    const auditor = await aStaff(app, { company, roles: ['auditor'] });
    const denied = () => refused(look({}, auditor.session), 'notAllowed');
    expect(await added('application.view', () => denied().then(denied))).to.equal(2);
  });
});
