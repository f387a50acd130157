import { spawnSync } from 'node:child_process';
import { decodeTo16k } from '@zhiyu/server/platform/speech/ffmpeg';
import { soundPiece } from '@zhiyu/server/interviews/captions/sound-piece';
import { expect } from 'chai';

/** Ten seconds as a recorder makes them while it runs: no length, no index. */
function live(...how: string[]): Buffer {
  const tone = ['-f', 'lavfi', '-i', 'sine=frequency=300:duration=10', '-ac', '1'];
  const made = spawnSync('ffmpeg', ['-v', 'error', ...tone, ...how, 'pipe:1'], {
    maxBuffer: 8 * 1024 * 1024,
  });
  if (made.status !== 0 || made.stdout.length === 0) {
    throw new Error(`ffmpeg: ${made.stderr.toString()}`);
  }
  return made.stdout;
}

describe('live captions: a piece of a running recording', function () {
  this.timeout(20_000);
  const recordings = {
    'WebM of Chrome and Firefox': () => live('-c:a', 'libopus', '-f', 'webm', '-live', '1'),
    'MP4 of Safari': () =>
      live(
        ...['-c:a', 'aac', '-f', 'mp4'],
        ...['-movflags', 'empty_moov+default_base_moof+frag_keyframe', '-frag_duration', '1000000'],
      ),
  };

  for (const [name, make] of Object.entries(recordings)) {
    it(`${name}: is a recording of its own, from any second to what has arrived`, async () => {
      const whole = make();
      const arrived = whole.subarray(0, Math.floor(whole.length * 0.7));
      const all = await soundPiece(arrived, 0);
      expect(all?.from).to.be.within(-0.1, 0.1);
      expect(all?.to).to.be.within(4, 8);
      const rest = await soundPiece(arrived, 3);
      if (!rest || !all) {
        throw new Error('no piece');
      }
      expect(rest.from).to.be.within(2.8, 3.01);
      expect(rest.to).to.be.closeTo(all.to, 0.05);
      const heard = await decodeTo16k(rest.bytes, rest.mimeType, 'ffmpeg');
      expect(heard.length / 16_000).to.be.closeTo(rest.to - rest.from, 0.2);
    });
  }

  it('is none where nothing readable has arrived', async () => {
    expect(await soundPiece(Buffer.alloc(0), 0)).to.equal(null);
    expect(await soundPiece(Buffer.alloc(500, 7), 0)).to.equal(null);
    expect(
      await soundPiece(recordings['WebM of Chrome and Firefox']().subarray(0, 60), 0),
    ).to.equal(null);
  });
});
