import type { Locale } from '@zhiyu/contracts/basics';
import { type FollowUpPart, followUpParts } from '@zhiyu/contracts/follow-up';
import type { Gate } from '@zhiyu/contracts/scoring';
import type { AssessedAnswer, Clause, Slot } from './engine.types.js';
import { gateAfter, gateBefore } from './gates.js';
import { unitsOf } from './normalise.js';
import { cueLanguage, sift } from './sift.js';
import { groupWords, habitWords, hasFigure, ownWords, partWords } from './story-words.js';
import { tellsSlot } from './structure.js';
import { joinTranscript } from './transcript-text.js';

/** What an answer tells of a story, for a follow-up question; says nothing about how good it is. */
export interface Story {
  /** Why nothing can be asked about it; null where it can be read. */
  gate: Gate | null;
  missing: FollowUpPart[];
  /** The candidate's own words that a question about a part can take up; empty where nothing short was said. */
  quotes: Record<FollowUpPart, string>;
}

/** The scorer's slots that show a part too. */
const slotsOf: Partial<Record<FollowUpPart, Slot[]>> = {
  situation: ['situation'],
  result: ['result'],
  numbers: ['resultNumber'],
  learned: ['reflection'],
};

/** In so few clauses nothing is told between the lines. */
const fewClauses = 2;

/** A quote is between so long, in characters or words. */
const shortest = 4;
const longest = { dense: 18, spaced: 9 };

const noQuotes: Story['quotes'] = {
  situation: '',
  task: '',
  action: '',
  result: '',
  ownPart: '',
  numbers: '',
  learned: '',
};

/**
 * Which parts of a story an answer leaves out. A part counts as told by any sign of it anywhere in the answer, by the
 * scorer's own slots (structure.ts) or by wider words (story-words.ts); so only what is plainly absent is missing.
 */
export function readStory(answer: AssessedAnswer, locale: Locale): Story {
  const joined = joinTranscript(
    answer.transcript ?? { origin: 'candidate', engine: null, locale, segments: [] },
  );
  const before = gateBefore(answer, joined.text, locale);
  if (before) {
    return { gate: before.gate, missing: [], quotes: noQuotes };
  }
  const sifted = sift(answer, joined, locale);
  const after = gateAfter(answer, sifted, locale);
  if (after) {
    return { gate: after.gate, missing: [], quotes: noQuotes };
  }
  const { kept } = sifted;
  const missing = followUpParts.filter((part) => !isTold(kept, part, locale));
  const quotes = Object.fromEntries(
    followUpParts.map((part) => [part, quoteFor(kept, part, locale)]),
  );
  return { gate: null, missing, quotes: { ...noQuotes, ...quotes } };
}

type Tells = (clauses: Clause[], locale: Locale) => boolean;

const bySome =
  (part: keyof (typeof partWords)['zh']): Tells =>
  (clauses, locale) =>
    clauses.some(({ norm }) => partWords[locale][part].test(norm));

/** How each part shows that it was told. */
const signs: Record<FollowUpPart, Tells[]> = {
  situation: [
    bySome('situation'),
    (clauses, locale) =>
      clauses.length > fewClauses && !clauses.some(({ norm }) => habitWords[locale].test(norm)),
  ],
  task: [bySome('task'), (clauses) => clauses.length > fewClauses],
  action: [
    (clauses) => clauses.length > fewClauses + 1,
    (clauses, locale) => clauses.some((clause) => isDeed(clause, locale)),
  ],
  result: [bySome('result'), (clauses, locale) => !endsInDeed(clauses, locale)],
  ownPart: [
    (clauses, locale) => !clauses.some(({ norm }) => groupWords[locale].test(norm)),
    (clauses, locale) => clauses.some(({ norm }) => isOwn(norm, locale)),
  ],
  numbers: [(clauses, locale) => clauses.some(({ norm }) => hasFigure(norm, locale))],
  learned: [bySome('learned')],
};

function isTold(clauses: Clause[], part: FollowUpPart, locale: Locale): boolean {
  const language = cueLanguage(locale);
  const slots = slotsOf[part] ?? [];
  const scored = language !== null && slots.some((slot) => tellsSlot(clauses, slot, language));
  return scored || signs[part].some((tells) => tells(clauses, locale));
}

/**
 * What comes last, before what was learned from it, is what was done; a story that ends with something else has said
 * how it ended.
 */
function endsInDeed(clauses: Clause[], locale: Locale): boolean {
  const { learned } = partWords[locale];
  const last = clauses.findLast(({ norm }) => !learned.test(norm));
  return last === undefined || isDeed(last, locale);
}

function isDeed({ norm }: Clause, locale: Locale): boolean {
  return isOwn(norm, locale) || partWords[locale].action.test(norm);
}

function isOwn(norm: string, locale: Locale): boolean {
  return ownWords[locale].test(norm);
}

/** What the group did, for the own part; else the last thing that was done, or the last short clause. */
function quoteFor(clauses: Clause[], part: FollowUpPart, locale: Locale): string {
  const fitting = clauses.filter(({ text }) => unitsOf(text) >= shortest);
  const grouped = fitting.find(({ norm }) => groupWords[locale].test(norm));
  const done = fitting.filter((clause) => isDeed(clause, locale));
  const chosen = part === 'ownPart' ? grouped : (done.at(-1) ?? fitting.at(-1));
  return chosen ? shorten(chosen.text, locale) : '';
}

function shorten(text: string, locale: Locale): string {
  if (locale === 'zh' || locale === 'ja') {
    return text.length <= longest.dense ? text : `${text.slice(0, longest.dense)}…`;
  }
  const words = text.split(/\s+/);
  return words.length <= longest.spaced ? text : `${words.slice(0, longest.spaced).join(' ')}…`;
}
