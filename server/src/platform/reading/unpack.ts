import { AppError } from '@zhiyu/contracts/errors';
import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate';

/** Limits of a zip container. */
export interface ZipLimits {
  entries: number;
  /** Of everything, unpacked. */
  totalBytes: number;
  /** Of one wanted part, unpacked. */
  xmlBytes: number;
  /** Unpacked / packed … */
  ratio: number;
  /** … which counts from this size on. */
  ratioFromBytes: number;
}

/**
 * Parts of an office file. Looks at the directory first and unpacks only what is wanted, so that a bomb never goes off.
 * @throws fileBomb, fileEncrypted, fileBroken (also where a part declares entities: no office program does)
 */
export function unpackParts(
  bytes: Uint8Array,
  wanted: RegExp,
  limits: ZipLimits,
): Record<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const check = (entry: UnzipFileInfo): boolean => {
    entries += 1;
    total += entry.originalSize;
    const ratio = entry.originalSize / Math.max(entry.size, 1);
    const swollen = entry.originalSize > limits.ratioFromBytes && ratio > limits.ratio;
    const wantedHere = wanted.test(entry.name);
    const tooLong = wantedHere && entry.originalSize > limits.xmlBytes;
    const tooMuch = entries > limits.entries || total > limits.totalBytes;
    if (swollen || tooLong || tooMuch) throw new AppError('fileBomb');
    if (entry.name === 'EncryptedPackage') throw new AppError('fileEncrypted');
    return wantedHere;
  };
  const parts = unzipped(bytes, check);
  for (const part of Object.values(parts)) refuseEntities(part);
  return parts;
}

function unzipped(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('fileBroken');
  }
}

function refuseEntities(part: Uint8Array): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(strFromU8(part.subarray(0, 4096)))) {
    throw new AppError('fileBroken');
  }
}
