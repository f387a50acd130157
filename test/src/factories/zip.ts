import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive as an honest or a hostile program writes it. */
export interface Entry {
  /** Bytes where no encoding is told, text for UTF-8 with its flag. */
  name: string | Buffer;
  data: Buffer;
  /** Stored instead of deflated. */
  stored?: boolean;
  method?: number;
  encrypted?: boolean;
  /** The size the archive says, whatever is inside. */
  says?: number;
  crc?: number;
  /** Bits of a Unix file, e.g. 0o120777 of a link. */
  mode?: number;
  /** Stands where the entry of this place stands: both share its bytes. */
  sharedWith?: number;
  extra?: Buffer;
}

interface Written {
  local: Buffer;
  central: (offset: number) => Buffer;
}

function written(entry: Entry): Written {
  const { data, extra = Buffer.alloc(0) } = entry;
  const name = Buffer.isBuffer(entry.name) ? entry.name : Buffer.from(entry.name, 'utf8');
  const packed = entry.stored ? data : deflateRawSync(data);
  const flags = (Buffer.isBuffer(entry.name) ? 0 : 0x800) | (entry.encrypted ? 1 : 0);
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(flags, 2);
  head.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4);
  head.writeUInt32LE(entry.crc ?? crc32(data), 10);
  head.writeUInt32LE(packed.length, 14);
  head.writeUInt32LE(entry.says ?? data.length, 18);
  head.writeUInt16LE(name.length, 22);
  head.writeUInt16LE(extra.length, 24);
  const central = (offset: number) => {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const by = Buffer.from([0x50, 0x4b, 1, 2, 20, 3]);
    return Buffer.concat([by, head, rest, name, extra]);
  };
  return {
    local: Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), head, name, extra, packed]),
    central,
  };
}

/** A ZIP archive with these entries; what stands after its end is a comment. */
export function zipOf(entries: readonly Entry[], comment = ''): Buffer {
  const all = entries.map(written);
  const offsets: number[] = [];
  const locals: Buffer[] = [];
  let at = 0;
  all.forEach(({ local }, n) => {
    const shared = entries[n]?.sharedWith;
    offsets.push(shared === undefined ? at : (offsets[shared] ?? 0));
    if (shared === undefined) {
      locals.push(local);
      at += local.length;
    }
  });
  const directory = Buffer.concat(all.map(({ central }, n) => central(offsets[n] ?? 0)));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)]);
}
