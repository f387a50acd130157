import { createHash, randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const timeLetters = 10;
const randomLetters = 16;

/** The last id of this process: its moment and its random letters. */
let last = { now: -1, random: '' };

function randomPart(): string {
  let random = '';
  for (const byte of randomBytes(randomLetters)) {
    random += alphabet.charAt(byte & 31);
  }
  return random;
}

/** The next letters in the order of the alphabet; after the very last the first. */
function following(random: string): string {
  const letters = [...random];
  for (let at = letters.length - 1; at >= 0; at--) {
    const next = (alphabet.indexOf(letters[at] ?? '') + 1) % alphabet.length;
    letters[at] = alphabet.charAt(next);
    if (next > 0) {
      break;
    }
  }
  return letters.join('');
}

/**
 * A ULID (github.com/ulid/spec): 48 bits of time and 80 random bits in Crockford's base 32, 26 letters.
 * Made in the application, so that a row knows its id before it is written. Ids of one process and one
 * millisecond rise in the order of their making, so that what is sorted by them keeps that order.
 */
export function newId(now: number): string {
  let time = '';
  let rest = now;
  for (let i = 0; i < timeLetters; i++) {
    time = alphabet.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  const random = last.now === now ? following(last.random) : randomPart();
  last = { now, random };
  return time + random;
}

/**
 * The id of what one act creates, of the same shape: the same parts give the same id. A creation that is asked for again
 * after the server died before it could keep its answer finds its own first row by it. It does not sort by time.
 */
export function idFrom(...parts: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest();
  const letters = [...hash.subarray(0, timeLetters + randomLetters)].map((byte) =>
    alphabet.charAt(byte & 31),
  );
  // 48 bits of time in ten letters of five bits: the first letter has three.
  return alphabet.charAt((hash[0] ?? 0) & 7) + letters.slice(1).join('');
}
