import {
  ALL_FORMATS,
  BufferSource,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  Input,
  type InputAudioTrack,
  MkvOutputFormat,
  Mp3OutputFormat,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  WavOutputFormat,
  WebMOutputFormat,
} from 'mediabunny';

/** A part of a recording that is a recording of its own. */
export interface SoundPiece {
  bytes: Buffer;
  mimeType: string;
  /** Where it lies in the whole, in seconds. */
  from: number;
  to: number;
}

function formatOf(codec: string): OutputFormat {
  if (codec === 'opus' || codec === 'vorbis') {
    return new WebMOutputFormat();
  }
  if (codec === 'aac') {
    return new Mp4OutputFormat({ fastStart: 'in-memory' });
  }
  if (codec === 'mp3') {
    return new Mp3OutputFormat();
  }
  return codec.startsWith('pcm-') ? new WavOutputFormat() : new MkvOutputFormat();
}

async function copied(track: InputAudioTrack, from: number): Promise<SoundPiece | null> {
  const codec = await track.getCodec();
  const decoderConfig = await track.getDecoderConfig();
  const sink = new EncodedPacketSink(track);
  const first = (await sink.getPacket(from)) ?? (await sink.getFirstPacket());
  if (codec === null || decoderConfig === null || first === null) {
    return null;
  }
  const target = new BufferTarget();
  const output = new Output({ format: formatOf(codec), target });
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  await output.start();
  let to = first.timestamp;
  for await (const packet of sink.packets(first)) {
    const timestamp = Math.max(0, packet.timestamp - first.timestamp);
    await source.add(packet.clone({ timestamp }), { decoderConfig });
    to = packet.timestamp + packet.duration;
  }
  await output.finalize();
  const bytes = Buffer.from(target.buffer ?? new ArrayBuffer(0));
  return { bytes, mimeType: await output.getMimeType(), from: first.timestamp, to };
}

/**
 * The sound of a recording that is still being made, from a second on to what has arrived. Packets are copied, never
 * decoded; a packet that has not arrived whole is left for the next time.
 * @returns null where nothing can be read yet
 */
export async function soundPiece(bytes: Buffer, from: number): Promise<SoundPiece | null> {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  try {
    const track = (await input.canRead()) ? await input.getPrimaryAudioTrack() : null;
    return track === null ? null : await copied(track, Math.max(0, from));
  } finally {
    input.dispose();
  }
}
