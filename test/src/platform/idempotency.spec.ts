import { routes } from '@zhiyu/contracts/routes';
import { AppError } from '@zhiyu/contracts/errors';
import { IdempotencyRow } from '@zhiyu/server/platform/http/idempotency.entity';
import { Department } from '@zhiyu/server/staff/company.entity';
import { StaffService } from '@zhiyu/server/staff/staff.service';
import { expect } from 'chai';
import { aCompany, type ACompany, aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

describe('a request that must have one effect', () => {
  let app: TestApp;
  let company: ACompany;
  let admin: AStaff;
  let original: StaffService['saveDepartment'];
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    admin = await aStaff(app, { company, roles: ['admin'] });
    original = app.get(StaffService).saveDepartment.bind(app.get(StaffService));
  });
  afterEach(() => {
    app.get(StaffService).saveDepartment = original;
  });
  after(() => app.stop());

  const input = (name: string) => ({ name, parentId: null, managerId: null });
  const save = (name: string, key: string | null, who = admin) =>
    app.client.send(routes.saveDepartment, input(name), who.session, { key });
  const count = (name: string) => app.database.read(Department).countBy({ name });

  it('is refused without a key, with a short and with an endless one', async () => {
    for (const key of [null, 'short', 'x'.repeat(201)]) {
      const call = app.api(routes.saveDepartment, input('一'), admin.session, { key });
      expect((await refused(call, 'idempotencyKeyMissing')).status).to.equal(400);
    }
    expect(await count('一')).to.equal(0);
  });

  it('sent again gets the first answer, marked as such, and has no second effect', async () => {
    const first = await save('二', 'key-number-2');
    const again = await save('二', '"key-number-2"');
    expect(first.headers.get('idempotency-replayed')).to.equal(null);
    expect(again.headers.get('idempotency-replayed')).to.equal('true');
    expect(await again.json()).to.deep.equal(await first.json());
    expect(await count('二')).to.equal(1);
  });

  it('with the key of another content is refused', async () => {
    await save('三', 'key-number-3');
    const more = { key: 'key-number-3' };
    const call = app.api(routes.saveDepartment, input('三三'), admin.session, more);
    expect((await refused(call, 'idempotencyKeyReused')).status).to.equal(422);
    expect(await count('三三')).to.equal(0);
  });

  it('may use a key that somebody else has used', async () => {
    const other = await aStaff(app, { company, roles: ['admin'] });
    await save('四', 'key-number-4');
    const response = await save('四', 'key-number-4', other);
    expect(response.headers.get('idempotency-replayed')).to.equal(null);
    expect(await count('四')).to.equal(2);
  });

  it('sent again while the first still runs is told so', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    let entered: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const service = app.get(StaffService);
    const invite = service.invite.bind(service);
    service.invite = async (...args) => {
      entered();
      await gate;
      return invite(...args);
    };
    const person = { name: '五', email: 'five@zhiyu.example', roles: ['hr' as const] };
    const send = () =>
      app.client.send(routes.inviteStaff, { ...person, departmentId: null }, admin.session, {
        key: 'key-number-5',
      });
    const first = send();
    await inside;
    const second = await send();
    const { code } = (await second.json()) as { code: string };
    expect([second.status, code]).to.deep.equal([409, 'requestInProgress']);
    open();
    expect((await first).status).to.equal(200);
    expect((await send()).headers.get('idempotency-replayed')).to.equal('true');
    service.invite = invite;
  });

  it('sent many times at once has one effect', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => save('六', 'key-number-6')));
    expect(
      answers.map((one) => one.status).filter((status) => ![200, 409].includes(status)),
    ).to.deep.equal([]);
    expect(answers.some((one) => one.status === 200)).to.equal(true);
    expect(await count('六')).to.equal(1);
  });

  it('that failed may be sent again with its key', async () => {
    app.get(StaffService).saveDepartment = () => Promise.reject(new AppError('conflict'));
    expect((await save('七', 'key-number-7')).status).to.equal(409);
    app.get(StaffService).saveDepartment = original;
    expect((await save('七', 'key-number-7')).status).to.equal(200);
    expect(await count('七')).to.equal(1);
  });

  it('whose process died is free after half a minute', async () => {
    await save('八', 'key-number-8');
    const [row] = await app.database.read(IdempotencyRow).find({ order: { createdAt: 'DESC' } });
    const lost = { state: 'running' as const, answer: null };
    await app.database.read(IdempotencyRow).update({ id: row?.id ?? '' }, lost);
    expect((await save('八', 'key-number-8')).status).to.equal(409);
    app.clock.advance(31_000);
    expect((await save('八', 'key-number-8')).status).to.equal(200);
  });

  it('keeps its answer sealed', async () => {
    await save('九', 'key-number-9');
    const rows = await app.database.read(IdempotencyRow).find();
    const answers = rows.map((row) => row.answer ?? '');
    expect(answers.some((answer) => answer.includes('{'))).to.equal(false);
    expect(rows.map((row) => row.id).join()).not.to.contain('key-number');
  });
});
