import { createHash } from 'node:crypto';
import { AppError } from '@zhiyu/contracts/errors';

/** A logo that may be shown: its kind is what its bytes say, never what somebody called it. */
export interface LogoImage {
  /** `<hash>.<ending>`: another picture has another address. */
  name: string;
  mimeType: string;
}

interface Size {
  width: number;
  height: number;
}

/** It travels in each mail: 256 KB. */
export const maxLogoBytes = 256 * 1024;
const leastSide = 32;
const mostSide = 2048;

/** PNG: signature, then the header chunk first (ISO/IEC 15948, 5.2 and 11.2.2). */
function pngSize(bytes: Buffer): Size | null {
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const is = bytes.length > 33 && bytes.subarray(0, 8).equals(signature);
  return is && bytes.toString('latin1', 12, 16) === 'IHDR'
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : null;
}

/** Start-of-frame markers hold the size; 0xC4, 0xC8 and 0xCC are tables (ITU-T T.81, B.1). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) {
    return null;
  }
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** WebP: lossy, lossless or extended, each with its own place for the size (RFC 9649, 2.5 to 2.7). */
function webpSize(bytes: Buffer): Size | null {
  const word = (at: number) => bytes.toString('latin1', at, at + 4);
  if (bytes.length < 30 || word(0) !== 'RIFF' || word(8) !== 'WEBP') {
    return null;
  }
  const kind = word(12);
  if (kind === 'VP8X') {
    return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  }
  if (kind === 'VP8L') {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return kind === 'VP8 '
    ? { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    : null;
}

const kinds = [
  { ending: 'png', mimeType: 'image/png', sizeOf: pngSize },
  { ending: 'jpg', mimeType: 'image/jpeg', sizeOf: jpegSize },
  { ending: 'webp', mimeType: 'image/webp', sizeOf: webpSize },
] as const;

/** How a logo of this name is served. */
export function logoType(name: string): string | null {
  return kinds.find(({ ending }) => name.endsWith(`.${ending}`))?.mimeType ?? null;
}

/**
 * Reads what a file is from its bytes; an SVG can run scripts and is none of them.
 * @throws AppError fileEmpty, fileTooLarge (256 KB), fileTypeUnknown, fileBroken for a size that is no logo's
 */
export function readLogo(bytes: Buffer): LogoImage {
  if (bytes.length === 0) {
    throw new AppError('fileEmpty');
  }
  if (bytes.length > maxLogoBytes) {
    throw new AppError('fileTooLarge', { max: maxLogoBytes / 1024 / 1024 });
  }
  for (const { ending, mimeType, sizeOf } of kinds) {
    const size = sizeOf(bytes);
    if (size) {
      const sides = [size.width, size.height];
      if (sides.some((side) => side < leastSide || side > mostSide)) {
        throw new AppError('fileBroken');
      }
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
      return { name: `${hash}.${ending}`, mimeType };
    }
  }
  throw new AppError('fileTypeUnknown', { types: 'PNG / JPEG / WebP' });
}
