import type { Indicator } from '@zhiyu/contracts/position';
import type { Clause } from './engine.types.js';
import { normalise, plainly } from './normalise.js';

/** Cues and clauses met again and again; the memory is emptied when it is full, never wrong. */
const mostRemembered = 20_000;

function remember<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

const normalCue = remember(normalise);
const plainCue = remember(plainly);

/** Languages that indicators can be written in. */
export type CueLanguage = 'zh' | 'en';

/** A cue found in a clause: where, how long, and whether the words before it deny it. */
export interface CueHit {
  at: number;
  length: number;
  denied: boolean;
  /** The cue is or has a negation itself (不能, 没有争): then it means what the indicator says. */
  negative: boolean;
}

/** The groups of an indicator in a language; null where it has none. */
export function cueGroups(indicator: Indicator, language: CueLanguage): string[][] | null {
  return indicator.cues[language] ?? null;
}

/** Fits between the characters of a spoken Chinese word: 道了歉, 道了个歉, 问过清楚. */
const infix = '[了过个着下]{0,2}';
const notNegation =
  /不是没有?|不是不|不能不|不会不|没有不|不但|不仅|不只|不光|不断|不错|不同|不久|不管|不论|不过|不得不|不由|不停|不好意思|对不起|忍不住|来不及|无论|没多久|没过多久|未来|差不多|好不容易|别人|别的|特别|分别|区别|[能会是要可]不[能会是要可]|有没有|没想到|没问题|not only|not just|no matter|no doubt|no sooner|nothing but/gu;

/** Words that deny what follows, and how many characters of it they reach. */
const negations: Record<CueLanguage, { words: RegExp; reach: number }[]> = {
  zh: [
    {
      words: /没有?|不会|不能|不想|不愿意?|不要|不用|不需要|从未|从不|拒绝|忘了|忘记|懒得/gu,
      reach: 5,
    },
    { words: /(?<!从)不(?![会能想愿要用需])|(?<!从)未|并无|别/gu, reach: 2 },
  ],
  en: [
    {
      words:
        /\b(?:not|never|no|without|cannot|nobody|refused? to|failed to|forgot to|hardly|neither|nor|instead of)\b|n't\b/gu,
      reach: 20,
    },
  ],
};
/** After one of these, or a new subject, a negation no longer belongs to what follows. */
const turns =
  /而是|反而|就|才|但|只好|所以|然后|(?<![是让等叫给跟和对向])我|,|\b(?:but|so|instead(?! of)|and|just|only|i|we|he|she|they)\b/gu;

/**
 * True when the words before position `at` deny what follows: an odd number of negations that reach
 * it, after the last turn ("没有马上解释，而是先听" does not deny listening).
 */
export function isDenied(norm: string, at: number, language: CueLanguage): boolean {
  const before = norm.slice(0, at).replace(notNegation, (word) => '　'.repeat(word.length));
  const lastTurn = [...before.matchAll(turns)].at(-1);
  const from = lastTurn ? lastTurn.index + lastTurn[0].length : 0;
  const reaching = negations[language].flatMap(({ words, reach }) =>
    [...before.slice(from).matchAll(words)].filter(
      (match) => at - (from + match.index + match[0].length) <= reach,
    ),
  );
  return reaching.length % 2 === 1;
}

function isNegative(cue: string, language: CueLanguage): boolean {
  return negations[language].some(({ words }) => cue.search(words) >= 0);
}

/** Endings of English words that do not change what they are about. */
function stem(word: string): string {
  const base = word
    .replace(/'s$/, '')
    .replace(/is(e|ed|es|ing|ation)$/, 'iz$1')
    .replace(/ies$|ied$/, 'y')
    .replace(/(?<=[a-z]{3})(?:ing|ed|es|s|e)$/, '');
  return base.replace(/([bdfgmnprt])\1$/, '$1');
}

const escapes = /[.*+?^${}()|[\]\\]/g;

/** A Chinese or mixed cue as a pattern; Latin edges must be word edges (ai is not in email). */
const chinesePattern = remember((norm: string): RegExp => {
  const han = /^\p{Script=Han}{2,4}$/u.test(norm);
  const body = han ? [...norm].join(infix) : norm.replace(escapes, '\\$&');
  const left = /^[a-z0-9]/.test(norm) ? (/^\d/.test(norm) ? '(?<!\\d)' : '(?<![a-z])') : '';
  const right = /[a-z]$/.test(norm) ? '(?![a-z])' : '';
  return new RegExp(`${left}${body}${right}`, 'gu');
});

interface Token {
  at: number;
  end: number;
  word: string;
  stem: string;
}

/** Cues of this length on may be beginnings of words: apologi, accountab. */
const shortestBeginning = 5;

const tokens = remember((norm: string): Token[] =>
  [...norm.matchAll(/[\p{L}\p{N}][\p{L}\p{N}']*/gu)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    word: match[0],
    stem: stem(match[0]),
  })),
);

function sameWord(token: Token | undefined, wanted: Token): boolean {
  if (!token) return false;
  if (token.stem === wanted.stem) return true;
  return wanted.word.length >= shortestBeginning && token.word.startsWith(wanted.word);
}

function findEnglish(text: string, cue: string): { at: number; length: number }[] {
  const wanted = tokens(cue);
  const there = tokens(text);
  const found: { at: number; length: number }[] = [];
  for (let i = 0; i + wanted.length <= there.length; i += 1) {
    const first = there[i];
    const last = there[i + wanted.length - 1];
    if (!first || !last || wanted.length === 0) continue;
    if (wanted.every((word, j) => sameWord(there[i + j], word))) {
      found.push({ at: first.at, length: last.end - first.at });
    }
  }
  return found;
}

function placesOf(
  text: string,
  cue: string,
  language: CueLanguage,
): { at: number; length: number }[] {
  return language === 'en' && /[a-z]/.test(cue)
    ? findEnglish(text, cue)
    : [...text.matchAll(chinesePattern(cue))].map((m) => ({ at: m.index, length: m[0].length }));
}

/** Every place of a cue in a text; both have gone through the same normalising. */
function findCue(text: string, cue: string, language: CueLanguage): CueHit[] {
  const places = placesOf(text, cue, language);
  return places.map((place) => ({
    ...place,
    denied: isDenied(text, place.at, language),
    negative: isNegative(cue, language),
  }));
}

/**
 * Whether a group of words is in a clause: the first place that is not denied, else a denied one,
 * else null. Looked for with numbers as digits, then as they were written.
 */
export function findGroup(clause: Clause, group: string[], language: CueLanguage): CueHit | null {
  const hits = [
    ...group.flatMap((cue) => findCue(clause.norm, normalCue(cue), language)),
    ...group.flatMap((cue) => findCue(clause.plain, plainCue(cue), language)),
  ];
  return hits.find((hit) => !hit.denied) ?? hits[0] ?? null;
}

/** Whether any word of a group is in a text at all, denied or not: asked of a whole answer before its clauses are. */
export function mentions(
  text: Pick<Clause, 'norm' | 'plain'>,
  group: readonly string[],
  language: CueLanguage,
): boolean {
  return group.some(
    (cue) => isIn(text.norm, normalCue(cue), language) || isIn(text.plain, plainCue(cue), language),
  );
}

function isIn(text: string, cue: string, language: CueLanguage): boolean {
  return language === 'en' && /[a-z]/.test(cue)
    ? findEnglish(text, cue).length > 0
    : text.search(chinesePattern(cue)) >= 0;
}

/** The letters that cue words cover in a normalised text, and at how many places one begins. */
export function cuePlaces(
  norm: string,
  cues: string[],
  language: CueLanguage,
): { covered: Set<number>; begun: number } {
  const covered = new Set<number>();
  const starts = new Set<number>();
  for (const cue of cues) {
    for (const { at, length } of placesOf(norm, normalCue(cue), language)) {
      starts.add(at);
      for (let i = at; i < at + length; i += 1) covered.add(i);
    }
  }
  return { covered, begun: starts.size };
}
