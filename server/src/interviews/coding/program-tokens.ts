import type { ProgramLanguage } from '@zhiyu/contracts/judge';

/** A word of a program as it is compared, and the line (from 1) it stands on. */
export interface ProgramToken {
  word: string;
  line: number;
}

const keywords: Record<ProgramLanguage, string> = {
  python:
    'and as assert break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield',
  java: 'abstract boolean break byte case catch char class continue default do double else enum extends final finally float for if implements import instanceof int interface long new null package private protected public return short static super switch this throw throws true false try void while',
  cpp: 'auto bool break case catch char class const constexpr continue default delete do double else enum false float for if include int long namespace new nullptr operator private public return short signed sizeof static struct switch template this throw true try typedef typename unsigned using void while',
  go: 'break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var true false nil',
  javascript:
    'async await break case catch class const continue default delete do else export false finally for function if import in instanceof let new null of return super switch this throw true try typeof undefined var void while yield',
};

const known = Object.fromEntries(
  Object.entries(keywords).map(([language, words]) => [language, new Set(words.split(' '))]),
);

/** Comments, then strings, names, numbers, and everything else one character at a time. */
const slashes =
  /(\/\/[^\n]*|\/\*[^]*?\*\/)|("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|([\p{L}_$][\p{L}\p{N}_$]*)|(\d[\w.]*)|(\S)/gu;
const hashes =
  /(#[^\n]*)|("""[^]*?"""|'''[^]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|([\p{L}_][\p{L}\p{N}_]*)|(\d[\w.]*)|(\S)/gu;

/**
 * A program as a row of words that two people who copied would share: comments and spaces are gone, every name that is no
 * keyword is `v`, every number `n`, every string `s`. So renaming, commenting and laying out anew change nothing.
 */
export function programTokens(source: string, language: ProgramLanguage): ProgramToken[] {
  const tokens: ProgramToken[] = [];
  let line = 1;
  let at = 0;
  for (const match of source.matchAll(language === 'python' ? hashes : slashes)) {
    line += countLines(source, at, match.index);
    at = match.index;
    const word = wordOf(match, language);
    if (word !== null) {
      tokens.push({ word, line });
    }
  }
  return tokens;
}

function wordOf(match: RegExpExecArray, language: ProgramLanguage): string | null {
  const [, comment, text, name, number, sign] = match;
  if (comment !== undefined) return null;
  if (text !== undefined) return 's';
  if (number !== undefined) return 'n';
  if (name !== undefined) return known[language]?.has(name) ? name : 'v';
  return sign ?? null;
}

function countLines(source: string, from: number, to: number): number {
  let lines = 0;
  for (let at = source.indexOf('\n', from); at !== -1 && at < to; at = source.indexOf('\n', at + 1))
    lines += 1;
  return lines;
}
