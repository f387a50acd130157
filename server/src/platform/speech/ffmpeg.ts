import { spawn } from 'node:child_process';
import { AppError } from '@zhiyu/contracts/errors';
import { withHeadFirst } from './mp4-head.js';
import { isWav, readWav, resample } from './wav.js';

/** Samples a second that recognition works with. */
export const sampleRate = 16_000;

/** A recording longer than this is cut, seconds. */
const longestSeconds = 3600;

/** ffmpeg is ended after this, milliseconds. */
const timeLimit = 120_000;

/** The program is there and can be started; what it answers does not matter. */
export function hasProgram(path: string): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(path, ['-version'], { stdio: 'ignore' });
    child.once('error', () => done(false));
    child.once('spawn', () => {
      child.kill();
      done(true);
    });
  });
}

/** First bytes of a file that tell what it is. */
export const headBytes = 16;

/** How the kinds of recordings begin; AAC before MP3, whose frames begin with fewer set bits. */
const beginnings: [string, RegExp][] = [
  ['matroska', /^\x1a\x45\xdf\xa3/],
  ['mov', /^[^]{4}ftyp/],
  ['ogg', /^OggS/],
  ['wav', /^RIFF[^]{4}WAVE/],
  ['flac', /^fLaC/],
  ['amr', /^#!AMR/],
  ['aac', /^\xff[\xf0\xf1\xf8\xf9]/],
  ['mp3', /^(?:ID3|\xff[\xe0-\xff])/],
];

/** The demuxer by content: ffmpeg is never left to guess, because some formats name other files. */
export function demuxerOf(bytes: Buffer): string | null {
  const head = bytes.toString('latin1', 0, headBytes);
  return beginnings.find(([, beginning]) => beginning.test(head))?.[0] ?? null;
}

function argumentsFor(demuxer: string): string[] {
  const input = ['-protocol_whitelist', 'pipe', '-f', demuxer, '-i', 'pipe:0'];
  const sound = ['-map', '0:a:0', '-vn', '-ac', '1', '-ar', String(sampleRate)];
  const output = ['-t', String(longestSeconds), '-f', 'f32le', 'pipe:1'];
  return ['-hide_banner', '-loglevel', 'error', '-nostdin', ...input, ...sound, ...output];
}

function samplesOf(chunks: Buffer[]): Float32Array {
  const bytes = Buffer.concat(chunks);
  const samples = new Float32Array(Math.floor(bytes.length / 4));
  new Uint8Array(samples.buffer).set(bytes.subarray(0, samples.length * 4));
  return samples;
}

/** Everything goes through pipes: a recording is never a plain file on the disk. */
function runFfmpeg(bytes: Buffer, demuxer: string, ffmpegPath: string): Promise<Float32Array> {
  return new Promise((done, fail) => {
    const child = spawn(ffmpegPath, argumentsFor(demuxer), { stdio: ['pipe', 'pipe', 'ignore'] });
    const chunks: Buffer[] = [];
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeLimit);
    child.once('error', () => {
      clearTimeout(timer);
      fail(new AppError('engineMissing', { engine: 'ffmpeg' }));
    });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('close', () => {
      clearTimeout(timer);
      if (late) {
        fail(new AppError('fileTimedOut'));
      } else if (chunks.length === 0) {
        fail(new AppError('fileBroken'));
      } else {
        // A recording that was cut off ends in an error, and what came before it counts.
        done(samplesOf(chunks));
      }
    });
    // ffmpeg stops reading when it has enough or fails; how it ends says which.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}

/**
 * A recording as mono samples at 16 kHz: WAV by ourselves, everything else by ffmpeg.
 * @param mimeType as the sender says; the content decides
 * @throws AppError engineMissing (no ffmpeg), fileEmpty, fileBroken (no sound in it), fileTypeUnknown, fileTimedOut
 */
export async function decodeTo16k(
  bytes: Buffer,
  mimeType: string,
  ffmpegPath: string,
): Promise<Float32Array> {
  if (bytes.length === 0) {
    throw new AppError('fileEmpty');
  }
  if (isWav(bytes)) {
    return resample(readWav(bytes), sampleRate);
  }
  const demuxer = demuxerOf(bytes);
  if (demuxer === null) {
    throw new AppError('fileTypeUnknown', { types: 'WebM, MP4, Ogg, MP3, WAV', was: mimeType });
  }
  const readable = demuxer === 'mov' ? await withHeadFirst(bytes) : bytes;
  return runFfmpeg(readable, demuxer, ffmpegPath);
}
