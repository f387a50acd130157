import { createHash, randomBytes } from 'node:crypto';
import type { KeyValueStore } from '../channel.js';

/** As long as an invitation can be open, and some more. */
const days = 60;
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';
const letters = 10;

function newCode(): string {
  // 57 letters: the bytes of the last, uneven stretch are thrown away, so that none is likelier.
  const even = 256 - (256 % alphabet.length);
  const code: string[] = [];
  while (code.length < letters) {
    code.push(
      ...[...randomBytes(letters)]
        .filter((byte) => byte < even)
        .map((byte) => alphabet.charAt(byte % alphabet.length)),
    );
  }
  return code.slice(0, letters).join('');
}

/** Links short enough for a text message: 58 random bits that stand for a page of our own, nothing readable in them. */
export class ShortLinks {
  constructor(
    private readonly store: KeyValueStore,
    /** Before the code, e.g. https://hr.example.com/s/ */
    private readonly prefix: () => string,
  ) {}

  /** The same short link for the same page while it is remembered. */
  async shorten(link: string): Promise<string> {
    const key = `short:of:${createHash('sha256').update(link).digest('hex').slice(0, 40)}`;
    const code = newCode();
    const seconds = days * 86_400;
    // First the way back, so that nobody ever holds a code that leads nowhere.
    await this.store.set(`short:to:${code}`, link, seconds);
    const own = await this.store.claim(key, code, seconds);
    const known = own ? code : ((await this.store.get(key)) ?? code);
    if (known !== code) {
      await this.store.delete(`short:to:${code}`);
      await this.store.set(`short:to:${known}`, link, seconds);
    }
    return `${this.prefix()}${known}`;
  }

  /** The page behind a code; null when there is none or its time is over. */
  resolve(code: string): Promise<string | null> {
    return /^[A-Za-z0-9]{10}$/.test(code)
      ? this.store.get(`short:to:${code}`)
      : Promise.resolve(null);
  }
}
