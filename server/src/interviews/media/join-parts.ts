import {
  ALL_FORMATS,
  type AudioCodec,
  CustomSource,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputAudioTrack,
  type InputTrack,
  type InputVideoTrack,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type VideoCodec,
} from 'mediabunny';
import type { SealedFile } from '../../platform/storage/sealed-file.js';
import { MemoryPages } from './memory-pages.js';

/** Bytes [start, end). */
export interface ByteRange {
  start: number;
  end: number;
}

/** What WebCodecs calls a decoder's configuration; `description` is the codec's own. */
type DecoderSetup = Record<string, unknown> & { description?: ArrayBufferLike | ArrayBufferView };

/** A track of the copy and what it was begun with; every part has to go on with the same. */
interface Lane {
  codec: string;
  /** SPS, sample rate and the like: what a decoder is set up with. */
  setup: string;
  add: (packet: EncodedPacket) => Promise<void>;
}

export class PartsDiffer extends Error {}

function partOf(file: SealedFile, { start, end }: ByteRange): Input {
  const read = (from: number, to: number): Promise<Buffer> =>
    file.readBytes(start + from, Math.min(end, start + to));
  const getSize = (): number => end - start;
  return new Input({
    source: new CustomSource({ getSize, read, prefetchProfile: 'fileSystem' }),
    formats: ALL_FORMATS,
  });
}

function bytesOf(data: ArrayBufferLike | ArrayBufferView): Buffer {
  return ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(data);
}

/** What decodes a track, and the same in words that can be compared. */
async function setupOf<Config>(track: { getDecoderConfig(): Promise<Config | null> }) {
  const config = await track.getDecoderConfig();
  if (config === null) {
    throw new PartsDiffer('a track without a decoder');
  }
  const { description, ...rest } = config as DecoderSetup;
  const bytes = description ? bytesOf(description) : Buffer.alloc(0);
  return { decoderConfig: config, setup: `${JSON.stringify(rest)} ${bytes.toString('base64')}` };
}

function playable(tracks: readonly InputTrack[]): (InputVideoTrack | InputAudioTrack)[] {
  return tracks.map((track) => {
    if (track.isVideoTrack() || track.isAudioTrack()) {
      return track;
    }
    throw new PartsDiffer('a track that is neither picture nor sound');
  });
}

/** The track of the copy for this track of the first part. */
async function laneFor(output: Output, track: InputVideoTrack | InputAudioTrack): Promise<Lane> {
  const codec = String(await track.getCodec());
  if (track.isVideoTrack()) {
    const { setup, decoderConfig } = await setupOf(track);
    const source = new EncodedVideoPacketSource(codec as VideoCodec);
    output.addVideoTrack(source, { rotation: await track.getRotation() });
    return { codec, setup, add: (packet) => source.add(packet, { decoderConfig }) };
  }
  const { setup, decoderConfig } = await setupOf(track);
  const source = new EncodedAudioPacketSource(codec as AudioCodec);
  output.addAudioTrack(source);
  return { codec, setup, add: (packet) => source.add(packet, { decoderConfig }) };
}

/** Copies the packets of one part behind those of the parts before; gives the second at which it ends. */
async function copyPart(part: Input, lanes: readonly Lane[], from: number): Promise<number> {
  const tracks = playable(await part.getTracks());
  if (tracks.length !== lanes.length) {
    throw new PartsDiffer(`${tracks.length} tracks instead of ${lanes.length}`);
  }
  const firsts = await Promise.all(tracks.map((track) => track.getFirstTimestamp()));
  // A sound coder begins a moment before zero: between two parts there is no place before.
  const shift = from === 0 ? 0 : from - Math.min(0, ...firsts);
  const ends = await Promise.all(
    tracks.map(async (track, at) => {
      const lane = lanes[at];
      if (
        lane?.codec !== (await track.getCodec()) ||
        lane.setup !== (await setupOf<object>(track)).setup
      ) {
        throw new PartsDiffer('another codec or other settings');
      }
      let end = from;
      for await (const packet of new EncodedPacketSink(track).packets()) {
        const timestamp = shift + packet.timestamp;
        await lane.add(packet.clone({ timestamp }));
        end = Math.max(end, timestamp + packet.duration);
      }
      return end;
    }),
  );
  return Math.max(...ends);
}

/**
 * Puts the MP4 files of one track together as one MP4 with its index in front. Packets are copied as they are.
 * @throws PartsDiffer where a part was recorded in another way than the first.
 */
export async function joinParts(
  file: SealedFile,
  ranges: readonly ByteRange[],
): Promise<{ pages: MemoryPages; mimeType: string }> {
  const pages = new MemoryPages();
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: 'in-memory' }),
    target: new StreamTarget(pages.writable()),
  });
  let lanes: Lane[] | null = null;
  let end = 0;
  for (const range of ranges) {
    const part = partOf(file, range);
    try {
      if (lanes === null) {
        const tracks = playable(await part.getTracks());
        lanes = await Promise.all(tracks.map((track) => laneFor(output, track)));
        await output.start();
      }
      end = await copyPart(part, lanes, end);
    } finally {
      part.dispose();
    }
  }
  await output.finalize();
  return { pages, mimeType: await output.getMimeType() };
}
