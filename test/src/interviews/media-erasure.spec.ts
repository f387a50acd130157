import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Media } from '@zhiyu/server/interviews/media/media.entity';
import { RetentionJob } from '@zhiyu/server/interviews/media/retention.job';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { play, sendAll } from '../flow/recording.js';
import { aStand, begin, finishAttempt, interviewing, type Stand } from '../flow/walk.js';
import { startApp, type TestApp } from '../harness/app.js';

describe('recordings of an erased person', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  const files = () =>
    readdirSync(join(app.place.dataDir, 'recordings'), { recursive: true, encoding: 'utf8' })
      .map((name) => join(app.place.dataDir, 'recordings', name))
      .filter((path) => statSync(path).isFile());

  /** Somebody who said something, in a picture with sound and a track of the sound. */
  async function aSpeaker() {
    const walker = await interviewing(stand);
    const { attemptId, videoUrl, audioUrl } = await begin(stand, walker, 'camera');
    for (const url of [videoUrl ?? '', audioUrl ?? '']) {
      await sendAll(app, walker.session, { url, bytes: Buffer.alloc(9_000, 7) });
    }
    await finishAttempt(stand, walker, attemptId);
    await app.drainJobs();
    const { applicationId: id } = walker;
    const { personId, companyId } = await app.database.read(Application).findOneByOrFail({ id });
    return { walker, attemptId, personId, companyId };
  }

  const rowsOf = (personId: string) => app.database.read(Media).countBy({ personId });

  it('are deleted with the next day at the latest; those of others stay', async () => {
    const stays = await aSpeaker();
    const others = files();
    const gone = await aSpeaker();
    expect(files()).to.have.length(2 * others.length);
    await app.database.transaction((tx) => app.get(Vault).destroy(tx, gone.personId));
    await app.get(RetentionJob).run();
    expect(files()).to.have.members(others);
    expect([await rowsOf(gone.personId), await rowsOf(stays.personId)]).to.deep.equal([0, 2]);
    expect((await play(app, gone.walker.session, gone.attemptId)).status).to.equal(404);
    expect((await play(app, stays.walker.session, stays.attemptId)).status).to.equal(200);
    await app.get(RetentionJob).run();
    expect(files(), 'harmless when repeated').to.have.members(others);
  });

  it('are deleted at once where the erasure is told', async () => {
    const others = files();
    const { personId, companyId } = await aSpeaker();
    await app.database.transaction(async (tx) => {
      await app.get(Vault).destroy(tx, personId);
      tx.emit('PersonErased', companyId, { personId });
    });
    await app.drainJobs();
    expect(files()).to.have.members(others);
    expect(await rowsOf(personId)).to.equal(0);
  });

  it('stay while the key is there, whatever is told', async () => {
    const { personId, companyId } = await aSpeaker();
    await app.database.transaction((tx) => {
      tx.emit('PersonErased', companyId, { personId });
      return Promise.resolve();
    });
    await app.drainJobs();
    expect(await rowsOf(personId)).to.equal(2);
  });
});
