import { crc32 } from 'node:zlib';

const utf8 = new TextDecoder('utf-8', { fatal: true });
// What Windows in Chinese writes; a superset of GBK and GB2312.
const chinese = new TextDecoder('gb18030');

function asUtf8(raw: Buffer): string | null {
  try {
    return utf8.decode(raw);
  } catch {
    return null;
  }
}

/** The field 0x7075 of Info-ZIP: the name in UTF-8, as long as the other name is the one it was made of. */
function unicodePath(raw: Buffer, extra: Buffer): string | null {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    const body = extra.subarray(at + 4, at + 4 + length);
    if (extra.readUInt16LE(at) === 0x7075 && body.length > 5) {
      const same = body.readUInt8(0) === 1 && body.readUInt32LE(1) === crc32(raw);
      return same ? asUtf8(body.subarray(5)) : null;
    }
    at += 4 + length;
  }
  return null;
}

/** Characters that no file name needs: controls, and those that turn the direction of what is read. */
const unseen = /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * The name of an entry as its maker saw it. Few programs say in which encoding they wrote: what can be UTF-8 is, and
 * the rest is Chinese. Composed (macOS writes names apart), with `/` between folders.
 */
export function zipName(raw: Buffer, saysUtf8: boolean, extra: Buffer): string {
  const name =
    (saysUtf8 ? asUtf8(raw) : (unicodePath(raw, extra) ?? asUtf8(raw))) ?? chinese.decode(raw);
  return name.replaceAll('\\', '/').replace(unseen, '').normalize('NFC');
}

/** Would leave the folder it is unpacked into, or names a place of the machine. */
export function leavesFolder(name: string): boolean {
  return name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..');
}
