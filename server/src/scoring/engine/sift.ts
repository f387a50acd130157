import type { Locale } from '@zhiyu/contracts/basics';
import type { Question } from '@zhiyu/contracts/position';
import { hiddenSpans } from '../text/hidden.js';
import { blockSpans, isOrderInStory } from '../text/orders.js';
import { blockedSpans, isInstruction, mergedSpans } from './injection.js';
import { splitClauses, type Span } from './clauses.js';
import { addsFigure, readable } from './figures.js';
import { isForeignOrder, isInForeignLetters, isMaskedOrder, writtenResults } from './disguise.js';
import { cueGroups, cuePlaces, type CueLanguage } from './cues.js';
import type { AssessedAnswer, Clause, IgnoredKind, IgnoredPart } from './engine.types.js';
import { bigramsOf, normalise, unitsOf } from './normalise.js';
import { repeatedSpans } from './repeats.js';
import { now, type Rules } from './rules.js';
import { isInOtherTongue } from './tongue.js';
import type { JoinedTranscript } from './transcript-text.js';
import { tellsWho } from './who.js';
import { hasGlue, tells } from './words.js';

/** The clauses that may count, and what was taken out. */
export interface Sifted {
  kept: Clause[];
  ignored: IgnoredPart[];
}

/** A clause this much made of the question's own pairs of characters is the question, 0-1. */
const echoShare = 0.85;
/** Shorter clauses share pairs with the question by chance. */
const echoUnits = 8;
/** So many bare items in a row are a list, not a story. */
const listItems = 4;
/** And so much of their letters must be cue words for it to matter, 0-1. */
const listCoverage = 0.4;
/** So many cues in one breath are a list, whatever stands between them. */
const packedCues = 5;
/** A long clause is a list from this share of cue letters on, 0-1. */
const packed = 0.6;

/** The language whose cues an answer is read with; Japanese and French have none yet. */
export function cueLanguage(locale: Locale): CueLanguage | null {
  return locale === 'zh' || locale === 'en' ? locale : null;
}

/** All cue words of a question in a language, each once. */
function cuesOf(question: Question, language: CueLanguage): string[] {
  const groups = question.indicators.flatMap((indicator) => cueGroups(indicator, language) ?? []);
  return [...new Set(groups.flat())];
}

/**
 * Takes out what is no answer: orders to the grader, bare lists of cue words (not for knowledge
 * questions, where a list can be the answer), the question said again, repeated passages and clauses, and who somebody is.
 */
export function sift(
  answer: AssessedAnswer,
  joined: JoinedTranscript,
  locale: Locale,
  rules: Rules = now,
): Sifted {
  const blocked = blockedIn(joined.text, locale, rules);
  const again = rules.folds ? repeatedSpans(joined.text, blocked) : [];
  const clauses = splitClauses(joined, [...blocked, ...again]);
  const kindBy = kindsIn(answer, clauses, { locale, rules });
  const seen = new Set<string>();
  const kept: Clause[] = [];
  const ignored = [
    ...blocked.map((span) => part('instruction', span, joined.text)),
    ...again.map((span) => part('repeat', span, joined.text)),
  ];
  for (const clause of clauses) {
    const kind = kindBy(clause);
    if (kind) ignored.push(part(kind, clause, joined.text));
    else if (!seen.has(clause.norm) && !tellsWho(clause.norm))
      kept.push({ ...clause, index: kept.length });
    seen.add(clause.norm);
  }
  return { kept, ignored: ignored.sort((a, b) => a.start - b.start) };
}

/** Why a clause of this answer is taken out; null for one that may count. */
function kindsIn(
  answer: AssessedAnswer,
  clauses: Clause[],
  { locale, rules }: { locale: Locale; rules: Rules },
): (clause: Clause) => IgnoredKind | null {
  const question = new Set(questionBigrams(answer));
  const lists = listsIn(answer, clauses, { locale, rules });
  return (clause) => {
    if (rules.widely && isOrderInStory(clause.text, locale)) return 'instruction';
    const masked = rules.unmasks ? maskedKind(clause.text, locale) : null;
    if (masked) return masked;
    if (rules.listens && isInOtherTongue(clause.text, locale)) return 'foreign';
    const found = kindOf(clause, question, lists);
    return found === 'echo' && isFact(answer, clause) ? null : found;
  };
}

/** Orders in disguise, and words in letters that nobody reads here. */
function maskedKind(text: string, locale: Locale): IgnoredKind | null {
  if (isMaskedOrder(text) || isForeignOrder(text, locale)) return 'instruction';
  return isInForeignLetters(text) ? 'foreign' : null;
}

/** Bare lists of cue words, by index; to a knowledge question a list is an answer. */
function listsIn(
  { question }: AssessedAnswer,
  clauses: Clause[],
  { locale, rules }: { locale: Locale; rules: Rules },
): Set<number> {
  const language = cueLanguage(locale);
  return question.kind === 'knowledge' || !language
    ? new Set<number>()
    : listedClauses(clauses, { cues: cuesOf(question, language), language, rules });
}

/** Orders in tags and objects, in chat marks, in letters that nobody sees or that are set apart, and results as data. */
function blockedIn(text: string, locale: Locale, rules: Rules): Span[] {
  const marked = blockedSpans(text);
  if (!rules.widely) return marked;
  const written = rules.unmasks ? writtenResults(text, locale) : [];
  return mergedSpans([...marked, ...hiddenSpans(text), ...blockSpans(text), ...written]);
}

function part(kind: IgnoredKind, { start, end }: Span, text: string): IgnoredPart {
  return { kind, start, end, quote: text.slice(start, end) };
}

/** What the question asks for, said in its own words. */
function isFact(answer: AssessedAnswer, { text }: Clause): boolean {
  return answer.question.kind === 'knowledge' && addsFigure(answer, text);
}

function kindOf(clause: Clause, question: Set<string>, lists: Set<number>): IgnoredKind | null {
  if (isInstruction(clause.norm)) return 'instruction';
  if (lists.has(clause.index)) return 'list';
  return unitsOf(clause.norm) >= echoUnits && sharedWith(question, clause.norm) >= echoShare
    ? 'echo'
    : null;
}

/** Pairs of characters of what the candidate could read: the question and its hint. */
export function questionBigrams(answer: AssessedAnswer): string[] {
  return readable(answer).flatMap((line) => bigramsOf(normalise(line)));
}

/** Share of a text's pairs of characters that stand in the question too, 0-1. */
export function sharedWith(question: Set<string>, norm: string): number {
  const pairs = bigramsOf(norm);
  return pairs.length === 0 ? 0 : pairs.filter((pair) => question.has(pair)).length / pairs.length;
}

/** By what a list is told from a sentence. */
interface ListedBy {
  cues: string[];
  language: CueLanguage;
  rules: Rules;
}

/** Clauses of runs that only list cue words, by index. */
function listedClauses(clauses: Clause[], by: ListedBy): Set<number> {
  const listed = new Set<number>();
  let run: Bare[] = [];
  const close = (): void => {
    const items = run.reduce((sum, bare) => sum + bare.items, 0);
    const letters = run.reduce((sum, bare) => sum + bare.letters, 0);
    const covered = run.reduce((sum, bare) => sum + bare.covered, 0);
    if (items >= listItems && covered >= letters * listCoverage) {
      for (const { clause } of run) listed.add(clause.index);
    }
    run = [];
  };
  for (const clause of clauses) {
    const bare = bareOf(clause, by);
    if (bare) run.push(bare);
    else close();
  }
  close();
  return listed;
}

/** A clause without the little words of a sentence. */
interface Bare {
  clause: Clause;
  items: number;
  letters: number;
  /** Letters that belong to cue words. */
  covered: number;
}

/** null for a clause that is (part of) a sentence; cue words themselves do not make one. */
function bareOf(clause: Clause, { cues, language, rules }: ListedBy): Bare | null {
  const cued = cuePlaces(clause.norm, cues, language);
  const rest = [...clause.norm].map((c, i) => (cued.covered.has(i) ? ' ' : c)).join('');
  if (hasGlue(rest)) return null;
  const items = clause.norm.split(/[、/|·\s]+|\band\b/u).filter((item) => item.length > 0);
  const letters = lettersIn(clause.norm);
  const covered = letters - lettersIn(rest);
  const short = language === 'zh' ? 6 : 3;
  const listed = items.every((item) => unitsOf(item) <= short);
  if (listed) return { clause, items: items.length, letters, covered };
  if (covered < letters * packed || (rules.hears && isTold(clause.text, cued.begun))) return null;
  return { clause, items: cued.begun, letters, covered };
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/** What is told well is mostly cue words: a long clause of few of them, or with a little word inside one, is no list. */
function isTold(text: string, cues: number): boolean {
  // 俺 and 咱 are 我 elsewhere.
  return hasGlue(text.replace(/[俺咱]/gu, '我')) || (cues < packedCues && tells(text));
}
