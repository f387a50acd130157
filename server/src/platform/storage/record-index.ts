import type { FileHandle } from 'node:fs/promises';
import {
  headBytes,
  markBytes,
  type RecordCodec,
  type RecordHead,
  sealBytesMore,
  TamperedError,
} from './sealed-record.js';

const searchBytes = 64 * 1024;

/** A record and where its sealed body stands in the file. */
export interface Entry extends RecordHead {
  at: number;
}

interface Found {
  head: RecordHead;
  at: number;
  next: number;
}

/** Bytes at a place of the file; fewer where it ends. */
export async function readAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let got = 0;
  while (got < length) {
    const { bytesRead } = await handle.read(buffer, got, length - got, at + got);
    if (bytesRead === 0) {
      break;
    }
    got += bytesRead;
  }
  return buffer.subarray(0, got);
}

/**
 * Which record holds which bytes, rebuilt from the file alone. In file order a record counts when it follows
 * the ones before it; a second one of the same number lost a race between two processes and counts nowhere.
 * Bytes that are no whole record (a process died in the middle of a write) are stepped over.
 */
export class RecordIndex {
  readonly entries: Entry[] = [];
  /** Bytes of plain text. */
  total = 0;
  declared: number | null = null;
  /** Where the next scan begins. */
  end = 0;

  constructor(
    private readonly handle: FileHandle,
    private readonly codec: RecordCodec,
  ) {}

  /**
   * Reads on from where it stopped to `size`, the present length of the file.
   * @throws TamperedError when a record is missing.
   */
  async readOn(size: number): Promise<void> {
    for (;;) {
      const found = await this.next(this.end, size);
      if (!found) {
        return;
      }
      this.take(found.head, found.at, found.next);
    }
  }

  /** Adds the record whose head stands at `at`. */
  take(head: RecordHead, at: number, next: number): void {
    this.end = next;
    if (head.index < this.entries.length) {
      return;
    }
    if (head.index > this.entries.length || head.start !== this.total) {
      throw new TamperedError(`record ${this.entries.length} is missing`);
    }
    this.entries.push({ ...head, at: at + headBytes });
    this.total += head.length;
    this.declared = head.declared ?? this.declared;
  }

  /** Forgets the last record. */
  dropLast(): void {
    const last = this.entries.pop();
    if (last) {
      this.total = last.start;
      this.end = last.at - headBytes;
      this.declared = this.entries.reduce<number | null>(
        (known, entry) => entry.declared ?? known,
        null,
      );
    }
  }

  /** Number of the record that holds this byte. */
  find(offset: number): number {
    let low = 0;
    let high = this.entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = this.entries[middle];
      if (entry && entry.start + entry.length <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private async next(from: number, size: number): Promise<Found | null> {
    let at: number | null = from;
    while (at !== null) {
      const head = await this.headAt(at);
      const next = head ? at + headBytes + head.length + sealBytesMore : size + 1;
      if (head && next <= size && (await this.isWhole(at, next, size))) {
        return { head, at, next };
      }
      at = await this.search(at + 1, size);
    }
    return null;
  }

  /** A record that another begins inside of was torn, and what follows was written after it. */
  private async isWhole(at: number, next: number, size: number): Promise<boolean> {
    if (next === size || (await this.headAt(next))) {
      return true;
    }
    return (await this.search(at + 1, next)) === null;
  }

  private async headAt(at: number): Promise<RecordHead | null> {
    return this.codec.readHead(await readAt(this.handle, at, headBytes));
  }

  /** The next place before `to` where a head begins. */
  private async search(from: number, to: number): Promise<number | null> {
    for (let at = from; at + headBytes <= to; at += searchBytes) {
      const bytes = await readAt(this.handle, at, searchBytes + markBytes);
      for (
        let hit = bytes.indexOf(this.codec.mark);
        hit >= 0;
        hit = bytes.indexOf(this.codec.mark, hit + 1)
      ) {
        if (at + hit < to && (await this.headAt(at + hit))) {
          return at + hit;
        }
      }
    }
    return null;
  }
}
