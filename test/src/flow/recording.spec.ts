import { randomBytes } from 'node:crypto';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { reportOf } from './look.js';
import { offsetOf, play, sendAll, sendSlice } from './recording.js';
import {
  aStand,
  begin,
  choose,
  currentOf,
  finishAttempt,
  handIn,
  interviewing,
  interviewOf,
  type Stand,
  statusOf,
} from './walk.js';

describe('a recorded answer', () => {
  /** Keeps the database and files while other processes come and go. */
  let keeper: TestApp;
  let stand: Stand;
  before(async () => {
    keeper = await startApp();
    stand = await aStand(keeper);
  });
  after(() => keeper.stop());

  it('goes on where it was after the server was stopped and started again', async () => {
    const walker = await interviewing(stand);
    const { session } = walker;
    const video = randomBytes(150_000);
    const one = await startApp({ beside: keeper });
    const first = { ...stand, app: one };
    const begun = await begin(first, walker, 'camera');
    const url = begun.videoUrl ?? '';
    await sendAll(one, session, { url, bytes: video.subarray(0, 80_000), more: true });
    await one.stop();
    const two = await startApp({ beside: keeper });
    const second = { ...stand, app: two };
    const state = await interviewOf(second, walker);
    expect(state.current).to.include({ phase: 'answering', answerEndsAt: begun.endsAt });
    const again = await begin(second, walker, 'camera');
    expect(again).to.include({ attemptId: begun.attemptId, videoUrl: url });
    expect(await offsetOf(two.base, session, url)).to.equal(80_000);
    const old = { url, offset: 40_000, bytes: video.subarray(40_000, 80_000) };
    expect(await sendSlice(two.base, session, old), 'it has that slice').to.equal(409);
    await sendAll(two, session, { url, bytes: video, from: 80_000 });
    await finishAttempt(second, walker, begun.attemptId);
    await choose(second, walker, begun.attemptId);
    await two.drainJobs();
    const played = await play(two, session, begun.attemptId);
    expect(played.status).to.equal(200);
    expect(Buffer.from(await played.arrayBuffer()).equals(video)).to.equal(true);
    await two.stop();
  });

  it('is what was acknowledged when the last slice never came', async () => {
    const walker = await interviewing(stand);
    const video = randomBytes(100_000);
    const { attemptId, videoUrl } = await begin(stand, walker, 'camera');
    await sendAll(keeper, walker.session, {
      url: videoUrl ?? '',
      bytes: video.subarray(0, 80_000),
    });
    await finishAttempt(stand, walker, attemptId);
    await choose(stand, walker, attemptId);
    await handIn(stand, walker);
    const played = await play(keeper, walker.session, attemptId);
    const bytes = Buffer.from(await played.arrayBuffer());
    expect(bytes.equals(video.subarray(0, 80_000))).to.equal(true);
    const late = { url: videoUrl ?? '', offset: 80_000, bytes: video.subarray(80_000) };
    expect(await sendSlice(keeper.base, walker.session, late), 'it is closed').to.equal(409);
    expect((await statusOf(stand, walker)).answers[0]).to.include({ hasMedia: true });
  });

  it('is added to by nobody else, and not from a foreign page', async () => {
    const walker = await interviewing(stand);
    const other = await interviewing(stand);
    const { videoUrl } = await begin(stand, walker, 'camera');
    const slice = { url: videoUrl ?? '', offset: 0, bytes: randomBytes(100) };
    expect(await sendSlice(keeper.base, other.session, slice)).to.equal(404);
    expect(await sendSlice(keeper.base, stand.hr.session, slice)).to.be.oneOf([401, 403, 404]);
    expect(await offsetOf(keeper.base, other.session, slice.url)).to.equal(-404);
    const headers = { Origin: 'https://elsewhere.example', 'Tus-Resumable': '1.0.0' };
    const foreign = await keeper.client.raw(
      slice.url,
      { method: 'PATCH', headers, body: new Uint8Array(10) },
      walker.session,
    );
    expect(foreign.status).to.equal(403);
    expect(await offsetOf(keeper.base, walker.session, slice.url)).to.equal(0);
  });

  it('without a byte is none: nothing to play, nothing to recognise', async () => {
    const walker = await interviewing(stand);
    const { attemptId } = await begin(stand, walker, 'camera');
    await finishAttempt(stand, walker, attemptId, { durationMs: 60 });
    const [attempt] = (await currentOf(stand, walker)).attempts;
    expect(attempt).to.include({ hasMedia: false, recognition: 'none' });
    expect((await play(keeper, walker.session, attemptId)).status).to.equal(404);
    await choose(stand, walker, attemptId);
    const status = await handIn(stand, walker);
    expect(status.answers[0], 'on the own page').to.include({ hasMedia: false });
    await keeper.drainJobs();
    const [answer] = (await reportOf(stand, walker)).answers;
    expect(answer, 'in the report').to.include({ hasMedia: false, gate: 'empty' });
  });

  it('with sound but no picture plays the sound', async () => {
    const walker = await interviewing(stand);
    const { attemptId, audioUrl } = await begin(stand, walker, 'camera');
    const sound = randomBytes(4_000);
    await sendAll(keeper, walker.session, { url: audioUrl ?? '', bytes: sound });
    await finishAttempt(stand, walker, attemptId, { durationMs: 900 });
    expect((await currentOf(stand, walker)).attempts[0]).to.include({ hasMedia: true });
    const played = await play(keeper, walker.session, attemptId);
    expect(Buffer.from(await played.arrayBuffer()).equals(sound)).to.equal(true);
  });

  it('belongs to one attempt: another has its own, and both stay', async () => {
    const walker = await interviewing(stand);
    const bytes = [randomBytes(5_000), randomBytes(6_000)];
    const attempts = [];
    for (const sound of bytes) {
      const begun = await begin(stand, walker, 'voice');
      await sendAll(keeper, walker.session, { url: begun.audioUrl ?? '', bytes: sound });
      await finishAttempt(stand, walker, begun.attemptId, { durationMs: 2000 });
      attempts.push(begun.attemptId);
    }
    expect((await currentOf(stand, walker)).attempts.map((one) => one.hasMedia)).to.deep.equal([
      true,
      true,
    ]);
    for (const [n, attemptId] of attempts.entries()) {
      const played = await play(keeper, walker.session, attemptId);
      const heard = Buffer.from(await played.arrayBuffer());
      expect(heard.equals(bytes[n] ?? Buffer.alloc(0))).to.equal(true);
    }
    const { answerId } = await currentOf(stand, walker);
    const use = { answerId, attemptId: attempts[0] ?? '' };
    await keeper.api(routes.chooseAttempt, use, walker.session);
  });
});
