import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import {
  ALL_FORMATS,
  BufferSource,
  Conversion,
  CustomSource,
  Input,
  MkvOutputFormat,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  type Source,
  StreamTarget,
  WebMOutputFormat,
} from 'mediabunny';
import type { SealedFile } from '../../platform/storage/sealed-file.js';
import { joinParts, PartsDiffer } from './join-parts.js';
import { MemoryPages } from './memory-pages.js';
import { mp4Parts } from './mp4-parts.js';

/** The copy is put together in memory, so a longer recording stays as it came. */
const sealAtMost = 256 * 1024 * 1024;
const ffmpegMs = 120_000;

export type SealFailure =
  'emptyRecording' | 'unreadableRecording' | 'tooLargeToSeal' | 'sealingTimedOut';

/** Lengths of play, in seconds. */
interface Lengths {
  seconds: number;
  /** When the picture ends, which may be long before the sound; 0 where there is none. */
  pictureSeconds: number;
}

export type SealResult = (Lengths & { mimeType: string }) | { failure: SealFailure; cause: string };

/** A recording put together anew: same packets, with duration and seek points. */
interface Remade extends Lengths {
  pages: MemoryPages;
  mimeType: string;
}

class Unreadable extends Error {}

function sourceOf(file: SealedFile): Source {
  const read = (start: number, end: number): Promise<Buffer> => file.readBytes(start, end);
  return new CustomSource({ getSize: () => file.size, read, prefetchProfile: 'fileSystem' });
}

/** A container that takes all of the codecs; of the same family as it came in, where that can be. */
async function formatFor(input: Input): Promise<OutputFormat> {
  const codecs: string[] = [];
  for (const track of await input.getTracks()) {
    const codec = await track.getCodec();
    if (codec === null) {
      throw new Unreadable('unknown codec');
    }
    codecs.push(codec);
  }
  const mp4 = new Mp4OutputFormat({ fastStart: 'in-memory' });
  const webm = new WebMOutputFormat();
  const came = (await input.getMimeType()).split(';')[0] ?? '';
  const order = /mp4|quicktime/.test(came) ? [mp4, webm] : [webm, mp4];
  const fits = (format: OutputFormat): boolean =>
    codecs.every((codec) => (format.getSupportedCodecs() as string[]).includes(codec));
  return order.find(fits) ?? new MkvOutputFormat();
}

async function remake(source: Source): Promise<Remade> {
  const input = new Input({ source, formats: ALL_FORMATS });
  try {
    if (!(await input.canRead())) {
      throw new Unreadable('unknown container');
    }
    const pages = new MemoryPages();
    const output = new Output({
      format: await formatFor(input),
      target: new StreamTarget(pages.writable()),
    });
    // Packets are copied, never decoded: Node has no codecs, and a recording is evidence.
    const copy = { mode: 'forced' as const, shiftTolerance: Number.MAX_SAFE_INTEGER };
    const conversion = await Conversion.init({
      input,
      output,
      copy,
      tags: {},
      showWarnings: false,
    });
    if (!conversion.isValid || conversion.discardedTracks.length > 0) {
      throw new Unreadable(
        conversion.discardedTracks.map((track) => track.reason).join(', ') || 'no track',
      );
    }
    await conversion.execute();
    const mimeType = await output.getMimeType();
    return { pages, mimeType, ...(await lengthsOf(pages)) };
  } finally {
    input.dispose();
  }
}

/** Read back from the copy itself: a copy that tells no length is none. */
async function lengthsOf(pages: MemoryPages): Promise<Lengths> {
  const read = (start: number, end: number): Uint8Array => pages.slice(start, end);
  const input = new Input({
    source: new CustomSource({ getSize: () => pages.size, read }),
    formats: ALL_FORMATS,
  });
  try {
    const seconds = await input.getDurationFromMetadata();
    if (seconds === null || !(seconds > 0)) {
      throw new Unreadable('no duration');
    }
    const picture = await input.getPrimaryVideoTrack();
    return { seconds, pictureSeconds: (await picture?.computeDuration()) ?? 0 };
  } finally {
    input.dispose();
  }
}

/** What ffmpeg can still read of it, repacked as Matroska through pipes: no plain byte touches the disk. */
async function rescue(file: SealedFile, ffmpeg: string): Promise<Buffer> {
  const args = [
    '-nostdin',
    '-v',
    'error',
    '-i',
    'pipe:0',
    '-map',
    '0:v?',
    '-map',
    '0:a?',
    '-c',
    'copy',
    '-f',
    'matroska',
    'pipe:1',
  ];
  const child = spawn(ffmpeg, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: ffmpegMs,
    killSignal: 'SIGKILL',
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // ffmpeg may have read enough and close its end; its exit code tells whether that was good.
  const fed = pipeline(Readable.from(file.readRange(0, file.size)), child.stdin).catch(
    () => undefined,
  );
  const [code, bytes] = await Promise.all([ended, buffer(child.stdout), fed]);
  if (code !== 0 || bytes.length === 0) {
    throw new Unreadable(`ffmpeg ended with ${code ?? 'a signal'}`);
  }
  return bytes;
}

/** A recording in one piece, or the files that a mini-program's camera made of it, one behind the other. */
async function remakeWhole(file: SealedFile): Promise<Remade> {
  const read = (start: number, end: number): Promise<Buffer> => file.readBytes(start, end);
  const parts = await mp4Parts(read, file.size);
  if (parts.length < 2) {
    return remake(sourceOf(file));
  }
  const joined = await joinParts(file, parts);
  return { ...joined, ...(await lengthsOf(joined.pages)) };
}

async function remakeSomehow(file: SealedFile, ffmpeg: string | null): Promise<Remade> {
  try {
    return await remakeWhole(file);
  } catch (error) {
    // ffmpeg would read the first part and call it whole.
    if (ffmpeg === null || error instanceof PartsDiffer) {
      throw error;
    }
    return remake(new BufferSource(await rescue(file, ffmpeg)));
  }
}

/**
 * Makes a copy of a recording that a player can seek in: a live WebM gets its duration and cues, a fragmented
 * MP4 its index in front. The packets stay as they are.
 * @param ffmpeg path of ffmpeg for recordings that the built-in tool cannot read, or null.
 * @param target an empty sealed file; takes the copy.
 */
export async function sealRecording(
  recording: SealedFile,
  ffmpeg: string | null,
  target: () => Promise<SealedFile>,
): Promise<SealResult> {
  if (recording.size === 0) {
    return { failure: 'emptyRecording', cause: 'no bytes' };
  }
  if (recording.size > sealAtMost) {
    return { failure: 'tooLargeToSeal', cause: `${recording.size} bytes` };
  }
  let made: Remade;
  try {
    made = await remakeSomehow(recording, ffmpeg);
  } catch (error) {
    return {
      failure: 'unreadableRecording',
      cause: error instanceof Error ? error.message : 'unknown',
    };
  }
  const copy = await target();
  try {
    await made.pages.writeTo(copy);
  } finally {
    await copy.close();
  }
  const { seconds, pictureSeconds, mimeType } = made;
  return { seconds, pictureSeconds, mimeType };
}
