import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { AppError } from '@zhiyu/contracts/errors';
import { dataOf, type ZipEntry } from './zip-directory.js';

const inflate = promisify(inflateRaw);

/**
 * One entry of a ZIP archive, unpacked beside the event loop and never further than it says it is long: an entry that
 * lies about its size goes no further either.
 *
 * @throws fileEncrypted, fileBroken (not what its checksum says, or packed in a way that is not read)
 */
export async function unpackEntry(bytes: Buffer, entry: ZipEntry): Promise<Buffer> {
  if (entry.encrypted) throw new AppError('fileEncrypted');
  const unpacked = await plain(dataOf(bytes, entry), entry);
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) {
    throw new AppError('fileBroken');
  }
  return unpacked;
}

async function plain(data: Buffer, { method, size }: ZipEntry): Promise<Buffer> {
  if (method === 0) return Buffer.from(data);
  if (method !== 8) throw new AppError('fileBroken');
  try {
    return await inflate(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new AppError('fileBroken');
  }
}
