import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import {
  begin,
  type Stand,
  type Walker,
  aStand,
  finishAttempt,
  interviewing,
} from '../flow/walk.js';
import { needs } from '../harness/machine.js';
import { offsetOf, play, sendSlice } from '../flow/recording.js';
import { openPlace, ServerProcess } from './server-process.js';

/** Where the server dies: the flush of a thread, counted from the first slice on. */
const flushes = [1, 3, 6];
const sliceBytes = 30_000;
const video = randomBytes(sliceBytes * 40);

/** Where the server is: at what it acknowledged, or one slice further, never within one. */
async function offsetAfter(
  server: ServerProcess,
  walker: Walker,
  of: { url: string; acknowledged: number },
): Promise<number> {
  const offset = await offsetOf(server.base, walker.session, of.url);
  expect(offset, 'every acknowledged slice is there').to.be.at.least(of.acknowledged);
  expect(offset % sliceBytes, 'and no half of one').to.equal(0);
  expect(offset, 'at most the one in flight more').to.be.at.most(of.acknowledged + sliceBytes);
  return offset;
}

/** Sends slices one after another, until the server is gone or all is there. @returns what was acknowledged */
async function sendUntilDead(
  server: ServerProcess,
  walker: Walker,
  of: { url: string; offset: number },
): Promise<number> {
  let { offset } = of;
  try {
    while (offset < video.length) {
      const bytes = video.subarray(offset, offset + sliceBytes);
      const last = offset + sliceBytes >= video.length ? { whole: video.length } : {};
      const slice = { url: of.url, offset, bytes, ...last };
      const status = await sendSlice(server.base, walker.session, slice);
      expect(status).to.equal(204);
      offset += sliceBytes;
    }
  } catch (error) {
    if (!(error instanceof TypeError)) {
      throw error;
    }
  }
  return offset;
}

describe('a server killed at a flush during uploads', () => {
  before(() => needs('strace'));
  it('has every slice that it acknowledged; the recording goes on and plays whole', async () => {
    const { app, leave } = await openPlace();
    const stand: Stand = await aStand(app);
    const walker = await interviewing(stand);
    const { attemptId, videoUrl } = await begin(stand, walker, 'camera');
    const url = videoUrl ?? '';
    const place = await leave();
    let acknowledged = 0;
    let deaths = 0;
    for (const count of flushes) {
      const server = await ServerProcess.start(app);
      const offset = await offsetAfter(server, walker, { url, acknowledged });
      await server.killAtSync(count);
      acknowledged = await sendUntilDead(server, walker, { url, offset });
      const { signal } = await server.stop();
      deaths += signal === 'SIGKILL' && acknowledged < video.length ? 1 : 0;
    }
    expect(deaths, 'it died in the middle each time').to.equal(flushes.length);
    const server = await ServerProcess.start(app);
    const offset = await offsetAfter(server, walker, { url, acknowledged });
    expect(await sendUntilDead(server, walker, { url, offset })).to.equal(video.length);
    await server.stop();
    const again = await place.open();
    await finishAttempt({ ...stand, app: again }, walker, attemptId);
    const played = await play(again, walker.session, attemptId);
    const bytes = Buffer.from(await played.arrayBuffer());
    expect(bytes.equals(video)).to.equal(true);
    await again.stop();
    await place.remove();
  }).timeout(180_000);
});
