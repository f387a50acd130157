import type { InputOf } from '@zhiyu/contracts/routes';
import { routes } from '@zhiyu/contracts/routes';
import { sameReasons } from '@zhiyu/contracts/same-person';
import { Erasure } from '@zhiyu/server/privacy/erasure.service';
import { PersonTie } from '@zhiyu/server/privacy/person-tie.entity';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { Pipeline } from '@zhiyu/server/recruiting/pipeline.service';
import {
  differencesOf,
  type KnownPerson,
  sameReasonsOf,
} from '@zhiyu/server/recruiting/same-person/same-reasons';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { aStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { apply, aStand, bytesOf, day, goodResume, type Stand, type Walker } from './walk.js';

const person = (change: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ name: '苏亦', phones: [], emails: [], schools: [], employers: [] },
  ...change,
});

describe('who looks like the same person', () => {
  it('a shared number or address is enough, however it is written; a name alone never', () => {
    const one = person({ phones: ['+86 139-0000-1111'], emails: ['Su@Mail.example'] });
    expect(sameReasonsOf(one, person({ name: '别人', phones: ['13900001111'] }))).to.deep.equal([
      'phone',
    ]);
    expect(sameReasonsOf(one, person({ emails: ['su@mail.example'] }))).to.deep.equal(['email']);
    expect(sameReasonsOf(person(), person())).to.deep.equal([]);
  });

  it('a name counts with the same school or employer, and these do not count without the name', () => {
    const one = person({ schools: ['浙江大学'], employers: ['云杉超市'] });
    expect(sameReasonsOf(one, person({ schools: ['浙江 大学'] }))).to.deep.equal(['nameSchool']);
    expect(sameReasonsOf(one, person({ employers: ['云杉超市'] }))).to.deep.equal(['nameEmployer']);
    const stranger = person({ name: '苏一', schools: ['浙江大学'], employers: ['云杉超市'] });
    expect(sameReasonsOf(one, stranger)).to.deep.equal([]);
    expect(sameReasons).to.include.members(['phone', 'email', 'nameSchool', 'nameEmployer']);
  });

  it('they differ only where both are known', () => {
    const one = person({ phones: ['13900001111'] });
    expect(differencesOf(one, person())).to.deep.equal([]);
    expect(differencesOf(one, person({ name: '苏一', phones: ['13900002222'] }))).to.deep.equal([
      'name',
      'phone',
    ]);
  });
});

describe('two people who are one', () => {
  let app: TestApp;
  let stand: Stand;
  let first: Walker;
  let second: Walker;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    const position = await aPosition(app, {
      company: stand.company,
      ownerId: stand.hr.id,
      content: stand.position.content,
    });
    first = await apply({ ...stand, position }, { candidate: { ...aCandidate(), name: '苏亦' } });
    // The same name and the same résumé with another number and another address.
    second = await apply(stand, { candidate: { ...aCandidate(), name: '苏亦' } });
    await app.drainJobs();
  });
  after(() => app.stop());

  const around = (walker: Walker, session = stand.hr.session) =>
    app.api(routes.personAround, { id: walker.applicationId }, session);
  const pair = (): InputOf<typeof routes.mergePeople> => ({
    id: second.applicationId,
    other: first.applicationId,
  });
  const find = async (q: string) =>
    (await app.api(routes.listApplications, { q }, stand.hr.session)).applications.map(
      ({ id }) => id,
    );
  const personOf = async ({ applicationId: id }: Walker) =>
    (await app.database.read(Application).findOneByOrFail({ id })).personId;
  /** Everything that a merge could change, as it lies in the database. */
  const rows = async () => ({
    applications: await app.database.read(Application).find({ order: { id: 'ASC' } }),
    files: await Promise.all(
      [first, second].map(({ applicationId: id }) =>
        app.api(routes.application, { id }, stand.hr.session),
      ),
    ),
  });

  it('are suspected with the reasons, seen by HR only', async () => {
    const seen = await around(second);
    expect(seen.suspects).to.have.length(1);
    expect(seen.suspects[0]).to.deep.include({
      applicationId: first.applicationId,
      reasons: ['nameSchool', 'nameEmployer'],
    });
    expect(seen.earlier).to.deep.equal([]);
    const forHead = await around(second, stand.head.session);
    expect(forHead).to.deep.include({ suspects: [], mayMerge: false });
    await refused(app.api(routes.mergePreview, pair(), stand.head.session), 'notAllowed');
    await refused(app.api(routes.mergePeople, pair(), stand.head.session), 'notAllowed');
  });

  it('are shown beside each other before: facts, applications, what does not fit', async () => {
    const preview = await app.api(routes.mergePreview, pair(), stand.hr.session);
    expect(preview.one.phones).to.deep.equal([second.candidate.phone]);
    expect(preview.other.phones).to.deep.equal([first.candidate.phone]);
    expect(preview.differs).to.deep.equal(['phone', 'email']);
    expect(preview.other.applications.map(({ applicationId }) => applicationId)).to.deep.equal([
      first.applicationId,
    ]);
    expect(preview.bothUnderWay).to.deep.equal([]);
    await refused(
      app.api(
        routes.mergePreview,
        { id: first.applicationId, other: first.applicationId },
        stand.hr.session,
      ),
      'conflict',
    );
  });

  it('once said, are found and shown together; taken back, everything is as it was, to the byte', async () => {
    const before = await rows();
    const merged = await app.api(routes.mergePeople, pair(), stand.hr.session);
    expect(merged.suspects).to.deep.equal([]);
    expect(merged.merges.map(({ applicationId }) => applicationId)).to.deep.equal([
      first.applicationId,
    ]);
    expect(merged.earlier.map(({ applicationId }) => applicationId)).to.deep.equal([
      first.applicationId,
    ]);
    expect(merged.earlier[0]?.again, 'applied again within the period').to.equal(true);
    const both = [first.applicationId, second.applicationId];
    expect(await find(first.candidate.phone)).to.have.members(both);
    await refused(app.api(routes.mergePeople, pair(), stand.hr.session), 'conflict');
    expect(await rows(), 'a merge changes no row and no seal').to.deep.equal(before);

    const [merge] = merged.merges;
    const undo = { id: second.applicationId, merge: merge?.id ?? '' };
    const parted = await app.api(routes.undoMerge, undo, stand.hr.session);
    expect(parted).to.deep.include({ merges: [], earlier: [] });
    expect(parted.suspects).to.have.length(1);
    expect(await find(first.candidate.phone)).to.deep.equal([first.applicationId]);
    expect(await rows()).to.deep.equal(before);
    await refused(app.api(routes.undoMerge, undo, stand.hr.session), 'notFound');
    const { entries } = await app.api(
      routes.timeline,
      { id: second.applicationId },
      stand.hr.session,
    );
    expect(entries.map(({ kind }) => kind)).to.include.members(['PeopleMerged', 'PeopleParted']);
  });

  it('said twice at once, it is said once', async () => {
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => app.api(routes.mergePeople, pair(), stand.hr.session)),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    const ties = await app.database.read(PersonTie).findBy({ same: true });
    expect(ties.filter(({ pair: holds }) => holds !== null)).to.have.length(1);
  });

  it('applying again with either number meets the application under way', async () => {
    const again = await apply(stand, {
      candidate: { ...first.candidate, email: 'other@mail.example' },
    });
    expect(again.applicationId).to.equal(second.applicationId);
  });

  it('are erased together', async () => {
    const personId = await personOf(second);
    await app.database.transaction((tx) => app.get(Erasure).erase(tx, personId));
    const names = await Promise.all(
      [first, second].map(
        async ({ applicationId: id }) =>
          (await app.api(routes.application, { id }, stand.hr.session)).candidateName,
      ),
    );
    expect(names).to.deep.equal(['已删除', '已删除']);
  });

  it('who is said to be another is suspected no more', async () => {
    const name = '祝晴';
    const one = await apply(stand, { candidate: { ...aCandidate(), name } });
    const other = await apply(stand, { candidate: { ...aCandidate(), name } });
    const apart = { id: one.applicationId, other: other.applicationId };
    expect((await around(one)).suspects).to.have.length(1);
    const said = await app.api(routes.keepApart, apart, stand.hr.session);
    expect(said.suspects).to.deep.equal([]);
    expect((await around(other)).suspects).to.deep.equal([]);
    const after = await app.api(routes.mergePeople, apart, stand.hr.session);
    expect(after.merges, 'a second thought counts').to.have.length(1);
  });

  it('in masked mode nobody is suspected by a name that is hidden', async () => {
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    const name = '韩青';
    const one = await apply(stand, { candidate: { ...aCandidate(), name } });
    await apply(stand, { candidate: { ...aCandidate(), name } });
    await app.api(routes.changeCompany, { masking: 'byDefault' }, admin.session);
    expect((await around(one)).suspects).to.deep.equal([]);
    await app.api(routes.changeCompany, { masking: 'off' }, admin.session);
    expect((await around(one)).suspects).to.have.length(1);
  });
});

describe('applying again', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  const decline = async (walker: Walker) => {
    const input = { id: walker.applicationId, kind: 'reject' as const, note: '' };
    const reason = 'requirementMissing' as const;
    await app.api(routes.decide, { ...input, reason }, stand.hr.session);
    await app.drainJobs();
  };

  it('shows how it ended the last time, to HR at once and in the file', async () => {
    const candidate = aCandidate();
    const before = await apply(stand, { candidate, resume: null });
    await app.drainJobs();
    await decline(before);
    const file = bytesOf(goodResume(candidate));
    const where = { id: stand.position.id, name: '复投.txt' };
    const result = await app.api(routes.uploadResume, where, stand.hr.session, { file });
    expect(result.known).to.equal(true);
    expect(result.last).to.include({ applicationId: before.applicationId, stage: 'rejected' });
    const { earlier } = await app.api(
      routes.personAround,
      { id: result.applicationId },
      stand.hr.session,
    );
    expect(earlier[0]?.decision).to.include({
      ...{ kind: 'reject', reason: 'requirementMissing', by: '许澜' },
    });
  });

  it('after the period it is an application like any other', async () => {
    const candidate = aCandidate();
    const before = await apply(stand, { candidate, resume: null });
    await app.drainJobs();
    await decline(before);
    app.clock.advance(91 * day);
    const now = await apply(stand, { candidate });
    const hr = await aStaff(app, { company: stand.company, roles: ['hr'] });
    const { earlier } = await app.api(routes.personAround, { id: now.applicationId }, hr.session);
    expect(earlier.map(({ again }) => again)).to.deep.equal([false]);
  });

  it('counts how far those of a link came', async () => {
    const { hr, position } = stand;
    const session = (await aStaff(app, { company: stand.company, roles: ['hr'] })).session;
    const walker = await apply(stand);
    await app.database.transaction(async (tx) => {
      const pipeline = app.get(Pipeline);
      const application = await pipeline.lock(tx, walker.applicationId);
      const total = {
        value: 80,
        standardError: 3,
        requirement: 70,
        verdict: 'meets' as const,
        coverage: 1,
      };
      await pipeline.score(tx, application.id, total);
      for (const stage of ['hrInterview', 'offer', 'hired'] as const) {
        await pipeline.move(tx, application, stage);
      }
    });
    expect(hr.id).not.to.equal('');
    const { links } = await app.api(routes.listLinks, { id: position.id }, session);
    expect(links[0]).to.include({ interviewed: 1, hired: 1 });
  });
});
