import type { ByteRange } from './join-parts.js';

/** Reads bytes [start, end) of a recording. */
type Read = (start: number, end: number) => Promise<Buffer>;

const headBytes = 16;
/** Four letters or digits; everything else is no box. */
const kind = /^[a-zA-Z0-9 ]{4}$/;

/** Length and type of the box at `start` (ISO/IEC 14496-12, 4.2); null where there is none. */
async function boxAt(read: Read, start: number, size: number): Promise<[number, string] | null> {
  const head = await read(start, Math.min(size, start + headBytes));
  if (head.length < 8) {
    return null;
  }
  const type = head.toString('latin1', 4, 8);
  const short = head.readUInt32BE(0);
  const large = short === 1 && head.length === headBytes ? Number(head.readBigUInt64BE(8)) : short;
  // 0 = to the end of the file.
  const length = short === 0 ? size - start : large;
  return kind.test(type) && length >= 8 ? [length, type] : null;
}

/**
 * Where each MP4 file of a recording begins and ends: a mini-program's camera makes a new file every two minutes, and
 * they come one after the other in one track. Empty where the recording is no MP4; one part is the usual case.
 */
export async function mp4Parts(read: Read, size: number): Promise<ByteRange[]> {
  const starts: number[] = [];
  for (let at = 0; at < size;) {
    const box = await boxAt(read, at, size);
    if (box === null) {
      break;
    }
    const [length, type] = box;
    if (type === 'ftyp') {
      starts.push(at);
    } else if (starts.length === 0) {
      return [];
    }
    at += length;
  }
  return starts.map((start, part) => ({ start, end: starts[part + 1] ?? size }));
}
