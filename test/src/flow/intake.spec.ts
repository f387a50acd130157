import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@zhiyu/contracts/routes';
import { DataKey } from '@zhiyu/server/platform/crypto/data-key.entity';
import { Person, SearchToken } from '@zhiyu/server/privacy/person.entity';
import {
  Application,
  Resume,
  ResumeDraftRow,
} from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { type APosition, aPosition } from '../factories/position.js';
import { wordFile } from '../factories/resume-files.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardOf, cardsOf, fileOf, textOf } from './look.js';
import {
  apply,
  aStand,
  bytesOf,
  formOf,
  goodResume,
  hour,
  minute,
  shortPosition,
  type Stand,
  statusOf,
} from './walk.js';

describe('intake by a link', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  const linkOf = async (of: Stand) => {
    const { links } = await app.api(routes.listLinks, { id: of.position.id }, of.hr.session);
    return links[0];
  };
  const count = (entity: typeof Application | typeof Person | typeof Resume) =>
    app.database.read(entity).count();

  it('counts each look at the page as a visit and each application once', async () => {
    const { linkCode } = stand.position;
    const before = await linkOf(stand);
    const shown = await app.api(routes.publicPosition, { code: linkCode });
    await app.api(routes.publicPosition, { code: linkCode });
    expect(shown).to.include({ companyName: stand.company.name, contactName: '许澜', open: true });
    const candidate = aCandidate();
    await apply(stand, { candidate });
    await apply(stand, { candidate });
    const after = await linkOf(stand);
    expect(after?.visits).to.equal((before?.visits ?? 0) + 2);
    expect(after?.applications).to.equal((before?.applications ?? 0) + 1);
    await refused(app.api(routes.publicPosition, { code: 'nosuchcode' }), 'notFound');
  });

  it('shows what it read of a résumé before anything is sent, and keeps nobody until then', async () => {
    const candidate = aCandidate();
    const people = await count(Person);
    const where = { code: stand.position.linkCode, name: '简历.txt' };
    const file = bytesOf(goodResume(candidate));
    const draft = await app.api(routes.readResume, where, undefined, { file });
    expect(draft.name?.value).to.equal(candidate.name);
    expect(draft.phone?.value.replace(/\D/g, '')).to.equal(candidate.phone);
    expect(draft.education.map((one) => one.text).join()).to.include('杭州职业技术学院');
    expect(draft.work.map((one) => one.text).join()).to.include('云杉超市');
    expect(await count(Person)).to.equal(people);
  });

  it('makes a person, an application with its screening, a promise, and tells the candidate', async () => {
    const walker = await apply(stand);
    await app.drainJobs();
    const file = await fileOf(stand, walker);
    expect(file.candidateName).to.equal(walker.candidate.name);
    expect(file.contact?.email).to.equal(walker.candidate.email);
    expect(file.source).to.equal('website');
    expect(file.screening?.rules.map((rule) => rule.outcome)).to.deep.equal([
      'held',
      'held',
      'held',
    ]);
    expect(file.resume?.fileName).to.equal('简历.txt');
    const received = (await cardsOf(stand, walker, 'notice'))[0];
    expect(received && textOf(received)).to.include('许澜');
    expect(walker.answerBy).to.be.greaterThan(app.clock.now() + 47 * hour);
    const { promises } = await statusOf(stand, walker);
    expect(promises).to.have.length(1);
    expect(promises[0]?.dueAt).to.equal(walker.answerBy);
  });

  it('knows a person again by phone or mail, however it is written', async () => {
    const other = await aStand(app);
    const sameCompany = { ...stand, position: stand.position };
    const first = aCandidate();
    const one = await apply(sameCompany, { candidate: first });
    const rows = app.database.read(Application);
    const byPhone = await apply(sameCompany, {
      candidate: {
        ...aCandidate(),
        phone: `+86 ${first.phone.slice(0, 3)}-${first.phone.slice(3)}`,
      },
    });
    const byMail = await apply(sameCompany, {
      candidate: { ...aCandidate(), email: first.email.toUpperCase() },
    });
    const people = await Promise.all(
      [one, byPhone, byMail].map(
        async (walker) => (await rows.findOneByOrFail({ id: walker.applicationId })).personId,
      ),
    );
    expect(new Set(people).size).to.equal(1);
    const elsewhere = await apply(other, { candidate: first });
    const row = await rows.findOneByOrFail({ id: elsewhere.applicationId });
    expect(row.personId, 'another company knows nothing of it').not.to.equal(people[0]);
  });

  it('leaves an application under way as it is when its person applies again', async () => {
    const candidate = aCandidate();
    const one = await apply(stand, { candidate });
    await app.drainJobs();
    app.clock.advance(10 * hour);
    const again = await apply(stand, { candidate });
    expect(again.applicationId).to.equal(one.applicationId);
    const { promises } = await statusOf(stand, again);
    expect(promises.filter((one_) => one_.keptAt === null)).to.have.length.at.most(1);
    const kept = promises.filter((promise) => promise.dueAt > one.answerBy);
    expect(kept, 'the promised time does not move by asking again').to.have.length(0);
  });

  it('does not take a draft of another company, nor one older than an hour', async () => {
    const other = await aStand(app);
    const candidate = aCandidate();
    const where = { code: other.position.linkCode, name: '简历.txt' };
    const file = bytesOf(goodResume(candidate));
    const { draftId } = await app.api(routes.readResume, where, undefined, { file });
    const applications = await count(Application);
    await refused(app.api(routes.apply, formOf(stand, candidate, draftId)), 'notFound');
    app.clock.advance(hour + minute);
    await refused(app.api(routes.apply, formOf(other, candidate, draftId)), 'notFound');
    expect(await count(Application)).to.equal(applications);
    await app.drainJobs();
    expect(await app.database.read(ResumeDraftRow).countBy({ id: draftId })).to.equal(0);
    expect(readdirSync(join(app.place.dataDir, 'drafts'))).not.to.include(draftId);
  });

  it('takes no application for a position that is closed', async () => {
    const closed = await aStand(app);
    const change = { id: closed.position.id, state: 'closed' as const };
    await app.api(routes.changePosition, change, closed.hr.session);
    await refused(app.api(routes.apply, formOf(closed, aCandidate(), null)), 'stageRefused');
    const shown = await app.api(routes.publicPosition, { code: closed.position.linkCode });
    expect(shown.open).to.equal(false);
  });
});

describe('intake by HR', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  const upload = (name: string, file: Uint8Array) =>
    app.api(routes.uploadResume, { id: stand.position.id, name }, stand.hr.session, { file });
  const rowsOf = async () =>
    Promise.all(
      [Person, Application, Resume, DataKey, SearchToken].map((entity) =>
        app.database.read(entity).count(),
      ),
    );

  it('answers each of many files: who it is, what the rules found, who was known', async () => {
    const candidates = [aCandidate(), aCandidate(), aCandidate()];
    const files = candidates.map((one) => bytesOf(goodResume(one)));
    const results = [];
    for (const [n, file] of files.entries()) {
      results.push(await upload(`${n}.txt`, file));
    }
    expect(results.map((one) => one.candidateName)).to.deep.equal(candidates.map((c) => c.name));
    expect(results.map((one) => one.screening.outcome)).to.deep.equal(['pass', 'pass', 'pass']);
    expect(results.some((one) => one.known)).to.equal(false);
    const again = await upload('again.txt', files[0] ?? new Uint8Array());
    expect(again).to.include({ known: true, applicationId: results[0]?.applicationId });
    const word = await upload('one.docx', await wordFile(goodResume(aCandidate()).split('\n')));
    expect(word.screening.outcome).to.equal('pass');
  });

  it('two ways in at the same moment make one person, for one position one application', async () => {
    const one = aCandidate();
    const file = bytesOf(goodResume(one));
    const other = await aPosition(app, {
      company: stand.company,
      ownerId: stand.hr.id,
      content: shortPosition(),
    });
    const people = () => app.database.read(Person).countBy({ companyId: stand.company.id });
    const before = await people();
    const send = (by: APosition) =>
      app.api(routes.apply, formOf({ ...stand, position: by }, one, null));
    const [first, second] = await Promise.all([
      upload('1.txt', file),
      upload('2.txt', file),
      ...[stand.position, other, stand.position, other, stand.position, other].map(send),
    ]);
    expect(first.applicationId).to.equal(second.applicationId);
    expect(await people()).to.equal(before + 1);
    const { personId } = await app.database
      .read(Application)
      .findOneByOrFail({ id: first.applicationId });
    expect(await app.database.read(Application).countBy({ personId })).to.equal(2);
  });

  it('refuses broken, empty and lying files without leaving a row', async () => {
    const before = await rowsOf();
    const lie = new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0x0a, 1, 2, 3]);
    await refused(upload('broken.pdf', lie), 'fileBroken');
    await refused(upload('empty.txt', new Uint8Array()), 'fileEmpty');
    await refused(
      upload('program.exe', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])),
      'fileTypeUnknown',
    );
    expect(await rowsOf()).to.deep.equal(before);
    const good = await upload('good.txt', bytesOf(goodResume(aCandidate())));
    expect(good.screening.outcome).to.equal('pass');
  });

  it('asks nobody for an answer by a date who has not applied: only HR hears of an upload to look at', async () => {
    const candidate = aCandidate();
    const result = await upload('thin.txt', bytesOf(`${candidate.name}\n电话：${candidate.phone}`));
    await app.drainJobs();
    expect(result.screening.outcome).to.equal('look');
    const file = await app.api(routes.application, { id: result.applicationId }, stand.hr.session);
    expect(file.promises).to.deep.equal([]);
    const card = await cardOf(stand, stand.hr, 'screeningReview');
    expect(card.title).to.include(candidate.name);
  });
});
