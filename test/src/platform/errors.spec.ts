import { errorStatus, type ErrorBody } from '@zhiyu/contracts/errors';
import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { StaffService } from '@zhiyu/server/staff/staff.service';
import { expect } from 'chai';
import { aCompany, type ACompany, aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

describe('a request that fails', () => {
  let app: TestApp;
  let company: ACompany;
  let admin: AStaff;
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    admin = await aStaff(app, { company, roles: ['admin'] });
  });
  after(() => app.stop());

  const post = async (body: string, type = 'application/json'): Promise<[number, ErrorBody]> => {
    const headers = { 'Content-Type': type, Origin: app.base };
    const init = { method: 'POST', body, headers };
    const response = await app.client.raw('/api/auth/login', init);
    return [response.status, (await response.json()) as ErrorBody];
  };

  it('names every field at fault', async () => {
    const input = { name: '', email: 'no mail', roles: [], departmentId: 'x' };
    const error = await refused(app.api(routes.inviteStaff, input, admin.session), 'invalidInput');
    const paths = error.body.fields?.map((field) => field.path).sort();
    expect(paths).to.deep.equal(['departmentId', 'email', 'name', 'roles']);
    expect(error.status).to.equal(400);
  });

  it('names fields in query and path', async () => {
    const list = app.api(routes.listApplications, { limit: 1000 }, admin.session);
    await refused(list, 'notAllowed');
    const hr = await aStaff(app, { company, roles: ['hr'] });
    const asHr = app.api(routes.listApplications, { limit: 1000 }, hr.session);
    expect((await refused(asHr, 'invalidInput')).body.fields?.[0]?.path).to.equal('limit');
    const byId = app.api(routes.position, { id: 'x' }, hr.session);
    expect((await refused(byId, 'invalidInput')).body.fields?.[0]?.path).to.equal('id');
  });

  it('for broken JSON is the sender’s fault', async () => {
    for (const body of ['{"email":', '{"__proto__":{"admin":true}}', '']) {
      const [status, error] = await post(body);
      expect([status, error.code], body).to.deep.equal([400, 'invalidInput']);
    }
  });

  it('for JSON that is no object names what is missing', async () => {
    for (const body of ['[]', '"text"', '7', 'null']) {
      const [status, error] = await post(body);
      expect([status, error.code], body).to.deep.equal([400, 'invalidInput']);
    }
  });

  it('for a kind of content that nobody reads is 415', async () => {
    const [status] = await post('<a/>', 'application/xml');
    expect(status).to.equal(415);
  });

  it('for too much is 413', async () => {
    const [status, error] = await post(`{"email":"${'x'.repeat(25 * 1024 * 1024)}"}`);
    expect([status, error.code]).to.deep.equal([413, 'fileTooLarge']);
  });

  it('speaks the language of the page, then of the browser, then Chinese', async () => {
    const said = async (headers: Record<string, string>): Promise<string> =>
      ((await (await app.client.raw('/api/me', { headers })).json()) as ErrorBody).message;
    const zh = await said({ 'Accept-Language': 'zh-CN,zh;q=0.9' });
    const fr = await said({ 'Accept-Language': 'fr-FR,en;q=0.5' });
    const ja = await said({ 'Accept-Language': 'xx,ja;q=0.5' });
    const en = await said({ 'Accept-Language': 'fr', 'X-Locale': 'en' });
    expect(zh).to.contain('登录');
    expect(fr).to.contain('connecté');
    expect(ja).to.contain('ログイン');
    expect(en).to.contain('signed in');
    expect(await said({ 'Accept-Language': 'xx' })).to.equal(zh);
  });

  it('by our own fault tells nothing of the inside', async () => {
    const service = app.get(StaffService);
    const departments = service.departments.bind(service);
    service.departments = () =>
      Promise.reject(new Error('SELECT secret FROM person at /srv/zhiyu/db.ts'));
    const error = await refused(app.api(routes.departments, {}, admin.session), 'internal');
    service.departments = departments;
    expect(error.status).to.equal(500);
    expect(Object.keys(error.body).sort()).to.deep.equal(['code', 'message', 'requestId']);
    expect(JSON.stringify(error.body)).not.to.match(/SELECT|secret|\/srv|stack|Error/);
  });

  it('looks the same in and outside the contract', async () => {
    for (const path of ['/api/me', '/api/nothing', rawPaths.stream, '/api/positions/x']) {
      const body = (await (await app.client.raw(path)).json()) as ErrorBody;
      expect(Object.keys(body).sort(), path).to.deep.equal(['code', 'message', 'requestId']);
      expect(Object.keys(errorStatus), path).to.include(body.code);
      expect(body.message, path).to.match(/。$/);
    }
  });

  it('does not say what the server is made of', async () => {
    const { headers } = await app.client.raw('/api/nothing');
    expect(headers.get('x-powered-by')).to.equal(null);
    expect(headers.get('server')).to.equal(null);
  });
});
