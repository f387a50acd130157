import { rawPaths, type RouteName, routes } from '@zhiyu/contracts/routes';
import { roles } from '@zhiyu/contracts/staff';
import { expect } from 'chai';
import { aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused, type TestSession } from '../harness/client.js';
import { routeNames, routeOf } from '../harness/routes-of.js';
import { aWorld, inputsOf, type World } from '../harness/world.js';

/** Routes about what is one's own: the company or the session is their only object. */
const aboutOwn: RouteName[] = [
  'setPassword',
  'logout',
  'me',
  'company',
  'changeCompany',
  'saveLogo',
  'removeLogo',
  'inviteStaff',
  'saveHolidays',
  'saveDigestPlan',
  'savePassLimits',
  'setDeliveryWeights',
  'setDataRetention',
  'setPoolRule',
  'syncDirectory',
  'seenInbox',
  'sendFeedback',
  // There is none outside the example company (demo/tour).
  'startTour',
  'setTourPace',
  'decideTour',
  'resetTour',
  'testChannel',
  'previewTexts',
  'saveTexts',
  'draftQuestions',
  'saveQuestionAudio',
  'createTest',
  'saveView',
  // People in the sheet are looked for in one's own company (flow/test-results).
  'readTestSheet',
  'importTestSheet',
];

describe('two companies of one installation', () => {
  let app: TestApp;
  let mine: World;
  let theirs: World;
  /** With every role of my company: whatever is refused is refused for being theirs. */
  let me: AStaff;
  before(async () => {
    app = await startApp();
    mine = await aWorld(app);
    theirs = await aWorld(app);
    me = await aStaff(app, { company: mine.company, roles: [...roles] });
  });
  after(() => app.stop());

  const send = (name: RouteName, input: object, session: TestSession) =>
    app.client.send(routeOf(name), input, session, { file: Buffer.from('姓名：陈一\n') });

  const expectNotFound = async (tries: [RouteName, object][]): Promise<void> => {
    for (const [name, input] of tries) {
      const { status } = await send(name, input, me.session);
      expect([name, input, status]).to.deep.equal([name, input, 404]);
    }
  };

  const idsOf = (world: World): string[] => {
    const { hr, manager, admin, colleague, position, application } = world;
    const { departmentId, interviewId, answerId, attemptId, cardId, candidateCardId } = world;
    const { processMeetingId, changeRequestId } = world;
    return [
      world.company.id,
      ...[hr, manager, admin, colleague, position, application].map((one) => one.id),
      application.personId,
      application.candidate.phone,
      application.candidate.email,
      ...[departmentId, interviewId, answerId, attemptId, cardId, candidateCardId],
      ...[processMeetingId, changeRequestId],
    ];
  };

  it('no reading of staff shows anything of the other', async () => {
    const ids = idsOf(theirs);
    const readings = routeNames.filter((name) => {
      const { method, side } = routeOf(name);
      return method === 'GET' && (side === 'staff' || side === 'any');
    });
    for (const name of readings) {
      const text = await (await send(name, inputsOf(mine)[name], me.session)).text();
      expect(
        ids.filter((id) => text.includes(id)),
        name,
      ).to.deep.equal([]);
    }
  });

  const withObjects = routeNames.filter((name) => {
    const { path, side } = routeOf(name);
    return side === 'staff' && path.includes(':') && name !== 'replayJob';
  });
  for (const name of withObjects) {
    it(`${name}: the other’s object is not found`, async () => {
      const response = await send(name, inputsOf(theirs)[name], me.session);
      // A card answers only those it was sent to, in whichever company they are.
      expect(response.status).to.equal(name === 'press' ? 403 : 404);
    });
  }

  it('a search for the other’s candidate finds nobody', async () => {
    const { phone, email, name } = theirs.application.candidate;
    for (const q of [phone, email, name]) {
      const found = await app.api(routes.listApplications, { q }, me.session);
      const ids = found.applications.map((one) => one.id);
      expect(ids).not.to.include(theirs.application.id);
    }
    const inOther = { positionId: theirs.position.id };
    const list = await app.api(routes.listApplications, inOther, me.session);
    expect(list.applications).to.deep.equal([]);
  });

  it('a department or a person of mine cannot be tied to those of the other', async () => {
    const { departmentId, hr } = theirs;
    const department = { name: '门店', parentId: null, managerId: null };
    const invite = { name: '甲', email: 'jia@mail.example', roles: ['hr' as const] };
    await expectNotFound([
      ['saveDepartment', { ...department, managerId: hr.id }],
      ['saveDepartment', { ...department, parentId: departmentId }],
      ['saveDepartment', { ...department, id: departmentId }],
      ['inviteStaff', { ...invite, departmentId }],
      ['changeStaff', { id: mine.colleague.id, departmentId }],
    ]);
  });

  it('a position of mine cannot be tied to an owner or a department of the other', async () => {
    const { departmentId, hr } = theirs;
    const position = { template: 'store-staff', headcount: 1, departmentId: null, ownerId: null };
    await expectNotFound([
      ['createPosition', { ...position, ownerId: hr.id }],
      ['createPosition', { ...position, departmentId }],
      ['openCalibration', inputsOf(theirs).openCalibration],
      ['changePosition', { id: mine.position.id, ownerId: hr.id }],
      ['changePosition', { id: mine.position.id, departmentId }],
    ]);
  });

  it('nothing of the other can be decided among several', async () => {
    const ids = [mine.application.id, theirs.application.id];
    await expectNotFound([
      ['startBulk', { kind: 'hold', reason: 'needsTalk', ids }],
      ['previewBulk', { kind: 'hold', ids: ids.join(',') }],
    ]);
  });

  it('a candidate reaches no answer, attempt or card of another candidate', async () => {
    const names: RouteName[] = [
      'beginAttempt',
      'finishAttempt',
      'writeTranscript',
      'chooseAttempt',
      'candidatePress',
    ];
    for (const name of names) {
      const response = await send(name, inputsOf(theirs)[name], mine.application.session);
      const { code } = (await response.json()) as { code: string };
      expect(['notFound', 'questionNotOpen', 'notAllowed'], name).to.include(code);
    }
    const { session } = mine.application;
    for (const name of ['candidateInterview', 'candidateStatus', 'candidateInbox'] as const) {
      const text = await (await send(name, {}, session)).text();
      expect(
        idsOf(theirs).filter((id) => text.includes(id)),
        name,
      ).to.deep.equal([]);
    }
  });

  it('files of the other are not found', async () => {
    const paths = [
      `${rawPaths.resumeFile}/${theirs.resumeId}`,
      `${rawPaths.calendar}/${theirs.interviewId}.ics`,
      `${rawPaths.media}/${theirs.attemptId}`,
      `${rawPaths.reportFile}/${theirs.interviewId}/hr.pdf`,
    ];
    for (const path of paths) {
      expect((await app.client.raw(path, {}, me.session)).status, path).to.equal(404);
    }
  });

  it('the same mail address signs in to one company only', async () => {
    const invite = { name: '乙', email: theirs.hr.email, roles: ['hr' as const] };
    await refused(
      app.api(routes.inviteStaff, { ...invite, departmentId: null }, me.session),
      'conflict',
    );
  });

  it('every staff route is one of those above or about what is one’s own', () => {
    const rest = routeNames.filter((name) => {
      const { side, method } = routeOf(name);
      return side === 'staff' && method !== 'GET' && !withObjects.includes(name);
    });
    const known: RouteName[] = [
      ...aboutOwn,
      'saveDepartment',
      'createPosition',
      'openCalibration',
      'replayJob',
      'startBulk',
    ];
    expect(rest.filter((name) => !known.includes(name))).to.deep.equal([]);
  });
});
