import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import type { WeComCallbackKeys } from './wecom.settings.js';

/** A callback that did not come from WeCom, or not to this company; it is answered with 403 and nothing else happens. */
export class CallbackRefused extends Error {
  constructor(
    readonly reason: 'signature' | 'ciphertext' | 'padding' | 'length' | 'receiver' | 'xml',
  ) {
    super(`the callback was refused: ${reason}`);
    this.name = 'CallbackRefused';
  }
}

/** What stands beside the ciphertext: in the query of a callback, in the XML of an answer. */
export interface Stamp {
  timestamp: string;
  nonce: string;
}

const blockBytes = 32;
const randomLength = 16;
const headLength = randomLength + 4;

/** sha1, lower-case hex, of the four strings in byte order (developer document 90968). */
export function signatureOf(token: string, stamp: Stamp, encrypted: string): string {
  const parts = [token, stamp.timestamp, stamp.nonce, encrypted].map((part) => Buffer.from(part));
  const ordered = parts.sort((a, b) => Buffer.compare(a, b));
  return createHash('sha1').update(Buffer.concat(ordered)).digest('hex');
}

/** Compares without telling by its time where the first difference is. */
function sameText(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}

function keyOf(keys: WeComCallbackKeys): Buffer {
  return Buffer.from(`${keys.aesKey}=`, 'base64');
}

function decipher(key: Buffer, encrypted: string): Buffer {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encrypted) || encrypted.length % 4 !== 0) {
    throw new CallbackRefused('ciphertext');
  }
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length === 0 || bytes.length % blockBytes !== 0) {
    throw new CallbackRefused('ciphertext');
  }
  const aes = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([aes.update(bytes), aes.final()]);
}

/** PKCS#7 to blocks of 32: 1 to 32 equal bytes at the end, no other. */
function withoutPadding(bytes: Buffer): Buffer {
  const count = bytes.at(-1) ?? 0;
  const padding = bytes.subarray(bytes.length - count);
  if (count < 1 || count > blockBytes || padding.some((byte) => byte !== count)) {
    throw new CallbackRefused('padding');
  }
  return bytes.subarray(0, bytes.length - count);
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CallbackRefused('ciphertext');
  }
}

/**
 * The words of an encrypted callback: signature first, then padding, length and receiver.
 * @throws CallbackRefused when any of them is not right
 */
export function openSealed(
  keys: WeComCallbackKeys,
  stamp: Stamp & { signature: string },
  encrypted: string,
): string {
  if (!sameText(signatureOf(keys.token, stamp, encrypted), stamp.signature)) {
    throw new CallbackRefused('signature');
  }
  const plain = withoutPadding(decipher(keyOf(keys), encrypted));
  const length = plain.length < headLength ? -1 : plain.readUInt32BE(randomLength);
  if (length < 0 || headLength + length > plain.length) {
    throw new CallbackRefused('length');
  }
  const receiver = utf8(plain.subarray(headLength + length));
  if (!sameText(receiver, keys.corpId)) {
    throw new CallbackRefused('receiver');
  }
  return utf8(plain.subarray(headLength, headLength + length));
}

/**
 * Encrypts and signs an answer for WeCom.
 * @param random 16 bytes; new ones where absent
 */
export function sealWords(
  keys: WeComCallbackKeys,
  words: string,
  stamp: Stamp,
  random: Buffer = randomBytes(randomLength),
): { encrypted: string; signature: string } {
  const text = Buffer.from(words);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([random, length, text, Buffer.from(keys.corpId)]);
  const count = blockBytes - (plain.length % blockBytes);
  const padded = Buffer.concat([plain, Buffer.alloc(count, count)]);
  const key = keyOf(keys);
  const aes = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const encrypted = Buffer.concat([aes.update(padded), aes.final()]).toString('base64');
  return { encrypted, signature: signatureOf(keys.token, stamp, encrypted) };
}
