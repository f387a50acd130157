import { routes } from '@zhiyu/contracts/routes';
import { Media } from '@zhiyu/server/interviews/media/media.entity';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { fileOf, reportOf } from './look.js';
import { sendAll } from './recording.js';
import {
  answerInText,
  answersOf,
  aStand,
  begin,
  choose,
  finishAttempt,
  handIn,
  interviewing,
  next,
  type Stand,
  type Walker,
} from './walk.js';

describe('the review room (R35)', () => {
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;
  let id = '';
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    walker = await interviewing(stand);
    const begun = await begin(stand, walker, 'camera');
    const bytes = Buffer.alloc(20_000, 'picture and sound ');
    await sendAll(app, walker.session, { url: begun.videoUrl ?? '', bytes });
    const [first = '', second = ''] = answersOf('strong');
    await finishAttempt(stand, walker, begun.attemptId, { text: first });
    await choose(stand, walker, begun.attemptId);
    await next(stand, walker);
    await answerInText(stand, walker, second);
    await handIn(stand, walker);
    await app.drainJobs();
    id = (await fileOf(stand, walker)).interviews[0]?.id ?? '';
  });
  after(() => app.stop());

  const room = (session = stand.hr.session) => app.api(routes.reviewRoom, { id }, session);

  it('has the words, what plays and what is rated by, in the version of the application', async () => {
    const view = await room();
    expect(view.candidateName).to.equal(walker.candidate.name);
    expect(view.answers.map(({ recording }) => recording)).to.deep.equal(['there', 'none']);
    expect(view.may.media).to.equal(true);
    const { dimensions } = stand.position.content.model;
    expect(view.dimensions.map(({ code }) => code)).to.deep.equal(
      dimensions.map(({ code }) => code),
    );
    expect(view.dimensions[0]?.anchors.map(({ level }) => level)).to.deep.equal([1, 2, 3, 4, 5]);
  });

  it('says where the evidence stands and nothing of what the machine made of it', async () => {
    const view = await room();
    const report = await reportOf(stand, walker);
    const pieces = report.dimensions.flatMap(({ evidence }) => evidence);
    expect(pieces).not.to.be.empty;
    expect(view.evidence.map(({ quote }) => quote)).to.deep.equal(pieces.map(({ quote }) => quote));
    const told = JSON.stringify(view);
    for (const word of ['anchorLevel', 'stance', 'shows', 'gate', 'verdict', 'standardError']) {
      expect(told).not.to.include(`"${word}"`);
    }
  });

  it('is open to the head of the department without the recording, and to nobody else', async () => {
    const { may } = await room(stand.head.session);
    expect(may).to.deep.equal({ media: false, ask: false, file: true, report: true });
    const { company } = stand;
    const foreign = await aStand(app);
    const input = { id };
    for (const role of ['hr', 'interviewer', 'admin', 'auditor'] as const) {
      const other = await aStaff(app, { company, roles: [role] });
      await refused(app.api(routes.reviewRoom, input, other.session), 'notAllowed');
    }
    await refused(app.api(routes.reviewRoom, input, foreign.hr.session), 'notFound');
    await refused(app.api(routes.reviewRoom, input, walker.session), 'notSignedIn');
  });

  it('writes down who entered', async () => {
    await room();
    const lines = await app.database
      .read(AuditEntry)
      .findBy({ object: id, actor: `staff:${stand.hr.id}`, allowed: true });
    expect(lines.map(({ verb }) => verb)).to.include('report.view');
  });

  it('says that a recording was deleted, and keeps what was written', async () => {
    const { attemptId } = (await room()).answers[0] ?? {};
    await app.database.read(Media).delete({ attemptId: attemptId ?? '' });
    const view = await room();
    expect(view.answers.map(({ recording }) => recording)).to.deep.equal(['gone', 'none']);
    expect(view.answers[1]?.transcript?.segments).not.to.be.empty;
  });
});
