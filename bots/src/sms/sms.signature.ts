import { createHmac, timingSafeEqual } from 'node:crypto';

/** The four header fields of each signed request, in both directions. */
export const signatureHeaders = {
  key: 'x-zhiyu-key',
  timestamp: 'x-zhiyu-timestamp',
  nonce: 'x-zhiyu-nonce',
  signature: 'x-zhiyu-signature',
} as const;

export interface Signed {
  /** Seconds since 1970. */
  timestamp: string;
  /** 16 to 64 letters, digits, `-` and `_`; once only. */
  nonce: string;
  body: string;
}

/** HMAC-SHA256 over timestamp, nonce and body, each on a line of its own; hex. */
export function signatureOf(secret: string, { timestamp, nonce, body }: Signed): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${nonce}\n${body}`).digest('hex');
}

/** Whether the signature belongs to exactly this request; takes the same time however wrong it is. */
export function signatureFits(secret: string, signed: Signed, signature: string): boolean {
  const expected = Buffer.from(signatureOf(secret, signed));
  const given = Buffer.from(signature.toLowerCase());
  return given.length === expected.length && timingSafeEqual(given, expected);
}
