import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Takes the same time however the texts differ. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

/** Whether the request is of somebody who knows the encrypt key: SHA-256 of timestamp, nonce, key and body. */
export function signatureFits(
  encryptKey: string,
  headers: Record<string, string>,
  body: string,
): boolean {
  const timestamp = headers['x-lark-request-timestamp'] ?? '';
  const nonce = headers['x-lark-request-nonce'] ?? '';
  const expected = digest(`${timestamp}${nonce}${encryptKey}${body}`).toString('hex');
  return timestamp !== '' && sameText(expected, headers['x-lark-signature'] ?? '');
}

const block = 16;

/**
 * The text inside `encrypt`: AES-256-CBC, the key is the SHA-256 of the encrypt key, the first block the vector.
 * @throws when it is not whole, or of another key
 */
export function decrypted(encryptKey: string, encrypt: string): string {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encrypt)) {
    throw new Error('not base64');
  }
  const bytes = Buffer.from(encrypt, 'base64');
  if (bytes.length < 2 * block || bytes.length % block !== 0) {
    throw new Error('not whole blocks');
  }
  const decipher = createDecipheriv('aes-256-cbc', digest(encryptKey), bytes.subarray(0, block));
  const text = Buffer.concat([decipher.update(bytes.subarray(block)), decipher.final()]);
  return text.toString('utf8');
}
