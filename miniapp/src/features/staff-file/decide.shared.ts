import type { DecisionKind, DecisionReason, Stage } from '@zhiyu/contracts/application';

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

const before: readonly Stage[] = ['applied', 'screening'];

/** Before the AI interview the invitation is how an application goes on. */
export function invitesFirst(stage: Stage): boolean {
  return before.includes(stage);
}
