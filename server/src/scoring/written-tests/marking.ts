import { createHash } from 'node:crypto';
import type { Marking, TestAnswer, TestContent, TestItem } from '@zhiyu/contracts/written-tests';
import { TextScorer } from '../text/scorer.js';
import type { TextGate } from '../text/text.types.js';

/** What an answer to one item is worth. */
export interface Mark {
  marking: Marking;
  /** Null: a person has to mark it. */
  points: number | null;
  standardError: number | null;
  evidence: { text: string; why: string }[];
  /** Why the engine gave nothing. */
  gate: TextGate | null;
}

const noMark: Mark = {
  ...{ marking: 'none', points: null, standardError: null, evidence: [], gate: null },
};
/** The engine cannot say anything about these: they are not worth nothing. */
const unreadable: readonly TextGate[] = ['wrongLanguage', 'noBasis'];

export const pointsOf = ({ items }: Pick<TestContent, 'items'>): number =>
  items.reduce((sum, { points }) => sum + points, 0);

const isBlank = ({ chosen, number, text }: TestAnswer): boolean =>
  chosen.length === 0 && number === null && text.trim() === '';

function holds(item: Exclude<TestItem, { kind: 'text' }>, answer: TestAnswer): boolean {
  switch (item.kind) {
    case 'single':
      return answer.chosen.length === 1 && answer.chosen[0] === item.correct;
    case 'multiple':
      return [...new Set(answer.chosen)].sort().join() === [...new Set(item.correct)].sort().join();
    case 'number':
      // A tolerance of 0.1 holds 1.1 beside 1, also in binary.
      return (
        answer.number !== null && Math.abs(answer.number - item.correct) <= item.tolerance + 1e-9
      );
  }
}

/** Chinese where the item has Chinese letters; its key points are in its language. */
const languageOf = ({ text }: TestItem) => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

function byEngine(item: Extract<TestItem, { kind: 'text' }>, text: string, scorer: TextScorer) {
  const { score, se, evidence, gate } = scorer.score({
    ...{ id: item.code, language: languageOf(item), question: item.text, answer: text },
    ...{ references: [], keyPoints: item.keyPoints, rubric: [], graded: [] },
    scale: [0, item.points],
  });
  if (gate && unreadable.includes(gate)) {
    return { ...noMark, gate };
  }
  const quotes = evidence.map((one) => ({ text: one.text, why: one.why }));
  const rounded = (value: number) => Math.round(value * 10) / 10;
  return {
    ...{ marking: 'engine' as const, points: rounded(score), standardError: rounded(se) },
    ...{ evidence: quotes, gate: gate ?? null },
  };
}

/**
 * Points of one answer. Choices and numbers follow the solution; short texts the local engine's reading of the key
 * points, where the candidate agreed to it, and a person otherwise. What was not answered has 0 points.
 */
function markOf(item: TestItem, answer: TestAnswer | null, engine: TextScorer | null): Mark {
  const byKey = (points: number): Mark => ({ ...noMark, marking: 'key', points });
  if (answer === null || isBlank(answer)) {
    return byKey(0);
  }
  if (item.kind !== 'text') {
    return byKey(holds(item, answer) ? item.points : 0);
  }
  return engine ? byEngine(item, answer.text, engine) : noMark;
}

/** A test that was handed in. */
export interface MarkOrder {
  items: readonly TestItem[];
  /** By item; what was not answered is not there. */
  answers: ReadonlyMap<string, TestAnswer>;
  /** Whether the candidate agreed that the engine reads short texts. */
  byEngine: boolean;
}

/** It keeps what it read of questions; the same answer has the same mark whatever it kept. */
const scorer = new TextScorer();

/** Marks in the order of the items. Reading texts takes dictionaries: in a thread of its own (assessing/tasks.ts). */
export function marksOf({ items, answers, byEngine: read }: MarkOrder): Mark[] {
  return items.map((item) => markOf(item, answers.get(item.code) ?? null, read ? scorer : null));
}

/** The options as this candidate sees them: by a hash of the sitting's seed, so the same at each look. */
export function optionsOf(item: TestItem, seed: string | null): { id: string; text: string }[] {
  if (item.kind !== 'single' && item.kind !== 'multiple') {
    return [];
  }
  if (seed === null) {
    return item.options;
  }
  const place = (id: string) =>
    createHash('sha256').update(`${seed} ${item.code} ${id}`).digest('hex');
  return [...item.options].sort((a, b) => (place(a.id) < place(b.id) ? -1 : 1));
}

/** What is wrong with a test beyond its shape; paths as in a refused input. */
export function faultsOf({ items }: TestContent): { path: string; message: string }[] {
  const codes = items.map(({ code }) => code);
  return items.flatMap((item, at) => {
    const path = `content.items.${at}`;
    const twice = codes.indexOf(item.code) !== at ? [{ path, message: 'twice' }] : [];
    if (item.kind !== 'single' && item.kind !== 'multiple') {
      return twice;
    }
    const ids = item.options.map(({ id }) => id);
    const correct = item.kind === 'single' ? [item.correct] : item.correct;
    const known = new Set(ids).size === ids.length && correct.every((id) => ids.includes(id));
    return known ? twice : [...twice, { path: `${path}.correct`, message: 'unknown option' }];
  });
}
