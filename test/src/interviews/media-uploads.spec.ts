import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Media } from '@zhiyu/server/interviews/media/media.entity';
import { expect } from 'chai';
import { withFault } from './media-faults.js';
import { MediaStand } from './media-stand.js';

/** Sends the head and a part of a slice, then hangs up. */
async function breakOff(
  stand: MediaStand,
  media: Media,
  offset: number,
  body: Buffer,
): Promise<void> {
  const request = httpRequest(stand.base + stand.media.uploadUrl(media), {
    method: 'PATCH',
    headers: {
      'tus-resumable': '1.0.0',
      'x-person': stand.personId,
      'upload-offset': offset,
      'content-type': 'application/offset+octet-stream',
      'content-length': body.length,
    },
  });
  request.on('error', () => undefined);
  await new Promise((resolve) => request.write(body.subarray(0, body.length / 2), resolve));
  await sleep(30);
  request.destroy();
  await sleep(30);
}

describe('uploads of recordings', () => {
  let stand: MediaStand;
  before(async () => (stand = await MediaStand.make({ MEDIA_MAX_MB: '1' })));
  after(() => stand.stop());

  const offsetOf = async (media: Media): Promise<string | null> =>
    (await stand.tus(media, 'HEAD')).headers.get('upload-offset');

  it('take slices one behind the other, with a length that is said at the end', async () => {
    const media = await stand.newMedia();
    const slices = [randomBytes(5000), randomBytes(7000), randomBytes(100)];
    const head = await stand.tus(media, 'HEAD');
    expect([head.status, head.headers.get('upload-offset')]).to.deep.equal([200, '0']);
    expect(head.headers.get('upload-defer-length')).to.equal('1');
    expect(head.headers.get('cache-control')).to.equal('no-store');
    const first = await stand.patch(media, 0, slices[0]!);
    expect([first.status, first.headers.get('upload-offset')]).to.deep.equal([204, '5000']);
    expect(first.headers.get('tus-resumable')).to.equal('1.0.0');
    await stand.patch(media, 5000, slices[1]!);
    const last = await stand.patch(media, 12_000, slices[2]!, { 'upload-length': '12100' });
    expect([last.status, last.headers.get('upload-offset')]).to.deep.equal([204, '12100']);
    const end = await stand.tus(media, 'HEAD');
    expect([
      end.headers.get('upload-length'),
      end.headers.get('upload-defer-length'),
    ]).to.deep.equal(['12100', null]);
    expect(await stand.media.readAll(media)).to.deep.equal(Buffer.concat(slices));
    expect(await stand.media.progress(media)).to.deep.equal({
      bytes: 12_100,
      slices: 3,
      declared: 12_100,
    });
  });

  it('take an empty last slice that only says the length', async () => {
    const media = await stand.newMedia();
    await stand.patch(media, 0, randomBytes(400));
    const last = await stand.patch(media, 400, Buffer.alloc(0), { 'upload-length': '400' });
    expect(last.status).to.equal(204);
    expect((await stand.media.progress(media)).declared).to.equal(400);
  });

  it('hold nothing of a slice that broke off, and resume where HEAD says', async () => {
    const media = await stand.newMedia();
    const whole = randomBytes(300_000);
    await stand.patch(media, 0, whole.subarray(0, 100_000));
    await breakOff(stand, media, 100_000, whole.subarray(100_000, 200_000));
    const offset = Number(await offsetOf(media));
    expect(offset).to.equal(100_000);
    await stand.patch(media, offset, whole.subarray(offset, 200_000));
    await breakOff(stand, media, 200_000, whole.subarray(200_000));
    await stand.patch(media, 200_000, whole.subarray(200_000), { 'upload-length': '300000' });
    expect(await stand.media.readAll(media)).to.deep.equal(whole);
  });

  it('take a length that is said early, and said again', async () => {
    const media = await stand.newMedia();
    await stand.patch(media, 0, randomBytes(100));
    const early = await stand.patch(media, 100, randomBytes(50), { 'upload-length': '200' });
    expect(early.status).to.equal(204);
    const rest = await stand.patch(media, 150, randomBytes(50), { 'upload-length': '200' });
    expect([rest.status, rest.headers.get('upload-offset')]).to.deep.equal([204, '200']);
  });

  it('answer 409 with the right offset to a slice at the wrong place, and change nothing', async () => {
    const media = await stand.newMedia();
    await stand.patch(media, 0, randomBytes(100));
    for (const wrong of [0, 99, 101]) {
      const answer = await stand.patch(media, wrong, randomBytes(10));
      expect(answer.status).to.equal(409);
      expect(await answer.json()).to.deep.include({
        code: 'uploadOffset',
        details: { offset: 100 },
      });
    }
    expect(await offsetOf(media)).to.equal('100');
  });

  it('let one of two slices for the same place win', async () => {
    const media = await stand.newMedia();
    const slices = [Buffer.alloc(60_000, 1), Buffer.alloc(60_000, 2)];
    const answers = await Promise.all(slices.map((slice) => stand.patch(media, 0, slice)));
    const statuses = answers.map((answer) => answer.status);
    expect([...statuses].sort((a, b) => a - b)).to.deep.equal([204, 409]);
    expect(await stand.media.readAll(media)).to.deep.equal(slices[statuses.indexOf(204)]);
  });

  it('answer 204 only when the slice is on the disk, and hold nothing of one that did not get there', async () => {
    const media = await stand.newMedia();
    await stand.patch(media, 0, randomBytes(100));
    let fail: (error: Error) => void = () => undefined;
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const hanging = (): Promise<never> => {
      begin();
      return new Promise((_, reject) => (fail = reject));
    };
    const work = async (): Promise<number> => {
      let answered = false;
      const answer = stand.patch(media, 100, randomBytes(100)).finally(() => (answered = true));
      await begun;
      await sleep(50);
      expect(answered).to.equal(false);
      fail(new Error('EIO'));
      return (await answer).status;
    };
    expect(await withFault('datasync', () => hanging, work)).to.equal(500);
    expect(await offsetOf(media)).to.equal('100');
    expect((await stand.patch(media, 100, randomBytes(100))).status).to.equal(204);
  });

  it('honour X-HTTP-Method-Override for clients without PATCH', async () => {
    const media = await stand.newMedia();
    const slice = randomBytes(2000);
    const headers = {
      'x-http-method-override': 'PATCH',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    };
    const answer = await stand.tus(media, 'POST', { body: slice, headers });
    expect([answer.status, answer.headers.get('upload-offset')]).to.deep.equal([204, '2000']);
    const head = await stand.tus(media, 'POST', { headers: { 'x-http-method-override': 'HEAD' } });
    expect(head.headers.get('upload-offset')).to.equal('2000');
  });

  it('refuse a creation of their own, another version of tus, and another kind of body', async () => {
    const media = await stand.newMedia();
    const create = await fetch(`${stand.base}/api/uploads`, {
      method: 'POST',
      headers: { 'tus-resumable': '1.0.0', 'x-person': stand.personId, 'upload-defer-length': '1' },
    });
    expect(create.status).to.equal(403);
    const plain = await stand.tus(media, 'POST');
    expect(plain.status).to.equal(403);
    const old = await stand.tus(media, 'HEAD', { headers: { 'tus-resumable': '0.2.2' } });
    expect([old.status, old.headers.get('tus-version')]).to.deep.equal([412, '1.0.0']);
    const typed = await stand.patch(media, 0, randomBytes(5), {
      'content-type': 'application/json',
    });
    expect(typed.status).to.equal(415);
  });

  it('say what they can to OPTIONS, and give no other page leave to use them', async () => {
    const media = await stand.newMedia();
    const answer = await stand.tus(media, 'OPTIONS', {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status).to.equal(204);
    expect(answer.headers.get('tus-extension')).to.equal('creation-defer-length');
    expect(answer.headers.get('tus-max-size')).to.equal('1048576');
    expect(answer.headers.get('access-control-allow-origin')).to.equal(null);
  });

  it('are not there for anybody but the candidate whose attempt it is', async () => {
    const media = await stand.newMedia();
    const other = { 'x-person': 'somebody' };
    expect((await stand.patch(media, 0, randomBytes(10), other)).status).to.equal(404);
    expect((await stand.tus(media, 'HEAD', { headers: other })).status).to.equal(404);
    expect(
      (await fetch(stand.base + stand.media.playUrl(media), { headers: other })).status,
    ).to.equal(404);
    expect(await offsetOf(media)).to.equal('0');
  });

  it('stop at the largest recording with 413', async () => {
    const media = await stand.newMedia();
    await stand.patch(media, 0, randomBytes(900_000));
    expect((await stand.patch(media, 900_000, randomBytes(200_000))).status).to.equal(413);
    const lying = await stand.patch(media, 900_000, randomBytes(10), {
      'upload-length': '5000000',
    });
    expect(lying.status).to.equal(413);
    expect(await offsetOf(media)).to.equal('900000');
  });

  it('close when the attempt is complete, once, and order the seekable copy once', async () => {
    const media = await stand.recorded(randomBytes(120_000));
    expect(media).to.deep.include({ state: 'complete', bytes: 120_000, slices: 3 });
    await stand.database.transaction((tx) => stand.media.complete(tx, media.id));
    expect((await stand.patch(media, 120_000, randomBytes(10))).status).to.equal(409);
    const jobs =
      await stand.database.dataSource.query<{ uniqueKey: string }[]>('SELECT * FROM job');
    expect(jobs.filter((job) => job.uniqueKey === `media.seal:${media.id}`)).to.have.length(1);
  });

  it('take only types that are recordings', async () => {
    for (const wrong of ['text/html', 'video/webm\r\nx: y', 'image/svg+xml', '']) {
      const error: unknown = await stand.newMedia(wrong).catch((failure: unknown) => failure);
      expect(error, wrong).to.have.property('code', 'fileTypeUnknown');
    }
    for (const right of [
      'video/mp4;codecs=avc1.42E01E,mp4a.40.2',
      'audio/webm; codecs="opus"',
      'audio/mp4',
    ]) {
      expect((await stand.newMedia(right)).mimeType).to.equal(right);
    }
  });

  it('leave no plain byte of a recording anywhere in the data folder', async () => {
    const media = await stand.newMedia();
    await stand.patch(media, 0, Buffer.alloc(50_000, '知遇录音'));
    const files = readdirSync(join(stand.dir, 'recordings'), {
      recursive: true,
      withFileTypes: true,
    });
    const recordings = files.filter((file) => file.isFile());
    expect(recordings).not.to.have.length(0);
    for (const file of recordings) {
      expect(readFileSync(join(file.parentPath, file.name)).includes('知遇')).to.equal(false);
    }
  });
});
