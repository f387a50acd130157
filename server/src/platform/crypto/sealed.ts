import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/** Where a sealed value stands: bound into the ciphertext, so that it opens nowhere else. */
export interface Place {
  table: string;
  column: string;
  row: string;
}

/** AES-256-GCM with a random nonce: nonce, ciphertext, tag. */
export function sealBytes(key: Buffer, aad: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

/** @throws when a byte of it, or its place, is not as it was sealed. */
export function openBytes(key: Buffer, aad: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes));
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const body = sealed.subarray(nonceBytes, sealed.length - tagBytes);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** A key of one purpose made from a data key (RFC 5869). */
export function deriveKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32));
}

/** 128 bits of HMAC-SHA256: equal values have equal tokens, and nothing else can be learned without the key. */
export function blindToken(key: Buffer, kind: string, value: string): string {
  return createHmac('sha256', key).update(`${kind}\u0000${value}`).digest('hex').slice(0, 32);
}

/** The sealed fields of one subject. A destroyed key opens everything as null. */
export class SubjectVault {
  constructor(
    private readonly companyId: string,
    private readonly key: Buffer | null,
  ) {}

  get erased(): boolean {
    return this.key === null;
  }

  seal(place: Place, plain: string): string {
    return sealBytes(this.mustHave(), this.aad(place), Buffer.from(plain, 'utf8')).toString(
      'base64',
    );
  }

  open(place: Place, sealed: string | null): string | null {
    if (sealed === null || this.key === null) {
      return null;
    }
    return openBytes(this.key, this.aad(place), Buffer.from(sealed, 'base64')).toString('utf8');
  }

  /** For recordings: the key of one purpose. */
  keyFor(purpose: string): Buffer {
    return deriveKey(this.mustHave(), purpose);
  }

  private mustHave(): Buffer {
    if (this.key === null) {
      throw new Error('the data key of this subject was destroyed');
    }
    return this.key;
  }

  private aad(place: Place): string {
    return [this.companyId, place.table, place.column, place.row].join('|');
  }
}
