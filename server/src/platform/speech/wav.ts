import { AppError } from '@zhiyu/contracts/errors';

/** Samples of one channel, -1 to 1. */
export interface Sound {
  samples: Float32Array;
  /** Samples a second. */
  rate: number;
}

interface WavFormat {
  code: number;
  channels: number;
  rate: number;
  bits: number;
}

type ReadSample = (bytes: Buffer, at: number) => number;

const pcm = 1;
const float = 3;
const extensible = 0xfffe;

const readers: Record<string, ReadSample> = {
  [`${pcm}/8`]: (bytes, at) => (bytes.readUInt8(at) - 128) / 128,
  [`${pcm}/16`]: (bytes, at) => bytes.readInt16LE(at) / 0x8000,
  [`${pcm}/24`]: (bytes, at) => bytes.readIntLE(at, 3) / 0x800000,
  [`${pcm}/32`]: (bytes, at) => bytes.readInt32LE(at) / 0x80000000,
  [`${float}/32`]: (bytes, at) => bytes.readFloatLE(at),
};

export function isWav(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WAVE';
}

function readFormat(bytes: Buffer, at: number, size: number): WavFormat {
  if (size < 16) {
    throw new AppError('fileBroken');
  }
  const code = bytes.readUInt16LE(at);
  return {
    code: code === extensible && size >= 26 ? bytes.readUInt16LE(at + 24) : code,
    channels: bytes.readUInt16LE(at + 2),
    rate: bytes.readUInt32LE(at + 4),
    bits: bytes.readUInt16LE(at + 14),
  };
}

/** The format and where the samples lie. A stream's header has no true length: the file's end counts. */
function findChunks(bytes: Buffer): { format: WavFormat; from: number; to: number } {
  let format: WavFormat | undefined;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4);
    const size = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8);
    if (name === 'fmt ') {
      format = readFormat(bytes, at + 8, size);
    }
    if (name === 'data' && format) {
      return { format, from: at + 8, to: at + 8 + size };
    }
    at += 8 + size + (size % 2);
  }
  throw new AppError('fileBroken');
}

/**
 * Reads uncompressed WAV; several channels become one.
 * @throws AppError fileBroken, or fileTypeUnknown for a compressed kind of WAV
 */
export function readWav(bytes: Buffer): Sound {
  const { format, from, to } = findChunks(bytes);
  const read = readers[`${format.code}/${format.bits}`];
  if (!read) {
    throw new AppError('fileTypeUnknown', { types: 'WAV (PCM)' });
  }
  if (format.channels < 1 || format.channels > 8 || format.rate < 4000 || format.rate > 192000) {
    throw new AppError('fileBroken');
  }
  const step = format.bits / 8;
  const samples = new Float32Array(Math.floor((to - from) / (step * format.channels)));
  let at = from;
  for (let index = 0; index < samples.length; index += 1) {
    let sum = 0;
    for (let channel = 0; channel < format.channels; channel += 1) {
      sum += read(bytes, at);
      at += step;
    }
    samples[index] = sum / format.channels;
  }
  return { samples, rate: format.rate };
}

/** Zero crossings of the resampling filter on each side: stop band about -44 dB with a Hann window. */
const crossings = 16;

/** One sample of a band-limited signal at a fractional place: Hann-windowed sinc, cut at `band` of Nyquist. */
function sampleAt(samples: Float32Array, place: number, band: number): number {
  const reach = crossings / band;
  const last = Math.min(samples.length - 1, Math.floor(place + reach));
  let sum = 0;
  for (let index = Math.max(0, Math.ceil(place - reach)); index <= last; index += 1) {
    const distance = place - index;
    const angle = Math.PI * distance * band;
    const sinc = angle === 0 ? 1 : Math.sin(angle) / angle;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / reach);
    sum += (samples[index] ?? 0) * sinc * window * band;
  }
  return sum;
}

const breathe = () =>
  new Promise<void>((done) => {
    setImmediate(done);
  });

/** The same sound at another rate. Long ones give the event loop a turn after every 4,000 samples. */
export async function resample(sound: Sound, rate: number): Promise<Float32Array> {
  if (sound.rate === rate) {
    return sound.samples;
  }
  const ratio = sound.rate / rate;
  const band = Math.min(1, 1 / ratio);
  const result = new Float32Array(Math.floor(sound.samples.length / ratio));
  for (let index = 0; index < result.length; index += 1) {
    result[index] = sampleAt(sound.samples, index * ratio, band);
    if (index % 4000 === 3999) {
      await breathe();
    }
  }
  return result;
}
