import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLetters = 10;
const randomLetters = 16;

/**
 * A ULID (github.com/ulid/spec): 48 bits of time and 80 random bits in Crockford's base 32, 26 letters.
 * Made in the application, so that a row knows its id before it is written.
 */
export function newId(now: number): string {
  let time = '';
  let rest = now;
  for (let i = 0; i < timeLetters; i++) {
    time = alphabet.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const bytes = randomBytes(randomLetters);
  let random = '';
  for (const byte of bytes) {
    random += alphabet.charAt(byte & 31);
  }
  return time + random;
}
