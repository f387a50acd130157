import { compoundSurnames, singleSurnames } from '../../recruiting/resume/surnames.js';

/** Who a person is, as words that can stand in a text. */
export interface Identity {
  /** Shown in place of the name. */
  alias: string;
  names: string[];
  phones: string[];
  emails: string[];
  schools: string[];
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const latinOnly = /^[\x20-\u024F’]+$/;
const alone = (pattern: string) => `(?<!\\p{Script=Latin})${pattern}(?!\\p{Script=Latin})`;
export const longEnough = (text: string) => text.trim().length >= 2;

function wordPattern(text: string): string {
  const pattern = escaped(text);
  return latinOnly.test(text) ? alone(pattern) : pattern;
}

/** Digits as they are typed and as a recogniser writes them down. */
const said = ['0零〇', '1一幺', '2二两', '3三', '4四', '5五', '6六', '7七', '8八', '9九'];

function phonePattern(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
  const each = digits.split('').map((digit) => `[${said[Number(digit)] ?? ''}]`);
  return `(?<!\\d)(?:\\+?86[ -]?)?${each.join('[ \\-.()，,]*')}(?!\\d)`;
}

/** Particles of names, and English words that a short name may look like. */
const noPart = new Set(
  'von van der den de del la le el al da di du dos bin an he do so in on my we no to be go us up or it is at as am by if me'.split(
    ' ',
  ),
);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** Words by which somebody with this name is called: 若溪 of 欧阳若溪, Anna and Schmidt of Anna Schmidt. */
export function nameParts(name: string): string[] {
  const whole = name.trim();
  if (/^\p{Script=Han}{3,5}$/u.test(whole)) {
    const compound = compoundSurnames.has(whole.slice(0, 2));
    const known = compound || singleSurnames.has(whole.charAt(0));
    return [known ? whole.slice(compound ? 2 : 1) : ''].filter(longEnough);
  }
  return whole
    .split(/[\s·•・]+/)
    .filter((part) => part !== whole && longEnough(part) && !noPart.has(part.toLowerCase()));
}

/** Capitals tell a Latin name from the word that looks like it. */
function partPattern(part: string): string {
  return latinOnly.test(part)
    ? alone(`(?:${[capital(part), part.toUpperCase()].map(escaped).join('|')})`)
    : escaped(part);
}

const either = (parts: string[], flags: string): RegExp | null =>
  parts.length > 0 ? new RegExp([...new Set(parts)].join('|'), flags) : null;

/** Names, mails, schools and phone numbers as a whole. */
export function wholePattern(identities: Identity[]): RegExp | null {
  const words = identities
    .flatMap(({ names, emails, schools }) => [...names, ...emails, ...schools])
    .map((one) => one.trim())
    .filter(longEnough)
    .sort((a, b) => b.length - a.length);
  const phones = identities
    .flatMap((one) => one.phones)
    .filter((phone) => phone.replace(/\D/g, '').length >= 5);
  return either([...words.map(wordPattern), ...phones.map(phonePattern)], 'giu');
}

export function partsPattern(identities: Identity[]): RegExp | null {
  return either(identities.flatMap(({ names }) => names.flatMap(nameParts)).map(partPattern), 'gu');
}
