import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '@zhiyu/contracts/errors';
import { asStorageError, cutBack, openForAppend, sizeOf } from './append-handle.js';
import { type Entry, readAt, RecordIndex } from './record-index.js';
import { headBytes, RecordCodec, sealBytesMore, TamperedError } from './sealed-record.js';

/** Where a sealed file lies, the key of its records and what is bound into each of them. */
export interface SealedPlace {
  path: string;
  key: Buffer;
  context: string;
  /** Plain bytes that must be there, for a file known to be whole. */
  atLeast?: number;
}

const nothing = (): void => undefined;

/**
 * An append-only file of encrypted records, written once and never again. Several processes may append:
 * the kernel puts whole writes one behind the other, and who finds another's record at the place of the own
 * one has lost and is told so. On a local disk only: a network file system keeps no order of appends.
 */
export class SealedFile {
  private turn: Promise<void> = Promise.resolve();
  private running: Promise<void> = Promise.resolve();
  private waiting: Promise<void> | undefined;
  private durable = { total: 0, records: 0, end: 0 };
  private recent: { index: number; plain: Buffer } | undefined;
  private failed = false;

  private constructor(
    private readonly handle: FileHandle,
    private readonly codec: RecordCodec,
    private readonly index: RecordIndex,
  ) {}

  /**
   * Opens for appending and reading; makes the file when it is not there. A torn end is left behind.
   * @throws TamperedError when a record is missing, or the end of a file known to be whole.
   */
  static async open(place: SealedPlace): Promise<SealedFile> {
    const file = SealedFile.over(await openForAppend(place.path), place);
    return file.prepared(place.atLeast === undefined, place.atLeast ?? 0);
  }

  /** Opens what is there for reading only. */
  static async read(place: SealedPlace): Promise<SealedFile> {
    const file = SealedFile.over(await open(place.path, 'r'), place);
    return file.prepared(false, place.atLeast ?? 0);
  }

  private static over(handle: FileHandle, place: SealedPlace): SealedFile {
    const codec = new RecordCodec(place.key, place.context);
    return new SealedFile(handle, codec, new RecordIndex(handle, codec));
  }

  /** Bytes of plain text that no crash can take away any more. */
  get size(): number {
    return this.durable.total;
  }

  /** Records of them. */
  get records(): number {
    return this.durable.records;
  }

  /** Length of the whole, once the writer has said it. */
  get declared(): number | null {
    return this.index.declared;
  }

  /** A sync failed: this object is of no more use, the file is; open it again. */
  get broken(): boolean {
    return this.failed;
  }

  /**
   * Adds one record of plain text that begins at `start`; resolves when it is on the disk.
   * @returns the new size.
   * @throws AppError uploadOffset when `start` is not the end; storageFull, and then nothing of it stays.
   */
  async append(start: number, plain: Uint8Array, declared: number | null = null): Promise<number> {
    await this.inTurn(() => this.write(start, plain, declared));
    await this.sync();
    return start + plain.length;
  }

  /** Takes in what other processes have appended. */
  async refresh(): Promise<void> {
    await this.inTurn(async () => {
      const size = sizeOf(this.handle);
      if (size !== this.index.end) {
        const before = this.index.total;
        await this.index.readOn(size);
        // What another process wrote may not be on the disk yet, and who asks for the size relies on it.
        if (this.index.total !== before) {
          await this.handle.datasync().catch(this.fail);
          this.settle();
        }
      }
    });
  }

  /** Plain bytes from `start` up to, not including, `end`, one record at a time. */
  async *readRange(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = this.index.find(start); at < this.records; at++) {
      const entry = this.index.entries[at];
      if (!entry || entry.start >= end) {
        return;
      }
      const plain = await this.openRecord(entry);
      const part = plain.subarray(Math.max(0, start - entry.start), end - entry.start);
      if (part.length > 0) {
        yield part;
      }
    }
  }

  async readBytes(start: number, end: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.readRange(start, end)) {
      parts.push(part);
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  async close(): Promise<void> {
    await this.turn;
    await this.running.catch(nothing);
    await this.handle.close();
  }

  private async prepared(growing: boolean, atLeast: number): Promise<this> {
    try {
      await this.index.readOn(sizeOf(this.handle));
      if (growing) {
        await this.dropHollowEnd();
        await this.handle.datasync();
      }
      if (this.index.total < atLeast) {
        throw new TamperedError(`${atLeast - this.index.total} bytes are missing at its end`);
      }
      this.settle();
      return this;
    } catch (error) {
      await this.handle.close();
      throw error;
    }
  }

  /** After a power cut the last record may have its full length and not its bytes: it was never acknowledged. */
  private async dropHollowEnd(): Promise<void> {
    for (let last = this.index.entries.at(-1); last; last = this.index.entries.at(-1)) {
      try {
        await this.openRecord(last);
        return;
      } catch (error) {
        if (!(error instanceof TamperedError)) {
          throw error;
        }
      }
      cutBack(this.handle, last.at - headBytes, this.index.end);
      this.index.dropLast();
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(() => {
      if (this.failed) {
        throw new Error('this file failed to sync; it has to be opened again');
      }
      return work();
    });
    this.turn = done.then(nothing, nothing);
    return done;
  }

  private async write(start: number, plain: Uint8Array, declared: number | null): Promise<void> {
    if (start !== this.index.total) {
      throw new AppError('uploadOffset', { offset: this.index.total });
    }
    const head = { index: this.index.entries.length, start, length: plain.length, declared };
    const parts = this.codec.seal(head, plain);
    const from = this.index.end;
    const next = from + headBytes + plain.length + sealBytesMore;
    try {
      const { bytesWritten } = await this.handle.writev(parts);
      if (bytesWritten !== next - from) {
        throw new AppError('storageFull');
      }
    } catch (error) {
      cutBack(this.handle, from, next - 1);
      throw asStorageError(error);
    }
    const size = sizeOf(this.handle);
    if (size === next) {
      this.index.take(head, from, next);
    } else {
      await this.compareWithOthers(head.index, parts[1], size);
    }
  }

  /** Somebody else wrote in between: does our record count? */
  private async compareWithOthers(index: number, nonce: Buffer, size: number): Promise<void> {
    await this.index.readOn(size);
    const entry = this.index.entries[index];
    const there = entry ? await readAt(this.handle, entry.at, nonce.length) : null;
    if (!there?.equals(nonce)) {
      throw new AppError('uploadOffset', { offset: this.index.total });
    }
  }

  /** One fdatasync for all that wait: the next begins when the running one has ended. */
  private sync(): Promise<void> {
    this.waiting ??= this.running.catch(nothing).then(() => {
      this.running = this.syncNow();
      this.waiting = undefined;
      return this.running;
    });
    return this.waiting;
  }

  private async syncNow(): Promise<void> {
    if (this.failed) {
      throw new Error('this file failed to sync; it has to be opened again');
    }
    const reached = this.reached();
    try {
      await this.handle.datasync();
    } catch (error) {
      this.turn = this.turn.then(() => cutBack(this.handle, this.durable.end, this.index.end));
      return this.fail(error);
    }
    if (reached.end > this.durable.end) {
      this.durable = reached;
    }
  }

  /** The kernel forgets pages that it could not write: a second sync would say yes to nothing. */
  private readonly fail = (error: unknown): never => {
    this.failed = true;
    throw asStorageError(error);
  };

  private reached(): { total: number; records: number; end: number } {
    return { total: this.index.total, records: this.index.entries.length, end: this.index.end };
  }

  private settle(): void {
    this.durable = this.reached();
  }

  private async openRecord(entry: Entry): Promise<Buffer> {
    if (this.recent?.index === entry.index) {
      return this.recent.plain;
    }
    const sealed = await readAt(this.handle, entry.at, entry.length + sealBytesMore);
    if (sealed.length < entry.length + sealBytesMore) {
      throw new TamperedError(`record ${entry.index} is cut`);
    }
    const plain = this.codec.open(entry, sealed);
    this.recent = { index: entry.index, plain };
    return plain;
  }
}
