import type { Locale } from '@zhiyu/contracts/basics';
import { splitClauses, type Span } from '../engine/clauses.js';
import type { Clause } from '../engine/engine.types.js';
import { blockedSpans, mergedSpans } from '../engine/injection.js';
import { repeatedSpans } from '../engine/repeats.js';
import { formulaKeys } from './formula.js';
import { hiddenSpans } from './hidden.js';
import { plainOf, readingOf, type Reading } from './language/reading.js';
import { goesWithOrder, isOrder, orderSpans } from './orders.js';
import type { Piece } from './text.types.js';

/** A piece of the answer as it is compared. */
export interface ReadPiece extends Piece {
  reading: Reading;
  pairs: ReadonlySet<string>;
  units: ReadonlySet<string>;
  /** The same for all pieces of one sentence of the answer. */
  sentence: number;
}

/** An answer, read: what counts, and what was taken out. */
export interface ReadAnswer {
  /** All that counts, as one text. */
  kept: string;
  /** Everyday words were read as formal ones. */
  broad: boolean;
  /** The same, made comparable, synonyms as they were said. */
  plain: string;
  clauses: ReadPiece[];
  /** Clauses cut at 、 and 和: the items of a list. */
  pieces: ReadPiece[];
  /** Clauses as the interview engine reads them, for its story slots. */
  told: Clause[];
  reading: Reading;
  words: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
  units: ReadonlySet<string>;
  formulas: ReadonlyMap<string, number>;
  /** Orders to the grader, fake results and hidden letters. */
  ignored: Piece[];
  /** Passages that are said again, without their first place: they count once. */
  repeats: Piece[];
}

const itemMarks = /[、/|]|（\d{1,2}）|\(\d{1,2}\)|[①-⑳]|以及|和|与|\s+(?:and|et)\s+/gu;

/** Besides: steps behind each other. */
const stepMarks = new RegExp(`${itemMarks.source}|[→⇒➜➡]|-+>|=+>`, 'gu');

const sentenceEnds = /[。！？!?；;\n]|\.(?=\s)/gu;

/** How an answer is read. */
interface Manner {
  /** What is said again counts once; true where it is not said. */
  folds?: boolean;
  /** Everyday words are read as formal ones: short answers, not interviews. */
  broad?: boolean;
  /** Arrows stand between items. */
  arrows?: boolean;
}

/** Reads an answer: takes out what speaks to the grader and what is said again, and cuts the rest into clauses and items. */
export function readAnswer(
  answer: string,
  language: Locale,
  { folds = true, broad = false, arrows = false }: Manner = {},
): ReadAnswer {
  const blocked = mergedSpans([
    ...blockedSpans(answer),
    ...hiddenSpans(answer),
    ...orderSpans(answer),
  ]);
  const repeats = folds ? repeatedSpans(answer, blocked) : [];
  const out = mergedSpans([...blocked, ...repeats]);
  const all = splitClauses({ text: answer, segments: [], breaks: [] }, out);
  const orders = ordersAmong(all, answer, language);
  const told = all.filter((clause) => !orders.includes(clause));
  if (all.length === 0) told.push(...signs(answer));
  const kept = told.map((clause) => clause.text).join(language === 'zh' ? '，' : ', ');
  const reading = readingOf(kept, language, broad);
  const ends = [...answer.matchAll(sentenceEnds)].map(({ index }) => index);
  const read = (piece: Piece): ReadPiece => {
    const one = readingOf(piece.text, language, broad);
    const sentence = ends.findIndex((end) => end >= piece.start);
    return {
      ...piece,
      reading: one,
      pairs: new Set(one.pairs),
      units: new Set(one.units),
      sentence,
    };
  };
  const ignored = [...blocked, ...orders].sort(byPlace);
  const clauses = told.map(({ start, end, text }) => ({ start, end, text }));
  return {
    kept,
    broad,
    plain: plainOf(kept, language),
    clauses: clauses.map(read),
    pieces: clauses.flatMap((clause) => itemsOf(clause, arrows ? stepMarks : itemMarks)).map(read),
    told,
    reading,
    words: new Set(reading.words),
    pairs: new Set(reading.pairs),
    units: new Set(reading.units),
    formulas: formulaKeys(without(answer, [...ignored, ...repeats].sort(byPlace))),
    ignored: ignored.map(({ start, end }) => ({ start, end, text: answer.slice(start, end) })),
    repeats: repeats.map(({ start, end }) => ({ start, end, text: answer.slice(start, end) })),
  };
}

/** Reads a short answer: with everyday words, and what is said again once. */
export function readShort(answer: string, language: Locale, broad: boolean): ReadAnswer {
  return readAnswer(answer, language, { broad, arrows: true });
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start;
}

/** An answer that is a tick or a cross and nothing else. */
function signs(answer: string): Clause[] {
  const sign = /^\s*([√✓×✗])\s*$/u.exec(answer);
  if (!sign?.[1]) return [];
  const start = answer.indexOf(sign[1]);
  const text = sign[1];
  return [{ index: 0, start, end: start + text.length, text, norm: text, plain: text }];
}

/** Clauses that speak to the grader, and what goes with them in the same sentence. */
function ordersAmong(clauses: Clause[], answer: string, language: Locale): Clause[] {
  const orders = clauses.filter((clause) => isOrder(clause.text, language));
  const beside = (clause: Clause): boolean =>
    orders.some((order) => {
      const between = answer.slice(
        Math.min(clause.end, order.end),
        Math.max(clause.start, order.start),
      );
      return between.length <= 40 && !/[。！？!?\n]/u.test(between);
    });
  return clauses.filter(
    (clause) => orders.includes(clause) || (goesWithOrder(clause.text, language) && beside(clause)),
  );
}

/** The raw answer without some stretches; formulas need the brackets that clauses are trimmed of. */
function without(answer: string, spans: Span[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of spans) {
    rest += `${answer.slice(from, Math.max(from, start))}\n`;
    from = Math.max(from, end);
  }
  return rest + answer.slice(from);
}

function itemsOf(clause: Piece, marks: RegExp): Piece[] {
  const items: Piece[] = [];
  let from = 0;
  const push = (to: number): void => {
    const raw = clause.text.slice(from, to);
    const text = raw.trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    const start = clause.start + from + (raw.length - raw.trimStart().length);
    items.push({ start, end: start + text.length, text });
  };
  for (const mark of clause.text.matchAll(marks)) {
    push(mark.index);
    from = mark.index + mark[0].length;
  }
  push(clause.text.length);
  return items;
}
