import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Runtime } from '../runtime.js';
import { blindToken, deriveKey, openBytes, sealBytes } from './sealed.js';

const keyBytes = 32;
/** RFC 3394: AES key wrap with its default initial value. */
const wrapIv = Buffer.alloc(8, 0xa6);

const keyId = 'k1';

function decoded(file: string): Buffer {
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== keyBytes) {
    throw new Error(`${file} does not hold a key of ${keyBytes} bytes`);
  }
  return key;
}

/**
 * A key of one purpose made from the key-encryption key in this folder; makes nothing.
 * @returns null where no key lies
 * @throws when the file there holds no key
 */
export function keyIn(folder: string, purpose: string): Buffer | null {
  const file = join(folder, `${keyId}.key`);
  return existsSync(file) ? deriveKey(decoded(file), purpose) : null;
}

function readOrMake(file: string): Buffer {
  try {
    writeFileSync(file, randomBytes(keyBytes).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw error;
    }
  }
  return decoded(file);
}

/** The key-encryption key: a file in DATA_DIR/keys, mode 600, made at first start. */
@Injectable()
export class Keyring {
  readonly id = keyId;
  private readonly key: Buffer;

  constructor(runtime: Runtime) {
    const folder = join(runtime.dataDir, 'keys');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.key = readOrMake(join(folder, `${this.id}.key`));
  }

  wrap(dataKey: Buffer): string {
    const cipher = createCipheriv('id-aes256-wrap', this.key, wrapIv);
    return `${this.id}.${Buffer.concat([cipher.update(dataKey), cipher.final()]).toString('base64')}`;
  }

  unwrap(wrapped: string): Buffer {
    const [id, body] = wrapped.split('.');
    if (id !== this.id || !body) {
      throw new Error(`the key ${id ?? ''} is not in this keyring`);
    }
    const decipher = createDecipheriv('id-aes256-wrap', this.key, wrapIv);
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64')), decipher.final()]);
  }

  /** Seals what belongs to the installation and to no person. */
  seal(place: string, plain: string): string {
    return sealBytes(deriveKey(this.key, 'installation'), place, Buffer.from(plain)).toString(
      'base64',
    );
  }

  open(place: string, sealed: string): string {
    return openBytes(
      deriveKey(this.key, 'installation'),
      place,
      Buffer.from(sealed, 'base64'),
    ).toString('utf8');
  }

  /** Blind index over the whole installation. */
  token(kind: string, value: string): string {
    return blindToken(deriveKey(this.key, 'index'), kind, value);
  }

  /** For files that belong to no person yet. */
  keyFor(purpose: string): Buffer {
    return deriveKey(this.key, purpose);
  }
}
