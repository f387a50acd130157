import type { PressCheck } from './press-check.js';

export const perSecond = 200;
export const duplicateShare = 0.3;

/** What people decide, and how often of ten. */
const actions = [
  'pass',
  'pass',
  'pass',
  'pass',
  'hold',
  'hold',
  'reject',
  'reject',
  'reject',
  'reject',
];
const reasons: Record<string, string> = {
  pass: 'meetsRequirement',
  hold: 'evidenceThin',
  reject: 'belowRequirement',
};

/** The same numbers in every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An act with its reason. */
export function decisionBy(random: () => number): { action: string; value: string } {
  const action = actions[Math.floor(random() * actions.length)] ?? 'pass';
  return { action, value: reasons[action] ?? '' };
}

/** Null where every card was decided once, and every candidate heard of it once; else what the database says. */
export function uniqueFault(check: PressCheck, cards: number): string | null {
  const ones = [
    check.decidedCards,
    check.effectivePresses,
    check.decisions,
    check.decidedApplications,
    check.decisionEvents,
  ];
  const right =
    ones.every((count) => count === cards) &&
    check.letters === check.toTell &&
    check.auditBrokenAt === null;
  return right ? null : JSON.stringify(check);
}
