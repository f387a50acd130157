import { AppError } from '@zhiyu/contracts/errors';
import { zipName } from './zip-names.js';

/** What the directory at the end of a ZIP archive says of one entry. */
export interface ZipEntry {
  /** Place in the directory, from 0. */
  index: number;
  name: string;
  folder: boolean;
  /** A link to another file: unpacked, it would be one. */
  link: boolean;
  encrypted: boolean;
  /** 0 stored, 8 deflated; others are not read. */
  method: number;
  /** Bytes in the archive, and unpacked as far as the archive says. */
  packed: number;
  size: number;
  crc: number;
  /** Where its local header stands. */
  offset: number;
}

/** Most that an archive may hold before it is taken for a bomb. */
export interface DirectoryLimits {
  entries: number;
  totalBytes: number;
  ratio: number;
  /** A ratio counts from this size on. */
  ratioFromBytes: number;
}

const endMark = 0x06054b50;
const endBytes = 22;
const entryMark = 0x02014b50;
const entryBytes = 46;
const localBytes = 30;
const longestComment = 65_535;
/** In place of a size that stands elsewhere: archives beyond 4 GB, which never come here. */
const elsewhere = 0xffff_ffff;

function broken(): never {
  throw new AppError('fileBroken');
}

interface End {
  entries: number;
  from: number;
  to: number;
}

/** Only the last mark whose comment ends with the file is the end: others stand within files or comments. */
function endOf(bytes: Buffer): End {
  const first = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.length - endBytes; at >= first; at--) {
    const comment = bytes.readUInt32LE(at) === endMark ? bytes.readUInt16LE(at + 20) : -1;
    if (at + endBytes + comment === bytes.length) {
      const entries = bytes.readUInt16LE(at + 10);
      const from = bytes.readUInt32LE(at + 16);
      const inParts = bytes.readUInt32LE(at + 4) !== 0 || bytes.readUInt16LE(at + 8) !== entries;
      const to = from + bytes.readUInt32LE(at + 12);
      return inParts || to > at ? broken() : { entries, from, to };
    }
  }
  return broken();
}

function entryAt(bytes: Buffer, at: number, index: number): { entry: ZipEntry; next: number } {
  if (at + entryBytes > bytes.length || bytes.readUInt32LE(at) !== entryMark) broken();
  const flags = bytes.readUInt16LE(at + 8);
  const nameEnd = at + entryBytes + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const raw = bytes.subarray(at + entryBytes, nameEnd);
  const name = zipName(raw, (flags & 0x800) !== 0, bytes.subarray(nameEnd, extraEnd));
  const mode = bytes.readUInt8(at + 5) === 3 ? bytes.readUInt32LE(at + 38) >>> 16 : 0;
  const entry = {
    ...{ index, name, folder: name.endsWith('/'), link: (mode & 0xf000) === 0xa000 },
    ...{ encrypted: (flags & 0x41) !== 0, method: bytes.readUInt16LE(at + 10) },
    ...{ packed: bytes.readUInt32LE(at + 20), size: bytes.readUInt32LE(at + 24) },
    ...{ crc: bytes.readUInt32LE(at + 16), offset: bytes.readUInt32LE(at + 42) },
  };
  return { entry, next: extraEnd + bytes.readUInt16LE(at + 32) };
}

/** Where the bytes of an entry begin: after its local header, whose name and extras have lengths of their own. */
export function dataOf(bytes: Buffer, { offset, packed }: ZipEntry): Buffer {
  if (offset + localBytes > bytes.length || bytes.readUInt32LE(offset) !== 0x04034b50) broken();
  const from =
    offset + localBytes + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  return from + packed > bytes.length ? broken() : bytes.subarray(from, from + packed);
}

/** Entries that share bytes are how a small archive holds what no machine can (Fifield 2019). */
function refuseShared(entries: readonly ZipEntry[]): void {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  let free = 0;
  for (const { offset, packed } of inOrder) {
    if (offset < free) throw new AppError('fileBomb');
    free = offset + localBytes + packed;
  }
}

function refuseBomb(entries: readonly ZipEntry[], limits: DirectoryLimits): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const swollen = entries.some(
    ({ size, packed }) => size > limits.ratioFromBytes && size / Math.max(1, packed) > limits.ratio,
  );
  if (total > limits.totalBytes || swollen) throw new AppError('fileBomb');
}

/**
 * The entries of a ZIP archive as its directory lists them; nothing is unpacked.
 *
 * @throws fileBroken (also archives in parts or beyond 4 GB), fileBomb (over the limits, or entries that share bytes)
 */
export function zipDirectory(bytes: Buffer, limits: DirectoryLimits): ZipEntry[] {
  if (bytes.length < endBytes) broken();
  const end = endOf(bytes);
  if (end.entries > limits.entries) throw new AppError('fileBomb');
  const entries: ZipEntry[] = [];
  let at = end.from;
  for (let index = 0; index < end.entries; index++) {
    const { entry, next } = entryAt(bytes, at, index);
    if (next > end.to || entry.size === elsewhere || entry.packed === elsewhere) broken();
    entries.push(entry);
    at = next;
  }
  refuseBomb(entries, limits);
  refuseShared(entries);
  return entries;
}
