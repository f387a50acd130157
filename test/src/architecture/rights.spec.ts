import type { RouteName } from '@zhiyu/contracts/routes';
import { type FieldGroup, type Role, roles } from '@zhiyu/contracts/staff';
import type { StaffActor } from '@zhiyu/server/platform/auth/actor';
import { mayOn, requireOn } from '@zhiyu/server/staff/access';
import { newId } from '@zhiyu/server/platform/time/ids';
import { actsOf as actsOfRoles, groundOf, opens } from '@zhiyu/server/staff/rights';
import { expect } from 'chai';
import { anotherSession, aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { actsOf, routeNames, routeOf } from '../harness/routes-of.js';
import { aWorld, inputsOf, type World } from '../harness/world.js';

const staffRoutes = routeNames.filter((name) => routeOf(name).side === 'staff');

/** Requirement R58 in words: what each role can do at all, beside what everybody can. */
const expected: Record<Role, string[]> = {
  hr: [
    'application.add',
    'application.decide',
    'application.invite',
    'application.merge',
    'application.takeBack',
    'application.unmask',
    'application.view',
    'calibration.grade',
    'calibration.use',
    'company.view',
    'dashboard.view',
    'digest.edit',
    'inbox.use',
    'interview.ask',
    'media.view',
    'offer.view',
    'offer.write',
    'performance.edit',
    'performance.view',
    'position.edit',
    'position.view',
    'process.act',
    'process.view',
    'report.view',
    'review.ask',
    'review.enter',
    'staff.list',
    'talent.invite',
    'talent.note',
    'talent.tag',
    'talent.view',
    'transcript.write',
  ],
  manager: [
    'application.decide',
    'application.unmask',
    'application.view',
    'company.view',
    'dashboard.view',
    'inbox.use',
    'offer.approve',
    'offer.view',
    'performance.view',
    'position.approve',
    'position.view',
    'process.act',
    'process.view',
    'report.view',
    'review.enter',
    'staff.list',
  ],
  interviewer: ['company.view', 'inbox.use', 'review.enter'],
  admin: [
    'company.edit',
    'company.view',
    'digest.edit',
    'impact.view',
    'inbox.use',
    'position.approve',
    'position.edit',
    'position.view',
    'process.act',
    'process.limits',
    'process.view',
    'staff.edit',
    'staff.list',
    'system.edit',
    'system.view',
    'talent.rules',
    'weights.set',
  ],
  auditor: ['audit.view', 'company.view', 'impact.view', 'inbox.use'],
};
const expectedFields: Record<Role, FieldGroup[]> = {
  hr: ['contact', 'scores', 'media'],
  manager: ['scores'],
  interviewer: [],
  admin: [],
  auditor: [],
};

describe('the table of rights', () => {
  for (const role of roles) {
    it(`lets ${role} do what is written here and nothing else`, () => {
      expect(actsOfRoles([role]).sort()).to.deep.equal(expected[role]);
      const groups: FieldGroup[] = ['contact', 'scores', 'performance', 'media'];
      const opened = groups.filter((group) => opens([role], group));
      expect(opened).to.deep.equal(expectedFields[role]);
    });
  }

  it('denies what it does not name, and everything to nobody', () => {
    expect(groundOf({ kind: 'staff', roles: [...roles] }, 'no.such.act')).to.equal(null);
    expect(groundOf({ kind: 'staff', roles: [] }, 'company.view')).to.equal(null);
    expect(groundOf({ kind: 'visitor' }, 'self')).to.equal(null);
    expect(groundOf({ kind: 'candidate' }, 'self')).to.equal(null);
  });

  it('reaches as far as the scope: own positions, departments one heads, the company, never another', () => {
    const actor = (given: Partial<StaffActor>): StaffActor => ({
      kind: 'staff',
      id: 'me',
      companyId: 'C1',
      name: '',
      roles: [],
      headOf: [],
      locale: 'zh',
      sessionId: '',
      ...given,
    });
    const mine = { companyId: 'C1', departmentId: 'D1', ownerId: 'me' };
    const others = { companyId: 'C1', departmentId: 'D2', ownerId: 'you' };
    const hr = actor({ roles: ['hr'] });
    expect(mayOn(hr, 'application.view', others)).to.equal(true);
    expect(mayOn(hr, 'report.view', mine)).to.equal(true);
    expect(mayOn(hr, 'report.view', others), 'only the responsible HR').to.equal(false);
    const manager = actor({ roles: ['manager'], headOf: ['D1'] });
    expect(mayOn(manager, 'application.view', mine)).to.equal(true);
    expect(mayOn(manager, 'application.view', others)).to.equal(false);
    expect(mayOn(manager, 'application.view', { ...mine, departmentId: null })).to.equal(false);
    const foreign = { ...mine, companyId: 'C2' };
    expect(mayOn(hr, 'application.view', foreign)).to.equal(false);
    expect(() => requireOn(hr, 'application.view', foreign)).to.throw('notFound');
    expect(() => requireOn(hr, 'application.view', null)).to.throw('notFound');
    expect(() => requireOn(hr, 'report.view', others)).to.throw('notAllowed');
  });
});

/** A card answers only those it was sent to: this one nobody, so that only the role decides. */
const noCard = {
  cardId: newId(1),
  action: 'approve',
  value: null,
  text: null,
  seenVersion: 1,
};

describe('every staff route asks the table', () => {
  let app: TestApp;
  let world: World;
  let acts: Map<RouteName, string>;
  before(async () => {
    app = await startApp();
    world = await aWorld(app);
    acts = actsOf(app);
  });
  after(() => app.stop());

  const answerOf = async (name: RouteName, role: Role): Promise<string> => {
    const session = await anotherSession(app, world[role]);
    const inputs = { ...inputsOf(world), press: noCard };
    const file = Buffer.from('姓名：陈一\n电话：13900000001\n');
    const response = await app.client.send(routeOf(name), inputs[name], session, { file });
    if (response.status === 200) {
      await response.arrayBuffer();
      return 'done';
    }
    return ((await response.json()) as { code: string }).code;
  };

  for (const role of roles) {
    it(`as ${role}`, async () => {
      for (const name of staffRoutes) {
        const allowed = groundOf({ kind: 'staff', roles: [role] }, acts.get(name) ?? '') !== null;
        const answer = await answerOf(name, role);
        expect(answer, `${name} as ${role}`).not.to.equal('internal');
        expect(answer === 'notAllowed', `${name} as ${role}: ${answer}`).to.equal(!allowed);
      }
    });
  }

  it('of which the tour’s decision is a decision, and its reset the administrator’s', () => {
    expect(acts.get('decideTour')).to.equal('application.decide');
    expect(acts.get('resetTour')).to.equal('company.edit');
  });

  it('and a person with no matching role in a department of somebody else is refused the object', async () => {
    const { company, application, position, interviewId } = world;
    const stranger = await aStaff(app, { company, roles: ['manager'] });
    const otherHr = await aStaff(app, { company, roles: ['hr'] });
    const refusals: [RouteName, object, typeof stranger][] = [
      ['application', { id: application.id }, stranger],
      ['timeline', { id: application.id }, stranger],
      ['position', { id: position.id }, stranger],
      ['report', { id: interviewId }, stranger],
      ['reviewRoom', { id: interviewId }, stranger],
      ['askReviewer', { id: interviewId, staffId: stranger.id }, stranger],
      ['report', { id: interviewId }, otherHr],
      ['staffTranscript', { attemptId: world.attemptId, text: 'x' }, otherHr],
      ['addQuestion', { id: interviewId, text: '请再讲讲排班。', code: null }, otherHr],
    ];
    for (const [name, input, who] of refusals) {
      const response = await app.client.send(routeOf(name), input, who.session);
      expect([name, response.status]).to.deep.equal([name, 403]);
    }
  });
});
