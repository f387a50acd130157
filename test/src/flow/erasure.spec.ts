import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardOf, cardsOf, fileOf, press } from './look.js';
import { play, sendAll } from './recording.js';
import {
  answersOf,
  assessed,
  aStand,
  begin,
  choose,
  finishAttempt,
  handIn,
  interviewing,
  type Stand,
  type Walker,
} from './walk.js';

describe('erasing a person by destroying one key', () => {
  let app: TestApp;
  let stand: Stand;
  let gone: Walker;
  let stays: Walker;
  let attemptId: string;
  let resumeId: string;
  let interviewId: string;
  let cardId: string;

  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    stays = await assessed(stand);
    gone = await interviewing(stand);
    const begun = await begin(stand, gone, 'voice');
    attemptId = begun.attemptId;
    const bytes = Buffer.alloc(20_000, 'voice ');
    await sendAll(app, gone.session, { url: begun.audioUrl ?? '', bytes });
    await finishAttempt(stand, gone, attemptId);
    const text = answersOf('strong')[0] ?? '';
    await app.api(routes.writeTranscript, { attemptId, text }, gone.session);
    await choose(stand, gone, attemptId);
    await handIn(stand, gone);
    await app.drainJobs();
    const card = await cardOf(stand, stand.hr, 'approval', gone);
    cardId = card.id;
    const decided = { id: gone.applicationId, kind: 'reject' as const, note: '写得很好但不合适' };
    const reason = 'belowRequirement' as const;
    await app.api(routes.decide, { ...decided, reason }, stand.hr.session);
    await app.drainJobs();
    const file = await fileOf(stand, gone);
    resumeId = file.resume?.id ?? '';
    interviewId = file.interviews[0]?.id ?? '';
    const { personId } = await app.database
      .read(Application)
      .findOneByOrFail({ id: gone.applicationId });
    await app.database.transaction((tx) => app.get(Vault).destroy(tx, personId));
  });
  after(() => app.stop());

  const secrets = () => {
    const { name, phone, email } = gone.candidate;
    return [name, phone, email, '写得很好但不合适', '云杉超市', '羽绒服'];
  };
  const saysNothing = (shown: unknown, where: string) => {
    for (const secret of secrets()) {
      expect(JSON.stringify(shown), where).not.to.include(secret);
    }
  };

  it('lists still work, with 已删除 where the name was, and others are untouched', async () => {
    const { applications } = await app.api(routes.listApplications, {}, stand.hr.session);
    const names = new Map(applications.map((row) => [row.id, row.candidateName]));
    expect(names.get(gone.applicationId)).to.equal('已删除');
    expect(names.get(stays.applicationId)).to.equal(stays.candidate.name);
    const board = await app.api(routes.dashboard, {}, stand.hr.session);
    expect(board.positions[0]?.stages).to.include({ review: 1, rejected: 1 });
  });

  it('the file opens and tells nothing that was personal', async () => {
    const file = await fileOf(stand, gone);
    expect(file).to.include({ candidateName: '已删除', stage: 'rejected' });
    expect(file.contact).to.deep.equal({ phone: null, email: null });
    expect(file.resume).to.equal(null);
    saysNothing(file, 'the file');
    const id = gone.applicationId;
    const timeline = await app.api(routes.timeline, { id }, stand.hr.session);
    expect(timeline.entries.length).to.be.greaterThan(10);
    saysNothing(timeline, 'the timeline');
  });

  it('cards, report, words, résumé and recording are gone for everybody', async () => {
    const inbox = await app.api(routes.inbox, {}, stand.hr.session);
    saysNothing(inbox, 'the inbox');
    expect(inbox.items.map((item) => item.card.id)).not.to.include(cardId);
    expect(await cardsOf(stand, stand.hr, 'approval', stays)).to.have.length(1);
    await refused(app.api(routes.report, { id: interviewId }, stand.hr.session), 'notFound');
    const resume = await app.client.raw(`${rawPaths.resumeFile}/${resumeId}`, {}, stand.hr.session);
    expect(resume.status).to.equal(404);
    const recording = await play(app, stand.hr.session, attemptId);
    expect(recording.status).to.be.oneOf([404, 410]);
    expect((await recording.text()).includes('voice')).to.equal(false);
  });

  it('pressing an old card of theirs is refused, of others it works', async () => {
    const card = await cardOf(stand, stand.hr, 'approval', stays);
    const old = { ...card, id: cardId };
    const pass = { action: 'pass', reason: 'meetsRequirement' as const };
    await refused(press(stand, stand.hr, old, pass), 'notFound');
    expect((await press(stand, stand.hr, card, pass)).effective).to.equal(true);
  });

  it('they are found by no search', async () => {
    const { name, phone, email } = gone.candidate;
    for (const q of [name, phone, email]) {
      const found = await app.api(routes.listApplications, { q }, stand.hr.session);
      const rows = found.applications.filter((row) => row.id === gone.applicationId);
      saysNothing(rows, q);
    }
  });

  it('nothing of it stands readable in the data folder', () => {
    const files = readdirSync(app.place.dataDir, { recursive: true })
      .map((name) => join(app.place.dataDir, String(name)))
      .filter((path) => statSync(path).isFile());
    expect(files.length).to.be.greaterThan(3);
    for (const path of files) {
      const bytes = readFileSync(path);
      for (const secret of secrets().slice(1)) {
        if (secret !== '羽绒服') {
          expect(bytes.includes(Buffer.from(secret)), `${path} ${secret}`).to.equal(false);
        }
      }
    }
  });
});
