import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { MediaStand } from './media-stand.js';

describe('playback of recordings', () => {
  let stand: MediaStand;
  before(async () => (stand = await MediaStand.make()));
  after(() => stand.stop());

  it('sends the whole, or the range that was asked for', async () => {
    const bytes = randomBytes(180_000);
    const media = await stand.recorded(bytes);
    const whole = await stand.play(media);
    expect([whole.status, whole.headers.get('content-length')]).to.deep.equal([200, '180000']);
    expect(whole.headers.get('content-type')).to.equal('video/webm;codecs=vp8,opus');
    expect(whole.headers.get('accept-ranges')).to.equal('bytes');
    expect(whole.headers.get('cache-control')).to.equal('private, no-store');
    expect(whole.headers.get('content-disposition')).to.equal('inline');
    expect(Buffer.from(await whole.arrayBuffer())).to.deep.equal(bytes);
    const cases: [string, number, number][] = [
      ['bytes=0-', 0, 179_999],
      ['bytes=49990-50010', 49_990, 50_010],
      ['bytes=179999-999999999', 179_999, 179_999],
      ['bytes=-5', 179_995, 179_999],
      ['bytes=-999999', 0, 179_999],
    ];
    for (const [range, start, end] of cases) {
      const part = await stand.play(media, range);
      expect(part.status, range).to.equal(206);
      expect(part.headers.get('content-range')).to.equal(`bytes ${start}-${end}/180000`);
      expect(Buffer.from(await part.arrayBuffer())).to.deep.equal(bytes.subarray(start, end + 1));
    }
  });

  it('answers 416 beyond the end and ignores what is no single range', async () => {
    const media = await stand.recorded(randomBytes(1000));
    const beyond = await stand.play(media, 'bytes=1000-');
    expect([beyond.status, beyond.headers.get('content-range')]).to.deep.equal([
      416,
      'bytes */1000',
    ]);
    for (const odd of ['bytes=5-2', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=-']) {
      expect((await stand.play(media, odd)).status, odd).to.equal(200);
    }
    const empty = await stand.play(await stand.recorded(Buffer.alloc(0)), 'bytes=0-');
    expect([empty.status, empty.headers.get('content-length')]).to.deep.equal([200, '0']);
  });

  it('is over when the key of the person is destroyed, and when it was purged', async () => {
    const gone = await stand.recorded(randomBytes(1000));
    await stand.media.purge(gone);
    expect(await stand.media.find(gone.id)).to.equal(null);
    expect(readdirSync(join(stand.dir, 'recordings', gone.id.slice(-2)))).not.to.include(
      `${gone.id}.rec`,
    );
    const media = await stand.recorded(randomBytes(1000));
    expect((await stand.play(media)).status).to.equal(200);
    await stand.database.transaction((tx) => stand.vault.destroy(tx, stand.personId));
    expect((await stand.play(media)).status).to.equal(404);
    expect((await stand.tus(media, 'HEAD')).status).to.equal(404);
  });
});
