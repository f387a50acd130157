import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { deriveKey, openBytes } from '../crypto/sealed.js';

/** Mark 8, plain length 4, index 4, start 6, declared 6, check 8. */
export const headBytes = 36;
/** Nonce and tag around the ciphertext. */
export const sealBytesMore = 28;
export const markBytes = 8;
const checkBytes = 8;
const largestRecord = 2 ** 31;

/** What stands before each record, readable without opening it. */
export interface RecordHead {
  /** Number of the record, from 0. */
  index: number;
  /** Offset of its first byte in the plain text. */
  start: number;
  /** Bytes of plain text. */
  length: number;
  /** Length of the whole plain text, once it is known. */
  declared: number | null;
}

/** A byte of it is not as it was written. */
export class TamperedError extends Error {
  constructor(what: string) {
    super(`a sealed file was changed from outside: ${what}`);
    this.name = 'TamperedError';
  }
}

/**
 * Writes and reads single records of one sealed file. The mark comes from the key, so that the start of a
 * record can be found again behind torn bytes, and nobody without the key can make or recognise one.
 */
export class RecordCodec {
  readonly mark: Buffer;
  private readonly bodyKey: Buffer;
  private readonly headKey: Buffer;

  constructor(
    key: Buffer,
    private readonly context: string,
  ) {
    this.bodyKey = deriveKey(key, 'record body');
    this.headKey = deriveKey(key, 'record head');
    this.mark = this.hmac(Buffer.from(context)).subarray(0, markBytes);
  }

  /** @returns head, nonce, ciphertext and tag, to be written one behind the other: a slice is too large to copy. */
  seal(head: RecordHead, plain: Uint8Array): [Buffer, Buffer, Buffer, Buffer] {
    const bytes = Buffer.alloc(headBytes);
    this.mark.copy(bytes);
    bytes.writeUInt32BE(head.length, 8);
    bytes.writeUInt32BE(head.index, 12);
    bytes.writeUIntBE(head.start, 16, 6);
    bytes.writeUIntBE(head.declared === null ? 0 : head.declared + 1, 22, 6);
    this.check(bytes).copy(bytes, 28);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.bodyKey, nonce).setAAD(
      Buffer.from(this.aad(head)),
    );
    const body = cipher.update(plain);
    cipher.final();
    return [bytes, nonce, body, cipher.getAuthTag()];
  }

  /** The head that these bytes are, or null when they are none of this file. */
  readHead(bytes: Buffer): RecordHead | null {
    if (bytes.length < headBytes || !bytes.subarray(0, markBytes).equals(this.mark)) {
      return null;
    }
    if (!this.check(bytes).equals(bytes.subarray(28, headBytes))) {
      return null;
    }
    const length = bytes.readUInt32BE(8);
    const declared = bytes.readUIntBE(22, 6);
    const head = { length, index: bytes.readUInt32BE(12), start: bytes.readUIntBE(16, 6) };
    return length < largestRecord
      ? { ...head, declared: declared === 0 ? null : declared - 1 }
      : null;
  }

  /** @throws TamperedError */
  open(head: RecordHead, sealed: Buffer): Buffer {
    try {
      return openBytes(this.bodyKey, this.aad(head), sealed);
    } catch {
      throw new TamperedError(`record ${head.index}`);
    }
  }

  private check(bytes: Buffer): Buffer {
    return this.hmac(bytes.subarray(0, 28)).subarray(0, checkBytes);
  }

  private hmac(bytes: Buffer): Buffer {
    return createHmac('sha256', this.headKey)
      .update(this.context)
      .update('\0')
      .update(bytes)
      .digest();
  }

  private aad(head: RecordHead): string {
    return [this.context, head.index, head.start, head.length, head.declared ?? ''].join('|');
  }
}
