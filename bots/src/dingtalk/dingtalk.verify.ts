import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Same texts, in a time that does not depend on where they differ. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

const block = 32;

/** A message of the event push that is not DingTalk's. */
export class ForgedCallback extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'ForgedCallback';
  }
}

/** A message without its encryption. */
export interface Opened {
  message: string;
  owner: string;
}

export interface SignedMessage {
  msg_signature: string;
  timeStamp: string;
  nonce: string;
  encrypt: string;
}

/**
 * Encryption of the event push over HTTP (DingTalk-Callback-Crypto): AES-256-CBC with the key's first half as start
 * vector, padding to 32 bytes, `16 random bytes | length, 4 bytes big-endian | message | owner`.
 */
export class CallbackCrypto {
  private readonly key: Buffer;

  /** @param owners whom a message may be for: the app's key, or the corp's id for an older registration */
  constructor(
    private readonly token: string,
    aesKey: string,
    private readonly owners: readonly string[],
  ) {
    this.key = Buffer.from(`${aesKey}=`, 'base64');
    if (this.key.length !== block) {
      throw new Error('the AES key of the event push must have 43 letters and digits');
    }
  }

  signature(timestamp: string, nonce: string, encrypt: string): string {
    const parts = [this.token, timestamp, nonce, encrypt].sort();
    return createHash('sha1').update(parts.join('')).digest('hex');
  }

  /**
   * @returns the message, and for whom of the owners it is: the answer is made in the same name
   * @throws ForgedCallback
   */
  open(of: { signature: string; timestamp: string; nonce: string; encrypt: string }): Opened {
    const expected = this.signature(of.timestamp, of.nonce, of.encrypt);
    if (!sameText(expected, of.signature)) {
      throw new ForgedCallback('wrong signature');
    }
    const plain = this.opened(of.encrypt);
    const length = plain.length >= 20 ? plain.readUInt32BE(16) : -1;
    const end = 20 + length;
    if (length < 0 || end > plain.length) {
      throw new ForgedCallback('wrong length');
    }
    const named = plain.subarray(end).toString('utf8');
    const owner = this.owners.find((one) => sameText(one, named));
    if (owner === undefined) {
      throw new ForgedCallback('for somebody else');
    }
    return { message: plain.subarray(20, end).toString('utf8'), owner };
  }

  /** @param of.owner in whose name it is said; @param now ms */
  seal({ message, owner }: Opened, now: number): SignedMessage {
    const text = Buffer.from(message, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length);
    const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(owner, 'utf8')]);
    const pad = block - (plain.length % block);
    const cipher = createCipheriv('aes-256-cbc', this.key, this.key.subarray(0, 16));
    cipher.setAutoPadding(false);
    const padded = Buffer.concat([plain, Buffer.alloc(pad, pad)]);
    const encrypt = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
    const timeStamp = String(now);
    const nonce = randomBytes(8).toString('hex');
    return { msg_signature: this.signature(timeStamp, nonce, encrypt), timeStamp, nonce, encrypt };
  }

  private opened(encrypt: string): Buffer {
    try {
      const decipher = createDecipheriv('aes-256-cbc', this.key, this.key.subarray(0, 16));
      decipher.setAutoPadding(false);
      const plain = Buffer.concat([decipher.update(encrypt, 'base64'), decipher.final()]);
      const pad = plain.at(-1) ?? 0;
      const tail = plain.subarray(plain.length - pad);
      const whole = plain.length % block === 0 && pad >= 1 && pad <= block;
      if (!whole || !tail.every((byte) => byte === pad)) {
        throw new ForgedCallback('wrong padding');
      }
      return plain.subarray(0, plain.length - pad);
    } catch {
      throw new ForgedCallback('cannot be decrypted');
    }
  }
}

/** Signature of a card's callback over HTTP: HMAC-SHA256 of the timestamp, base64. */
export function cardSignature(apiSecret: string, timestamp: string): string {
  return createHmac('sha256', apiSecret).update(timestamp).digest('base64');
}

/**
 * Signature of a page that uses DingTalk's JSAPI: SHA-1 over ticket, nonce, time and address in this fixed order;
 * the address is that of the page without its fragment.
 */
export function jsapiSignature(of: {
  ticket: string;
  nonce: string;
  timestamp: number;
  url: string;
}): string {
  const page = of.url.split('#')[0] ?? '';
  const text = `jsapi_ticket=${of.ticket}&noncestr=${of.nonce}&timestamp=${of.timestamp}&url=${page}`;
  return createHash('sha1').update(text).digest('hex');
}
