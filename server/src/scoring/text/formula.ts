import { normalise } from '../engine/normalise.js';
import { visible } from './hidden.js';

const lineNumber =
  /^\s*(?:[（(]\s*\d{1,2}\s*[)）]|\d{1,2}\s*[.．、)）:：](?!\d)|[①-⑳])\s*|[（(]\d[)）](?=\s*\S)/gu;
const power =
  /的?\(?([0-9a-z]+(?:[+-][0-9a-z]+)?)\)?次(?:方|幂)|\*\*\(?([0-9a-z]+(?:[+-][0-9a-z]+)?)\)?/gu;
const run = /(?:[0-9a-z+\-*/^()]|(?<=\d)\.(?=\d))+/gu;
const longest = 200;

function prepared(text: string): string {
  return visible(text)
    .split('\n')
    .map((line) => normalise(line.replace(lineNumber, ' ; ')))
    .join(' ; ')
    .replace(/[−–—]/g, '-')
    .replace(/[×·∙⋅]/g, '*')
    .replace(/÷/g, '/')
    .replace(/pow\(([^,()]+),([^()]+)\)/g, '$1^($2)')
    .replace(power, (_, a?: string, b?: string) => `^(${a ?? b ?? ''})`)
    .replace(/(?<=[0-9a-z)])的\^/g, '^')
    .replace(/的平方/g, '^2')
    .replace(/ ?([+\-*/^()]) ?/g, '$1');
}

/** Formulas of a text as they were written: at least an operator, 2n or f(n). */
function formulasOf(text: string): string[] {
  return (prepared(text).match(run) ?? [])
    .map((raw) => balanced(raw.replace(/^[)+*/]+/, '').replace(/[(+\-*/^]+$/, '')))
    .filter((one) => /[+\-*/^]|[0-9][a-z]|[a-z]\(/.test(one) && /[0-9a-z]/.test(one))
    .filter((one) => !/[a-z]{4,}/.test(one) && one.length <= longest);
}

function balanced(formula: string): string {
  let open = 0;
  let kept = '';
  for (const char of formula) {
    if (char === ')' && open === 0) continue;
    if (char === '(') open += 1;
    if (char === ')') open -= 1;
    kept += char;
  }
  for (; open > 0; open -= 1) {
    const at = kept.lastIndexOf('(');
    kept = kept.slice(0, at) + kept.slice(at + 1);
  }
  return kept;
}

/** Reads a formula once for given values of its letters; NaN where it is none. */
class Calculation {
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly valueOf: (letter: string) => number,
  ) {}

  result(): number {
    const value = this.sum();
    return this.at === this.text.length ? value : Number.NaN;
  }

  private next(): string {
    return this.text.charAt(this.at);
  }

  private takes(...signs: string[]): string {
    const sign = this.next();
    if (sign === '' || !signs.includes(sign)) return '';
    this.at += 1;
    return sign;
  }

  private sum(): number {
    let value = this.product();
    for (let sign = this.takes('+', '-'); sign; sign = this.takes('+', '-')) {
      value += sign === '+' ? this.product() : -this.product();
    }
    return value;
  }

  private product(): number {
    let value = this.power();
    for (;;) {
      const sign = this.takes('*', '/');
      if (sign === '/') value /= this.power();
      else if (sign === '*' || /[a-z0-9(]/.test(this.next())) value *= this.power();
      else return value;
    }
  }

  private power(): number {
    const base = this.single();
    return this.takes('^') ? base ** this.power() : base;
  }

  private single(): number {
    if (this.takes('-')) return -this.single();
    if (this.takes('(')) {
      const value = this.sum();
      return this.takes(')') ? value : Number.NaN;
    }
    const number = /^\d+(?:\.\d+)?/.exec(this.text.slice(this.at))?.[0] ?? '';
    this.at += number.length || 1;
    if (number) return Number(number);
    const letter = this.text.charAt(this.at - 1);
    return /[a-z]/.test(letter) ? this.valueOf(letter) : Number.NaN;
  }
}

/** Two settings of the letters: formulas equal in both are taken as the same formula. */
const settings = [
  (letter: string) => 2.7 + (letter.charCodeAt(0) % 13) * 0.61,
  (letter: string) => 5.3 + (letter.charCodeAt(0) % 17) * 0.37,
];

/** Formulas by value: n/2 and 0.5n are one; what cannot be calculated is itself. */
function keyOf(formula: string): string {
  const values = settings.map((valueOf) => new Calculation(formula, valueOf).result());
  return values.every(Number.isFinite) ? values.map((v) => v.toPrecision(9)).join('|') : formula;
}

/** Formulas of a text, each once: by value, with the length of how it was written. */
export function formulaKeys(text: string): Map<string, number> {
  return new Map(formulasOf(text).map((formula) => [keyOf(formula), formula.length]));
}

/** Share of the reference's formulas that the answer has, long ones weighing more; null where it has none of its own. */
export function formulaShare(
  wanted: ReadonlyMap<string, number>,
  said: ReadonlyMap<string, number>,
): number | null {
  let all = 0;
  let found = 0;
  for (const [key, length] of wanted) {
    all += length;
    if (said.has(key)) found += length;
  }
  return all === 0 ? null : found / all;
}
