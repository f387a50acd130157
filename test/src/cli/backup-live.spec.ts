import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Media } from '@zhiyu/server/interviews/media/media.entity';
import { MediaFiles } from '@zhiyu/server/interviews/media/media-files';
import { Setting } from '@zhiyu/server/platform/database/setting.entity';
import { EventCounter, EventRow } from '@zhiyu/server/platform/events/event.entity';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { AuditLog } from '@zhiyu/server/privacy/audit.service';
import { Erasure } from '@zhiyu/server/privacy/erasure.service';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { Like } from 'typeorm';
import { startApp, type TestApp } from '../harness/app.js';
import { zhiyu } from '../harness/command-line.js';
import { TestClock } from '../harness/test-clock.js';
import { makePlace } from '../harness/test-place.js';
import { until } from '../harness/until.js';
import { offsetOf, play, sendAll, sendSlice } from '../flow/recording.js';
import { fileOf } from '../flow/look.js';
import { aStand, begin, choose, finishAttempt, interviewing, type Stand } from '../flow/walk.js';
import { sqlitePlace } from './backup-stand.js';

const sliceLength = 4_000;
/** One row that is changed and one that is added in each transaction: what was read at two moments differs. */
const written = 'written';

async function writeOnce({ app, company }: Stand, n: number): Promise<void> {
  const key = { companyId: company.id, name: written };
  await app.database.transaction(async (tx) => {
    await tx.manager.save(Setting, { ...key, value: n, changedBy: null, changedAt: tx.now });
    const runAt = tx.now + 86_400_000;
    tx.enqueue('draft.clean', { draftId: '' }, { runAt, key: `${written}:${n}` });
  });
  const line = { actor: '', verb: 'application.view', object: '', ground: '', allowed: true };
  await app.get(AuditLog).record({ ...line, companyId: company.id });
}

/** Says its turn over and over until it is stopped. @returns how often it had its turn */
function repeatedly(turn: (n: number) => Promise<void>) {
  let [done, stopped] = [0, false];
  const run = async (): Promise<void> => {
    while (!stopped) {
      await turn(done);
      done += 1;
    }
  };
  const ended = run();
  return {
    done: () => done,
    stop: async () => {
      stopped = true;
      await ended;
    },
  };
}

describe('a backup while everybody goes on', function () {
  this.timeout(300_000);
  const shelf = sqlitePlace();
  const backup = join(shelf.dataDir, 'backup');
  const video = randomBytes(4_000 * sliceLength);
  const finished = randomBytes(90_000);
  /** How far both writers had come before the backup began and after it had ended. */
  const from = { written: 0, slices: 0 };
  const to = { written: 0, slices: 0 };
  let live: TestApp;
  let stand: Stand;
  let stays: Awaited<ReturnType<typeof recorded>>;
  let gone: Awaited<ReturnType<typeof recorded>>;
  let records: Awaited<ReturnType<typeof recording>>;
  let gonePerson: string;
  let copy: TestApp;

  async function recorded() {
    const walker = await interviewing(stand);
    const { attemptId, videoUrl } = await begin(stand, walker, 'camera');
    await sendAll(live, walker.session, { url: videoUrl ?? '', bytes: finished });
    await finishAttempt(stand, walker, attemptId);
    await choose(stand, walker, attemptId);
    return { ...walker, attemptId };
  }

  async function recording() {
    const walker = await interviewing(stand);
    const { attemptId, videoUrl } = await begin(stand, walker, 'camera');
    return { ...walker, attemptId, url: videoUrl ?? '' };
  }

  async function sendOne(n: number): Promise<void> {
    const offset = n * sliceLength;
    const bytes = video.subarray(offset, offset + sliceLength);
    const status = await sendSlice(live.base, records.session, { url: records.url, offset, bytes });
    expect(status).to.equal(204);
  }

  before(async () => {
    live = await startApp({ clock: new TestClock(Date.now()) });
    stand = await aStand(live);
    stays = await recorded();
    gone = await recorded();
    records = await recording();
    await live.drainJobs();
    const where = { id: gone.applicationId };
    gonePerson = (await live.database.read(Application).findOneByOrFail(where)).personId;
  });

  after(async () => {
    await live.stop();
    await shelf.remove();
    await copy.stop();
  });

  it('is made without anybody waiting for it', async () => {
    const rows = repeatedly((n) => writeOnce(stand, n));
    const slices = repeatedly(sendOne);
    await until(() => Promise.resolve(rows.done() > 10 && slices.done() > 10));
    Object.assign(from, { written: rows.done(), slices: slices.done() });
    const { code, err } = await zhiyu(live.place, 'backup', backup);
    Object.assign(to, { written: rows.done(), slices: slices.done() });
    await rows.stop();
    await slices.stop();
    expect(code, err).to.equal(0);
    expect(to.written - from.written, 'written meanwhile').to.be.greaterThan(10);
    expect(to.slices - from.slices, 'sent meanwhile').to.be.greaterThan(10);
  });

  it('honours who was erased after it, and restores everybody else', async () => {
    await live.database.transaction((tx) => live.get(Erasure).erase(tx, gonePerson));
    const erased = await zhiyu(live.place, 'erased');
    expect(erased.out).to.equal(`${gonePerson}\n`);
    const list = join(shelf.dataDir, 'erased.txt');
    writeFileSync(list, erased.out);
    const there = await makePlace();
    const keys = join(live.place.dataDir, 'keys');
    const args = ['restore', backup, '--keys', keys, '--erased', list];
    const { code, err } = await zhiyu(there, ...args);
    expect(code, err).to.equal(0);
    expect(err).to.contain('重新删除 erased again: 1').and.contain('审计链完整');
    copy = await startApp({ at: there, clock: new TestClock(Date.now() + 1000) });
    const restored = { ...stand, app: copy };
    expect((await fileOf(restored, gone)).candidateName).to.equal('已删除');
    expect((await fileOf(restored, stays)).candidateName).to.equal(stays.candidate.name);
    const [media] = await copy.database.read(Media).findBy({ personId: gonePerson });
    const path = copy.get(MediaFiles).pathOf(media?.file ?? '');
    expect(existsSync(path), 'its noise lies there').to.equal(true);
    await copy.drainJobs();
    expect(existsSync(path), 'until the server has started').to.equal(false);
    expect(await copy.database.read(Media).countBy({ personId: gonePerson })).to.equal(0);
  });

  it('has rows of one moment: of each transaction all or nothing', async () => {
    const where = { companyId: stand.company.id, name: written };
    const last = await copy.database.read(Setting).findOneByOrFail(where);
    const n = Number(last.value) + 1;
    expect(await copy.database.read(Job).countBy({ uniqueKey: Like(`${written}:%`) })).to.equal(n);
    expect(n).to.be.within(from.written, to.written + 1);
    const counter = await copy.database.read(EventCounter).findOneByOrFail({ id: 1 });
    const events = await copy.database.read(EventRow).count();
    expect(counter.value).to.equal(events);
    expect(await copy.get(AuditLog).verify()).to.equal(null);
  });

  it('plays a finished recording byte for byte', async () => {
    const played = await play(copy, stays.session, stays.attemptId);
    expect(played.status).to.equal(200);
    expect(Buffer.from(await played.arrayBuffer()).equals(finished)).to.equal(true);
  });

  it('has whole slices of the one that went on, at least those of before, and it can go on', async () => {
    const offset = await offsetOf(copy.base, records.session, records.url);
    expect(offset % sliceLength).to.equal(0);
    expect(offset / sliceLength).to.be.within(from.slices, to.slices + 1);
    const rest = { url: records.url, bytes: video.subarray(0, offset + 100_000), from: offset };
    await sendAll(copy, records.session, rest);
    const restored = { ...stand, app: copy };
    await finishAttempt(restored, records, records.attemptId);
    await choose(restored, records, records.attemptId);
    const played = await play(copy, records.session, records.attemptId);
    const bytes = Buffer.from(await played.arrayBuffer());
    expect(bytes.equals(video.subarray(0, offset + 100_000))).to.equal(true);
  });
});
