import type { ErrorBody } from '@zhiyu/contracts/errors';
import { rawPaths, type RouteName } from '@zhiyu/contracts/routes';
import { roles } from '@zhiyu/contracts/staff';
import type { JobName } from '@zhiyu/contracts/jobs';
import { JobRegistry } from '@zhiyu/server/platform/jobs/job-registry';
import { candidateCookie, staffCookie } from './cookies.js';
import { groundOf, rights } from '@zhiyu/server/staff/rights';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import type { TestSession } from '../harness/client.js';
import { boundRoutes, routeNames, routeOf } from '../harness/routes-of.js';
import { inputsOf, type Inputs, aWorld } from '../harness/world.js';

/** Every job of the contract: a new one does not compile before it stands here. */
const jobs: Record<JobName, true> = {
  'media.seal': true,
  'sound.measure': true,
  'speech.transcribe': true,
  'question.read': true,
  'scoring.report': true,
  'grade.daily': true,
  'coding.judge': true,
  'test.end': true,
  'test.mark': true,
  'items.daily': true,
  'pool.daily': true,
  'promise.remind': true,
  'invitation.remind': true,
  'invitation.expire': true,
  'meeting.remind': true,
  'meeting.rate': true,
  'pause.end': true,
  'offer.remind': true,
  'offer.expire': true,
  'offer.begin': true,
  'request.remind': true,
  'person.erase': true,
  'card.deliver': true,
  'card.reach': true,
  'result.tell': true,
  'bulk.decide': true,
  'decision.run': true,
  'draft.clean': true,
  'resume.drop': true,
  'housekeeping.daily': true,
  'retention.daily': true,
  'people.retention': true,
  'directory.daily': true,
  'digest.sweep': true,
  'digest.send': true,
  'month.send': true,
  'alert.watch': true,
  'passRate.watch': true,
  'passRate.meet': true,
  'group.result': true,
  'directory.run': true,
};

const candidateActs = ['own.view', 'own.answer', 'own.decide', 'stream.read'];
const everybodysActs = ['open', 'self', 'stream.read'];
/** Acts that addresses outside the contract ask for. */
const rawActs = ['media.view'];

describe('every route of the contract', () => {
  let app: TestApp;
  let inputs: Inputs;
  before(async () => {
    app = await startApp();
    inputs = inputsOf(await aWorld(app));
  });
  after(() => app.stop());

  const call = (name: RouteName, session?: TestSession) =>
    app.client.send(routeOf(name), inputs[name], session, { file: Buffer.from('x') });

  it('is bound to exactly one method of a controller', () => {
    const bound = boundRoutes(app).map((one) => one.route);
    expect([...bound].sort()).to.deep.equal([...routeNames].sort());
  });

  it('says which act it is', () => {
    const bare = boundRoutes(app).filter((one) => !one.guarded?.act);
    expect(bare.map((one) => one.method)).to.deep.equal([]);
  });

  it('has an address and method of its own', () => {
    const addresses = routeNames.map((name) => {
      const { method, path } = routeOf(name);
      return `${method} ${path.replace(/:\w+/g, ':')}`;
    });
    expect(new Set(addresses).size).to.equal(addresses.length);
  });

  it('asks for an act of its side: open only for visitors, own only for candidates', () => {
    for (const { route, guarded, method } of boundRoutes(app)) {
      const act = guarded?.act ?? '';
      const { side } = routeOf(route);
      expect(act === 'open', method).to.equal(side === 'public');
      if (side === 'candidate') {
        expect(candidateActs, method).to.include(act);
      }
      if (side === 'staff') {
        expect(groundOf({ kind: 'candidate' }, act), method).to.equal(null);
      }
    }
  });

  it('asks for an act that somebody has, and no right is there for an act that nothing asks for', () => {
    const asked = boundRoutes(app).map(({ guarded }) => guarded?.act ?? '');
    const given = [...rights.flatMap((right) => right.acts), ...candidateActs, ...everybodysActs];
    expect(asked.filter((act) => !given.includes(act))).to.deep.equal([]);
    const used = [...asked, ...rawActs];
    expect([...new Set(given)].filter((act) => !used.includes(act))).to.deep.equal([]);
  });

  it('that changes anything by creating or deciding is marked once, and no reading is', () => {
    for (const name of routeNames) {
      const { method, once } = routeOf(name);
      expect(method === 'GET' && once, name).to.equal(false);
    }
  });

  it('answers 401 without a session, unless it is open to anybody', async () => {
    for (const name of routeNames.filter((one) => routeOf(one).side !== 'public')) {
      const response = await call(name);
      const body = (await response.json()) as { code: string };
      expect([name, response.status, body.code]).to.deep.equal([name, 401, 'notSignedIn']);
    }
  });

  it('answers 401 to a session of the other side and to one that was made up', async () => {
    const { staff, candidate } = await sessionsOf(app);
    const madeUp = 'A'.repeat(43);
    for (const name of routeNames) {
      const { side } = routeOf(name);
      if (side === 'staff' || side === 'candidate') {
        const wrong = side === 'staff' ? staffCookie(candidate) : candidateCookie(staff);
        expect((await call(name, wrong)).status, name).to.equal(401);
        const bearer = {
          headers: { Authorization: `Bearer ${side === 'staff' ? candidate : staff}` },
        };
        const response = await app.client.send(routeOf(name), inputs[name], undefined, bearer);
        expect(response.status, `${name} by bearer`).to.equal(401);
        const invented = side === 'staff' ? staffCookie(madeUp) : candidateCookie(madeUp);
        expect((await call(name, invented)).status, `${name} made up`).to.equal(401);
      }
    }
  });

  it('checks its input: what is no id is refused with 400 and the name of the field', async () => {
    const world = await aWorld(app);
    const all = await aStaff(app, { company: world.company, roles: [...roles] });
    const named = Object.entries(inputsOf(world)).flatMap(([name, input]) =>
      Object.keys(input)
        .filter((field) => field === 'id' || field.endsWith('Id'))
        .filter((field) => !['ruleId', 'draftId'].includes(field))
        .map((field) => ({ name: name as RouteName, input, field })),
    );
    expect(named.length).to.be.greaterThan(20);
    for (const { name, input, field } of named) {
      const route = routeOf(name);
      const session = route.side === 'candidate' ? world.application.session : all.session;
      const response = await app.client.send(route, { ...input, [field]: 'no id' }, session);
      const body = (await response.json()) as ErrorBody;
      expect([name, body.code], field).to.deep.equal([name, 'invalidInput']);
      expect(body.fields?.map((one) => one.path)).to.include(field);
    }
  });
});

describe('addresses outside the contract', () => {
  let app: TestApp;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
  const guarded = [
    rawPaths.stream,
    `${rawPaths.media}/${id}`,
    `${rawPaths.resumeFile}/${id}`,
    `${rawPaths.reportFile}/${id}/hr.pdf`,
    `${rawPaths.calendar}/${id}.ics`,
    `${rawPaths.outcomeFile}/figures.csv`,
  ];
  for (const path of guarded) {
    it(`${path.replace(id, ':id')} answers 401 without a session`, async () => {
      const response = await app.client.raw(path);
      expect(response.status).to.equal(401);
      expect((await response.json()) as object).to.include({ code: 'notSignedIn' });
    });
  }

  it('uploads answer 401 without a session', async () => {
    for (const method of ['HEAD', 'PATCH']) {
      const response = await app.client.raw(`${rawPaths.uploads}/${id}`, {
        method,
        headers: { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0' },
      });
      expect(response.status, method).to.equal(401);
    }
  });

  it('nobody learns from the address of an attempt whether it has a recording', async () => {
    const response = await app.client.raw(`${rawPaths.media}/by-attempt/${id}`);
    expect(response.headers.get('location') ?? '').not.to.match(/[0-9A-Z]{26}/);
  });

  it('that do not exist answer 404 as the API does', async () => {
    for (const path of ['/api/nothing', '/api/positions/x/y/z', '/api/%2e%2e/secret']) {
      const response = await app.client.raw(path);
      expect(response.status, path).to.equal(404);
      expect((await response.json()) as object).to.include({ code: 'notFound' });
    }
  });

  it('tell whether the server lives and is ready', async () => {
    expect((await app.client.raw(rawPaths.live)).status).to.equal(200);
    expect((await app.client.raw(rawPaths.ready)).status).to.equal(200);
  });
});

describe('jobs of the contract', () => {
  it('have exactly one handler each', async () => {
    const app = await startApp();
    const handled = [...app.get(JobRegistry).handlers.keys()].filter(
      (name) => !name.startsWith('on:'),
    );
    await app.stop();
    expect(handled.sort()).to.deep.equal(Object.keys(jobs).sort());
  });
});

async function sessionsOf(app: TestApp): Promise<{ staff: string; candidate: string }> {
  const { hr, application } = await aWorld(app);
  const [staff] = [...hr.session.cookies.values()];
  const [candidate] = [...application.session.cookies.values()];
  return { staff: staff ?? '', candidate: candidate ?? '' };
}
