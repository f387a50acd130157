import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError } from '@zhiyu/contracts/errors';
import { demuxerOf, headBytes, sampleRate } from './ffmpeg.js';

/** Longer sounds are refused unless told otherwise, seconds. */
export const longestSound = 7200;

/** ffmpeg is ended after this, milliseconds; two hours take about half a minute. */
const timeLimit = 300_000;

/** The sound is longer than is measured. */
export class SoundTooLong extends Error {}

/** Where ffmpeg reads from, and who gives it the bytes. */
interface Source {
  demuxer: string;
  address: string;
  /** Seconds that it may be long. */
  longest: number;
  feed: (stdin: NodeJS.WritableStream) => Promise<void>;
}

function argumentsFor({ demuxer, address, longest }: Source): string[] {
  const input = ['-protocol_whitelist', 'pipe,file', '-f', demuxer, '-i', address];
  const sound = ['-map', '0:a:0', '-vn', '-ac', '1', '-ar', String(sampleRate)];
  // A second more than allowed: what is longer can be told from what is just as long.
  const output = ['-t', String(longest + 1), '-f', 'f32le', 'pipe:1'];
  return ['-hide_banner', '-loglevel', 'error', '-nostdin', ...input, ...sound, ...output];
}

/** Cuts bytes into whole samples; a sample may begin in one piece and end in the next. */
async function* samplesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<Float32Array> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const whole = bytes.length - (bytes.length % 4);
    rest = bytes.subarray(whole);
    const samples = new Float32Array(whole / 4);
    new Uint8Array(samples.buffer).set(bytes.subarray(0, whole));
    yield samples;
  }
}

async function* decoded(source: Source, ffmpegPath: string): AsyncGenerator<Float32Array> {
  const child = spawn(ffmpegPath, argumentsFor(source), {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: timeLimit,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<'ended' | 'missing'>((done) => {
    child.once('error', () => done('missing'));
    child.once('close', () => done('ended'));
  });
  // ffmpeg stops reading when it has enough or fails; what comes out of it says which.
  const fed = source.feed(child.stdin).catch(() => undefined);
  let count = 0;
  try {
    for await (const samples of samplesOf(child.stdout)) {
      count += samples.length;
      if (count > source.longest * sampleRate) {
        throw new SoundTooLong();
      }
      yield samples;
    }
    if ((await ended) === 'missing') {
      throw new AppError('engineMissing', { engine: 'ffmpeg' });
    }
    if (child.signalCode !== null) {
      throw new AppError('fileTimedOut');
    }
    if (count === 0) {
      throw new AppError('fileBroken');
    }
  } finally {
    child.kill('SIGKILL');
    await fed;
  }
}

function knownDemuxer(head: Buffer): string {
  if (head.length === 0) {
    throw new AppError('fileEmpty');
  }
  const demuxer = demuxerOf(head);
  if (demuxer === null) {
    throw new AppError('fileTypeUnknown', { types: 'WebM, MP4, Ogg, MP3, WAV, FLAC, AAC, AMR' });
  }
  return demuxer;
}

/**
 * A file's sound as mono samples at 16 kHz, in blocks as they are decoded.
 * @throws AppError fileEmpty, fileTypeUnknown, fileBroken (no sound in it), fileTimedOut, engineMissing;
 * SoundTooLong; what opening the file throws
 */
export async function* blocksOfFile(
  path: string,
  ffmpegPath: string,
  longest: number = longestSound,
): AsyncGenerator<Float32Array> {
  const file = await open(path, 'r');
  const head = Buffer.alloc(headBytes);
  let read: number;
  try {
    read = (await file.read(head, 0, headBytes, 0)).bytesRead;
  } finally {
    await file.close();
  }
  const demuxer = knownDemuxer(head.subarray(0, read));
  const feed = (stdin: NodeJS.WritableStream) => {
    stdin.end();
    return Promise.resolve();
  };
  yield* decoded({ demuxer, address: `file:${path}`, longest, feed }, ffmpegPath);
}
/**
 * The same of a recording that is handed over piece by piece and never lies plain on the disk.
 * @param head its first bytes, at least `headBytes` of them where there are so many
 * @param pieces all of it. An MP4 must have its index in front.
 */
export async function* blocksOfPieces(
  head: Buffer,
  pieces: AsyncIterable<Buffer>,
  ffmpegPath: string,
): AsyncGenerator<Float32Array> {
  const feed = (stdin: NodeJS.WritableStream) => pipeline(Readable.from(pieces), stdin);
  const source = { demuxer: knownDemuxer(head), address: 'pipe:0', longest: longestSound, feed };
  yield* decoded(source, ffmpegPath);
}
