import { type Agreement, agreementOf, pearson } from '@zhiyu/server/scoring/calibration/agreement';
import { readShort } from '@zhiyu/server/scoring/text/answer-text';
import { type Compared, compare } from '@zhiyu/server/scoring/text/features';
import { groundOf } from '@zhiyu/server/scoring/text/ground';
import { CONSTANTS, type Constants, shareBy } from '@zhiyu/server/scoring/text/share';
import type { TextScorer } from '@zhiyu/server/scoring/text/scorer';
import { byQuestion, type HumanRow } from './scoring-data.js';

/** A line of the table. */
export interface Measured {
  name: string;
  agreement: Agreement;
  /** Mean over the questions of r within one. */
  within: number | null;
  note: string;
}

interface Said {
  question: string;
  given: number;
  score: number;
}

/** Agreement of what was said with what people gave, over all answers and within questions. */
export function measured(
  name: string,
  said: readonly Said[],
  scale: readonly [number, number],
  note = '',
): Measured {
  const questions = [...new Set(said.map(({ question }) => question))];
  const each = questions.flatMap((code) => {
    const own = said.filter(({ question }) => question === code);
    const r = pearson(
      own.map(({ given }) => given),
      own.map(({ score }) => score),
    );
    return r === null ? [] : [r];
  });
  const agreement = agreementOf(
    said.map(({ given }) => given),
    said.map(({ score }) => score),
    scale,
  );
  const within = each.length === 0 ? null : each.reduce((sum, r) => sum + r, 0) / each.length;
  return { name, agreement, within, note };
}

/** The engine as it is delivered, no graded answers. */
export function withoutGrades(scorer: TextScorer, rows: readonly HumanRow[]): Said[] {
  return rows.map(({ question, given, request }) => ({
    question,
    given,
    score: scorer.score(request).score,
  }));
}

/** Numbers that look like chance and are the same on every machine (Park and Miller 1988). */
function drawing(seed: number): () => number {
  let state = seed % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** `count` graded answers of each question drawn `draws` times; all other answers are scored with them. */
export function withGrades(
  scorer: TextScorer,
  rows: readonly HumanRow[],
  count: number,
  draws: number,
): Said[][] {
  return Array.from({ length: draws }, (_, draw) =>
    [...byQuestion(rows).values()].flatMap((own, place) => {
      const random = drawing(1 + place * 7919 + draw * 104_729);
      const order = own
        .map((one) => ({ one, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      const graded = order
        .slice(0, count)
        .map(({ request, given }) => ({ answer: request.answer, score: given }));
      return order.slice(count).map(({ question, given, request }) => ({
        question,
        given,
        score: scorer.score({ ...request, graded }).score,
      }));
    }),
  );
}

/** Settings of the constants that nested folds choose from. */
const grid: Constants[] = [0.4, 0.5, 0.6, 0.8].flatMap((bend) =>
  [0, 0.03, 0.05, 0.08].flatMap((chance) =>
    [0.3, 0.5, 0.7].flatMap((judged) =>
      [0.3, 0.5, 0.7].map((formulas) => ({ ...CONSTANTS, bend, chance, judged, formulas })),
    ),
  ),
);
const listGrid: Constants[] = [0.1, 0.2, 0.3, 0.4, 0.5].flatMap((from) =>
  [0.7, 0.8, 0.9, 1].map((to) => ({ ...CONSTANTS, list: { from, to } })),
);

interface Read {
  row: HumanRow;
  compared: Compared[];
}

function scoreWith({ row, compared }: Read, constants: Constants): number {
  const [low, high] = row.request.scale;
  const shares = compared.map((one) => shareBy(row.request.question, one, constants));
  return low + Math.max(0, ...shares) * (high - low);
}

/**
 * Five folds of whole questions: the constants are chosen anew on the other four fifths, never on the questions that
 * are measured. What is lost against the delivered constants is what choosing them on these data was worth.
 */
export function nested(rows: readonly HumanRow[], kind: 'list' | 'text'): Said[] {
  const choices = kind === 'list' ? listGrid : grid;
  const read = rows.map((row) => {
    const { id: _, answer, ...basis } = row.request;
    const ground = groundOf(basis);
    const words = readShort(answer, basis.language, ground.broad);
    return {
      row,
      compared: ground.references.map((one) => compare(basis.question, one, words)),
    };
  });
  const codes = [...byQuestion(rows).keys()].sort();
  const foldOf = (code: string): number => codes.indexOf(code) % 5;
  return [0, 1, 2, 3, 4].flatMap((fold) => {
    const others = read.filter(({ row }) => foldOf(row.question) !== fold);
    const given = others.map(({ row }) => row.given);
    const fits = choices.map(
      (constants) =>
        pearson(
          given,
          others.map((one) => scoreWith(one, constants)),
        ) ?? -1,
    );
    const chosen = choices[fits.indexOf(Math.max(...fits))] ?? CONSTANTS;
    return read
      .filter(({ row }) => foldOf(row.question) === fold)
      .map((one) => ({
        question: one.row.question,
        given: one.row.given,
        score: scoreWith(one, chosen),
      }));
  });
}
