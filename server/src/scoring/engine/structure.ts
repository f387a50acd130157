import type { Locale } from '@zhiyu/contracts/basics';
import type { Question } from '@zhiyu/contracts/position';
import { isDenied } from './cues.js';
import type { Clause, Slot } from './engine.types.js';
import type { Match } from './match.js';
import { quantity, slotDenials, slotWords } from './slot-words.js';

/**
 * Which parts a full answer to a kind of question has and how much each is worth; each row adds up
 * to 1. Knowledge questions are about facts: no story, no slots. The weights are set by judgement
 * after the order of the STAR method (own part first, then result), not fitted to answers.
 */
const wanted: Record<Question['kind'], Partial<Record<Slot, number>>> = {
  behavioural: {
    ownAction: 0.3,
    result: 0.2,
    situation: 0.2,
    resultNumber: 0.15,
    reflection: 0.15,
  },
  situational: { ownAction: 0.35, steps: 0.35, reason: 0.3 },
  motivation: { reason: 0.35, ownAction: 0.35, situation: 0.3 },
  knowledge: {},
  // Its tests say what a program shows.
  coding: {},
};

/** Clauses this far from the nearest indicator belong to the story; padding further off is not read. */
const margin = 5;

/** What was found of a story, and what its kind of question wants and lacks. */
export interface Structure {
  found: Slot[];
  /** Wanted and not found, the one worth most first. */
  missing: Slot[];
  /** Share of the wanted slots found, by weight, 0-1; null where none is wanted. */
  share: number | null;
}

/** Reads the slots in the clauses around the matches; far away words and length count nothing. */
export function readStructure(
  clauses: Clause[],
  matches: Match[],
  question: Question,
  language: Locale,
): Structure {
  const near = clauses.filter((clause) =>
    matches.some((m) => clause.index >= m.first - margin && clause.index <= m.last + margin),
  );
  return wholeStructure(near, question, language);
}

/** The slots anywhere in the clauses. */
export function wholeStructure(
  clauses: readonly Clause[],
  question: Question,
  language: Locale,
): Structure {
  const weights = Object.entries(wanted[question.kind]) as [Slot, number][];
  const has = new Map(weights.map(([slot]) => [slot, hasSlot(clauses, slot, language)]));
  const found = weights.filter(([slot]) => has.get(slot) === true);
  const missing = weights.filter(([slot]) => has.get(slot) === false);
  return {
    found: found.map(([slot]) => slot),
    missing: missing.sort((a, b) => b[1] - a[1]).map(([slot]) => slot),
    share: weights.length === 0 ? null : found.reduce((sum, [, weight]) => sum + weight, 0),
  };
}

/** Whether any of the clauses tells a part, also a result that was denied: nothing came of it is told too. */
export function tellsSlot(clauses: Clause[], slot: Slot, language: Locale): boolean {
  return slot === 'resultNumber'
    ? hasResultNumber(clauses, language)
    : clauses.some((clause) => slotWords[language][slot].test(clause.norm));
}

function hasSlot(clauses: readonly Clause[], slot: Slot, language: Locale): boolean {
  return slotClause(clauses, slot, language) !== undefined;
}

/** The first clause that tells a part; of a figure, one with a result beside it. */
export function slotClause(
  clauses: readonly Clause[],
  slot: Slot,
  language: Locale,
): Clause | undefined {
  if (slot === 'resultNumber') return clauses.find((_, i) => isResultNumber(clauses, i, language));
  const pattern = slotWords[language][slot];
  return clauses.find((clause) => {
    const match = pattern.exec(clause.norm);
    if (!match) return false;
    return slot !== 'result' || !isResultDenied(clause.norm, match, language);
  });
}

/** 没有解决, pas résolu, 解決しませんでした: nothing came of it. */
function isResultDenied(
  norm: string,
  { 0: said, index }: RegExpExecArray,
  language: Locale,
): boolean {
  if (language === 'fr') return slotDenials.fr.before.test(norm.slice(0, index));
  if (language === 'ja') return slotDenials.ja.after.test(norm.slice(index + said.length));
  return isDenied(norm, index, language);
}

/** A quantity in a clause of result or in the one before or after it. */
function isResultNumber(clauses: readonly Clause[], i: number, language: Locale): boolean {
  const clause = clauses[i];
  if (!clause || !quantity[language].test(clause.norm)) return false;
  const around = [clauses[i - 1], clause, clauses[i + 1]];
  return around.some((near) => near !== undefined && slotWords[language].result.test(near.norm));
}

function hasResultNumber(clauses: readonly Clause[], language: Locale): boolean {
  return clauses.some((_, i) => isResultNumber(clauses, i, language));
}
