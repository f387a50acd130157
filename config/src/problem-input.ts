import type { InputRecipe } from '@zhiyu/contracts/problem';

/** Numbers from 0 up to, but without, 2^32: mulberry32, the same everywhere for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

type Part = (at: number, next: () => number) => string;

/** @throws Error when the word in braces is none of those that `InputRecipe` lists */
function partOf(text: string): Part {
  if (!text.startsWith('{')) {
    return () => text;
  }
  const [word = '', ...rest] = text.slice(1, -1).split(' ');
  if (word === 'at') {
    return (at) => String(at);
  }
  if (word === 'pick') {
    const choices = rest.join(' ').split('|');
    return (_at, next) => choices[next() % choices.length] ?? '';
  }
  const [low = NaN, high = NaN] = rest.map(Number);
  if (word !== 'int' || !(low <= high)) {
    throw new Error(`no such part of an input: ${text}`);
  }
  return (_at, next) => String(low + Math.floor((next() / 2 ** 32) * (high - low + 1)));
}

function lineOf(pattern: string): Part {
  const parts = pattern
    .split(/(\{[^}]*\})/)
    .filter(Boolean)
    .map(partOf);
  return (at, next) => parts.map((part) => part(at, next)).join('');
}

/** The text that a recipe describes; each line ends with a line feed. */
export function inputOf({ seed, lines }: InputRecipe): string {
  const next = numbers(seed);
  const written: string[] = [];
  for (const line of lines) {
    const [times, pattern] = typeof line === 'string' ? [1, line] : [line.times, line.of];
    const write = lineOf(pattern);
    for (let at = 1; at <= times; at++) {
      written.push(write(at, next));
    }
  }
  return `${written.join('\n')}\n`;
}
