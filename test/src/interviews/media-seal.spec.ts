import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Media } from '@zhiyu/server/interviews/media/media.entity';
import { expect } from 'chai';
import { needs } from '../harness/machine.js';
import { MediaStand } from './media-stand.js';

const picture = ['-f', 'lavfi', '-i', 'testsrc=size=160x120:rate=10:duration=3'];
const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=3'];
const recorder = [
  '-c:v',
  'libvpx',
  '-deadline',
  'realtime',
  '-cpu-used',
  '8',
  '-g',
  '10',
  '-c:a',
  'libopus',
];

function ffmpeg(...args: string[]): Buffer {
  return execFileSync('ffmpeg', ['-nostdin', '-v', 'error', ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** As MediaRecorder writes it: live, without duration and cues. */
function liveWebm(): Buffer {
  return ffmpeg(...picture, ...sound, ...recorder, '-f', 'webm', '-live', '1', 'pipe:1');
}

/** As a phone's camera writes it: H.264 and AAC with the index at the end, one file for each turn. */
function phoneMp4(seconds: number, hertz: number, size = '160x120'): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyu-part-'));
  const file = join(folder, 'part.mp4');
  const source = ['-f', 'lavfi', '-i'];
  const image = [...source, `testsrc=size=${size}:rate=10:duration=${seconds}`];
  const tone = [...source, `sine=frequency=${hertz}:duration=${seconds}`];
  ffmpeg(...image, ...tone, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', file);
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

function durationOf(stand: MediaStand, bytes: Buffer): string {
  const file = join(stand.dir, 'probe');
  writeFileSync(file, bytes);
  const args = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file];
  return execFileSync('ffprobe', args).toString().trim();
}

/** The MD5 of every packet (column 6), which only a true copy keeps. */
function packetsOf(stand: MediaStand, bytes: Buffer): string[] {
  const file = join(stand.dir, 'probe');
  writeFileSync(file, bytes);
  const lines = ffmpeg(
    '-i',
    file,
    '-map',
    '0',
    '-c',
    'copy',
    '-f',
    'framehash',
    '-hash',
    'md5',
    '-',
  ).toString();
  const rows = lines.split('\n').filter((line) => /^\d/.test(line));
  return rows.map((line) => line.split(',')[5]!.trim()).sort();
}

describe('the seekable copy of a recording', () => {
  let stand: MediaStand;
  before(async () => (stand = await MediaStand.make()));
  before(() => needs('ffmpeg'));
  after(() => stand.stop());

  async function sealed(bytes: Buffer, mimeType: string): Promise<Media> {
    const media = await stand.recorded(bytes, mimeType);
    await stand.sealJob.seal({ attemptId: media.attemptId, mediaId: media.id });
    return (await stand.media.find(media.id))!;
  }

  async function played(media: Media): Promise<Buffer> {
    return Buffer.from(await (await stand.play(media)).arrayBuffer());
  }

  it('puts the files of a mini-program’s camera together, packet by packet, with the whole length', async () => {
    const parts = [phoneMp4(3, 440), phoneMp4(2, 660), phoneMp4(3, 880)];
    const media = await sealed(Buffer.concat(parts), 'video/mp4');
    expect(media.state, String(media.reason)).to.equal('sealed');
    expect(media.seconds).to.be.closeTo(8, 0.3);
    expect(media.pictureSeconds).to.be.closeTo(8, 0.3);
    const copy = await played(media);
    expect(Number(durationOf(stand, copy))).to.be.closeTo(8, 0.3);
    const packets = parts.flatMap((part) => packetsOf(stand, part)).sort();
    expect(packetsOf(stand, copy)).to.deep.equal(packets);
  });

  it('joins no files that were recorded in different ways, and keeps them', async () => {
    const bytes = Buffer.concat([phoneMp4(2, 440), phoneMp4(2, 440, '320x240')]);
    const media = await sealed(bytes, 'video/mp4');
    expect(media.state).not.to.equal('sealed');
    expect(await stand.media.readAll(media)).to.deep.equal(bytes);
  });

  it('gives a live WebM its duration and cues, with the same packets, and keeps the original', async () => {
    const bytes = liveWebm();
    expect(durationOf(stand, bytes)).to.equal('N/A');
    const media = await sealed(bytes, 'video/webm;codecs=vp8,opus');
    expect(media.state, String(media.reason)).to.equal('sealed');
    expect(media.seconds).to.be.closeTo(3, 0.1);
    const copy = await played(media);
    expect(Number(durationOf(stand, copy))).to.be.closeTo(3, 0.1);
    // EBML id of Cues.
    expect(copy.includes(Buffer.from('1c53bb6b', 'hex'))).to.equal(true);
    expect(packetsOf(stand, copy)).to.deep.equal(packetsOf(stand, bytes));
    expect(await stand.media.readAll(media)).to.deep.equal(bytes);
  });

  it('measures when the picture ends, which may be long before the sound, or never begins', async () => {
    const webm = ['-f', 'webm', '-live', '1', 'pipe:1'];
    const short = ['-f', 'lavfi', '-i', 'testsrc=size=160x120:rate=10:duration=1'];
    const cases: [string[], number][] = [
      [[...picture, ...sound], 3],
      [[...short, ...sound], 1],
      [sound, 0],
    ];
    for (const [inputs, ends] of cases) {
      const codecs = ends === 0 ? ['-c:a', 'libopus'] : recorder;
      const media = await sealed(ffmpeg(...inputs, ...codecs, ...webm), 'video/webm');
      expect(media.state, String(media.reason)).to.equal('sealed');
      expect(media.seconds).to.be.closeTo(3, 0.1);
      expect(media.pictureSeconds).to.be.closeTo(ends, 0.2);
    }
  });

  it('puts the index of a fragmented MP4 in front', async () => {
    const codecs = [
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-pix_fmt',
      'yuv420p',
      '-c:a',
      'aac',
    ];
    const live = ['-movflags', 'frag_keyframe+empty_moov+default_base_moof', '-f', 'mp4', 'pipe:1'];
    const media = await sealed(ffmpeg(...picture, ...sound, ...codecs, ...live), 'video/mp4');
    expect(media.state, String(media.reason)).to.equal('sealed');
    const copy = await played(media);
    expect(copy.includes('moof')).to.equal(false);
    expect(copy.indexOf('moov')).to.be.lessThan(copy.indexOf('mdat'));
    expect(Number(durationOf(stand, copy))).to.be.closeTo(3, 0.15);
    expect(media.sealedMimeType).to.match(/^video\/mp4/);
  });

  it('measures a sound track', async () => {
    const media = await sealed(
      ffmpeg(...sound, '-c:a', 'libopus', '-f', 'webm', '-live', '1', 'pipe:1'),
      'audio/webm',
    );
    expect(media.state, String(media.reason)).to.equal('sealed');
    expect(media.seconds).to.be.closeTo(3, 0.1);
    expect(media.sealedMimeType).to.match(/^audio\/webm/);
  });

  it('lets ffmpeg repack what the built-in tool cannot read', async () => {
    const media = await sealed(
      ffmpeg(...sound, '-c:a', 'libopus', '-f', 'nut', 'pipe:1'),
      'audio/webm',
    );
    expect(media.state, String(media.reason)).to.equal('sealed');
    expect(Number(durationOf(stand, await played(media)))).to.be.closeTo(3, 0.1);
  });

  it('leaves what nobody can read as it came, says why, and still plays it', async () => {
    const noise = Buffer.alloc(70_000, 'no recording ');
    const media = await sealed(noise, 'video/webm');
    expect(media).to.deep.include({
      state: 'failed',
      reason: 'unreadableRecording',
      seconds: null,
    });
    expect(await played(media)).to.deep.equal(noise);
    const empty = await sealed(Buffer.alloc(0), 'video/webm');
    expect(empty).to.deep.include({ state: 'failed', reason: 'emptyRecording' });
  });

  it('is harmless when ordered twice', async () => {
    const media = await sealed(liveWebm(), 'video/webm');
    const before = await played(media);
    await stand.sealJob.seal({ attemptId: media.attemptId, mediaId: media.id });
    expect(await played(media)).to.deep.equal(before);
  });
});
