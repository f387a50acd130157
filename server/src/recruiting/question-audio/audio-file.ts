import { createHash } from 'node:crypto';
import { AppError } from '@zhiyu/contracts/errors';
import { type AudioEnding, mostAudioBytes } from '@zhiyu/contracts/question-audio';

const word = (bytes: Buffer, at: number) => bytes.toString('latin1', at, at + 4);

/** MPEG-1/2 layer III: 11 bits of synchronisation, a version and a layer that exist (ISO/IEC 11172-3, 2.4.2.3). */
function isMp3Frame(bytes: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  const layerThree = (second & 0x06) === 0x02;
  const version = (second & 0x18) !== 0x08;
  return first === 0xff && (second & 0xe0) === 0xe0 && layerThree && version && third >> 4 !== 0xf;
}

const kinds: readonly { ending: AudioEnding; is: (bytes: Buffer) => boolean }[] = [
  { ending: 'mp3', is: (bytes) => word(bytes, 0).startsWith('ID3') || isMp3Frame(bytes) },
  { ending: 'm4a', is: (bytes) => word(bytes, 4) === 'ftyp' },
  { ending: 'wav', is: (bytes) => word(bytes, 0) === 'RIFF' && word(bytes, 8) === 'WAVE' },
];

/** Less is no recording of a sentence. */
const leastBytes = 200;

/**
 * What a recording is called: its content and its kind, which is what its bytes say.
 * @throws AppError fileEmpty, fileTooLarge (2 MB), fileTypeUnknown
 */
export function audioName(bytes: Buffer): string {
  if (bytes.length < leastBytes) {
    throw new AppError('fileEmpty');
  }
  if (bytes.length > mostAudioBytes) {
    throw new AppError('fileTooLarge', { max: mostAudioBytes / 1024 / 1024 });
  }
  const kind = kinds.find(({ is }) => is(bytes));
  if (!kind) {
    throw new AppError('fileTypeUnknown', { types: 'MP3 / M4A / WAV' });
  }
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
  return `${hash}.${kind.ending}`;
}
