import type { DecisionKind, DecisionReason } from '@zhiyu/contracts/application';
import type { Stage } from '@zhiyu/contracts/stage-values';

/** Which reasons fit a decision, the likeliest first. */
export const reasonsOf: Record<DecisionKind, readonly DecisionReason[]> = {
  pass: ['meetsRequirement', 'strongEvidence', 'other'],
  reject: ['belowRequirement', 'requirementMissing', 'evidenceThin', 'positionFilled', 'other'],
  hold: ['needsTalk', 'evidenceThin', 'other'],
  askMore: ['evidenceThin', 'needsTalk', 'other'],
};

export interface Choice {
  reason: DecisionReason | null;
  note: string;
  question: string;
}

export const noChoice: Choice = { reason: null, note: '', question: '' };

/** What is still missing before the decision can be sent, as a key of `decide.missing`. */
export function missingIn(kind: DecisionKind, choice: Choice): string | null {
  if (choice.reason === null) {
    return 'reason';
  }
  if (choice.reason === 'other' && choice.note.trim() === '') {
    return 'note';
  }
  return kind === 'askMore' && choice.question.trim() === '' ? 'question' : null;
}

const decided: readonly Stage[] = ['screening', 'review', 'hrInterview', 'final'];

/** Stages in which HR has something to decide; elsewhere the candidate or an offer is awaited. */
export function isDecided(stage: Stage): boolean {
  return decided.includes(stage);
}

/** Before the AI interview the invitation is how an application goes on: it is the pass. */
export function invitesFirst(stage: Stage): boolean {
  return stage === 'screening';
}
