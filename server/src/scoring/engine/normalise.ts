const digits = '零一二三四五六七八九';
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const sections: Record<string, number> = { 万: 1e4, 亿: 1e8 };
const numberRun = /[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*/g;
// A run of digits is read from its begin only: from each digit on, a long one would take minutes.
const scaled = /(?<!\d)(\d+(?:\.\d+)?)(万|千|k(?![a-z]))/g;
const multiples: Record<string, number> = { 万: 1e4, 千: 1e3, k: 1e3 };

function digitOf(char: string): number | null {
  if (char === '两') return 2;
  if (char === '〇') return 0;
  const value = digits.indexOf(char);
  return value >= 0 ? value : null;
}

/** 两万五 is 25,000: a last bare digit stands one unit below the unit before it. */
function trailing(run: string, digit: number): number {
  const before = run.at(-2) ?? '';
  const unit = units[before] ?? sections[before] ?? 0;
  return unit >= 100 ? (digit * unit) / 10 : digit;
}

/** A Chinese number as digits: 三十五 -> 35, 两万五 -> 25000, 二〇二六 -> 2026. */
function toDigits(run: string): string {
  if (!/[十百千万亿]/.test(run)) return [...run].map((c) => String(digitOf(c) ?? c)).join('');
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const char of run) {
    const value = digitOf(char);
    const unit = units[char];
    const big = sections[char];
    if (value !== null) digit = value;
    if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      digit = null;
    }
    if (big !== undefined) {
      total += Math.max(1, section + (digit ?? 0)) * big;
      section = 0;
      digit = null;
    }
  }
  return String(total + section + (digit === null ? 0 : trailing(run, digit)));
}

/** Words of dialects for what standard Chinese says with another: where somebody comes from moves no score. */
const dialect: [RegExp, string][] = [
  [/俺们|咱们/g, '我们'],
  [/[俺咱]/g, '我'],
  [/咋个|咋/g, '怎么'],
  [/啥子|啥/g, '什么'],
  [/晓得/g, '知道'],
];

/** Characters made comparable without touching numbers: width, case, 她/它/您, dialect, spaces, quotes. */
export function plainly(raw: string): string {
  return dialect
    .reduce((text, [from, to]) => text.replace(from, to), raw.normalize('NFKC').toLowerCase())
    .replace(/[她它牠]/g, '他')
    .replace(/[您妳]/g, '你')
    .replace(/[‘’]/g, "'")
    .replace(/(?<=\p{Script=Han})\s+(?=[\p{Script=Han}\d])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Makes two ways of writing one thing equal: what `plainly` does, and Chinese numbers, 2.5万 and
 * 25k, thousands separators, 百分之.
 * Cues and clauses go through the same function, so a harmless change (一定 -> 1定) stays harmless.
 */
export function normalise(raw: string): string {
  return plainly(raw)
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/百分之(?=[\d零〇一二两三四五六七八九十])/g, '%')
    .replace(numberRun, toDigits)
    .replace(/%(\d+(?:\.\d+)?)/g, '$1%')
    .replace(scaled, (_, value: string, unit: string) =>
      String(Math.round(Number(value) * (multiples[unit] ?? 1) * 100) / 100),
    );
}

const unit =
  /\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}]|\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*|\d+(?:\.\d+)?/gu;

/** The pieces that speech is counted in: characters, Latin words, numbers. */
export function piecesOf(text: string): string[] {
  return text.match(unit) ?? [];
}

/** A piece and where it stands. */
export interface PlacedPiece {
  text: string;
  start: number;
  end: number;
}

/** The same pieces of a text as it was written, in lower case, with their places. */
export function placedPieces(text: string): PlacedPiece[] {
  return [...text.matchAll(unit)].map(({ 0: piece, index }) => ({
    text: piece.toLowerCase(),
    start: index,
    end: index + piece.length,
  }));
}

/** How much was said: Chinese and Japanese characters plus Latin words plus numbers. */
export function unitsOf(text: string): number {
  return piecesOf(text).length;
}

/** Neighbouring pieces: pairs of characters in Chinese, pairs of words in English. */
export function bigramsOf(norm: string): string[] {
  const pieces = piecesOf(norm);
  return pieces.slice(1).map((piece, i) => `${pieces[i] ?? ''} ${piece}`);
}

/** Order that no language setting of the machine can change. */
export function byCodePoint(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
