import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { type ACandidate, aCandidate } from '../factories/candidate.js';
import { wordFile } from '../factories/resume-files.js';
import { type Entry, zipOf } from '../factories/zip.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { aStand, goodResume, hour, type Stand } from './walk.js';

const resume = (who: ACandidate) => Buffer.from(goodResume(who));
/** 简历/陈一.txt as a Windows in Chinese writes it. */
const gbkName = Buffer.concat([Buffer.from('bcf2c0fa2fb3c2d2bb', 'hex'), Buffer.from('.txt')]);

describe('résumés in a ZIP archive (R2)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  const input = () => ({ id: stand.position.id, name: '简历.zip' });
  const open = (entries: readonly Entry[], session = stand.hr.session) =>
    app.api(routes.openArchive, input(), session, { file: zipOf(entries) });
  const take = (archiveId: string, index: number, of = stand) =>
    app.api(routes.takeFromArchive, { id: of.position.id, archiveId, index }, of.hr.session);
  const count = async () =>
    (await app.api(routes.listApplications, { limit: 100 }, stand.hr.session)).applications.length;

  it('says of every file what it is before anybody is taken, and keeps the archive sealed', async () => {
    const before = await count();
    const data = resume(aCandidate());
    const { archiveId, files, leftOut } = await open([
      { name: '简历/', data: Buffer.alloc(0), stored: true },
      { name: gbkName, data },
      { name: '__MACOSX/简历/._陈一.txt', data },
      { name: '.DS_Store', data },
      { name: '照片.jpg', data },
      { name: '更多.zip', data: zipOf([{ name: 'a.txt', data }]) },
      { name: '锁住.pdf', data, encrypted: true },
      { name: '../../keys/master.txt', data },
      { name: 'link.txt', data: Buffer.from('/etc/passwd'), mode: 0o120777 },
      { name: '空.txt', data: Buffer.alloc(0), stored: true },
      { name: '旧.txt', data, method: 12 },
    ]);
    expect(files.map(({ index, path, fault }) => [index, path, fault])).to.deep.equal([
      [1, '简历/陈一.txt', null],
      [4, '照片.jpg', 'type'],
      [5, '更多.zip', 'nested'],
      [6, '锁住.pdf', 'encrypted'],
      [7, '../../keys/master.txt', 'unsafe'],
      [8, 'link.txt', 'unsafe'],
      [9, '空.txt', 'empty'],
      [10, '旧.txt', 'packed'],
    ]);
    expect(leftOut).to.equal(2);
    expect(await count()).to.equal(before);
    const drafts = readdirSync(join(app.runtime.dataDir, 'drafts'));
    expect(drafts).to.include(archiveId);
  });

  it('takes file by file, each with its own result, PDF, DOCX and text alike', async () => {
    const [one, two] = [aCandidate(), aCandidate()];
    const word = Buffer.from(await wordFile(goodResume(two).split('\n')));
    const { archiveId, files } = await open([
      { name: gbkName, data: resume(one) },
      { name: '二.docx', data: word },
      { name: '三.pdf', data: Buffer.from('这不是 PDF') },
      { name: '四.txt', data: resume(aCandidate()), says: 20 },
      { name: '五.jpg', data: resume(aCandidate()) },
    ]);
    expect(files.filter(({ fault }) => fault === null)).to.have.length(4);
    const before = await count();
    const first = await take(archiveId, 0);
    expect(first).to.include({ candidateName: one.name, known: false, stage: first.stage });
    expect(first.screening.rules.map(({ outcome }) => outcome)).to.deep.equal([
      'held',
      'held',
      'held',
    ]);
    expect((await take(archiveId, 1)).candidateName).to.equal(two.name);
    await refused(take(archiveId, 2), 'fileTypeLies');
    await refused(take(archiveId, 3), 'fileBroken');
    await refused(take(archiveId, 4), 'notFound');
    await refused(take(archiveId, 99), 'notFound');
    expect(await count()).to.equal(before + 2);
    const file = await app.api(routes.application, { id: first.applicationId }, stand.hr.session);
    expect(file.resume?.fileName).to.equal('陈一.txt');
    expect(file.source).to.equal('upload');
    const again = await take(archiveId, 0);
    expect(again.applicationId, 'nobody twice').to.equal(first.applicationId);
  });

  it('refuses whole archives that are bombs, torn, too long, empty, or none', async () => {
    const data = resume(aCandidate());
    const swollen = { name: '大.txt', data: Buffer.alloc(8_000_000, 'a') };
    await refused(open([swollen]), 'fileBomb');
    const shared = [
      { name: 'a.txt', data },
      { name: 'b.txt', data, sharedWith: 0 },
    ];
    await refused(open(shared), 'fileBomb');
    const many = Array.from({ length: 301 }, (_, n) => ({ name: `${n}.txt`, data }));
    await refused(open(many), 'archiveTooLong');
    await refused(open([{ name: 'a/', data: Buffer.alloc(0), stored: true }]), 'fileEmpty');
    const send = (file: Uint8Array) =>
      app.api(routes.openArchive, input(), stand.hr.session, { file });
    await refused(send(zipOf([{ name: 'a.txt', data }]).subarray(0, 60)), 'fileBroken');
    await refused(send(Buffer.from('Rar!')), 'fileTypeUnknown');
  });

  it('opens it for nobody else, for no other position, and not after its hour', async () => {
    const { archiveId } = await open([{ name: 'a.txt', data: resume(aCandidate()) }]);
    const other = await aStand(app);
    await refused(take(archiveId, 0, other), 'notFound');
    await refused(
      open([{ name: 'a.txt', data: resume(aCandidate()) }], stand.head.session),
      'notAllowed',
    );
    app.clock.advance(hour + 1000);
    await app.drainJobs();
    expect(readdirSync(join(app.runtime.dataDir, 'drafts'))).not.to.include(archiveId);
    await refused(take(archiveId, 0), 'notFound');
  });
});
