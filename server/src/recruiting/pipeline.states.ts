import { type Stage, type Step, steps } from '@zhiyu/contracts/stage-values';

/** Where an application may go from each stage (R39). Nothing else is possible. */
export const transitions: Readonly<Record<Stage, readonly Stage[]>> = {
  applied: ['screening', 'withdrawn'],
  screening: ['aiInterview', 'hrInterview', 'rejected', 'talentPool', 'withdrawn'],
  aiInterview: ['review', 'hrInterview', 'rejected', 'talentPool', 'withdrawn'],
  review: ['aiInterview', 'hrInterview', 'rejected', 'talentPool', 'withdrawn'],
  hrInterview: ['final', 'offer', 'rejected', 'talentPool', 'withdrawn'],
  final: ['offer', 'rejected', 'talentPool', 'withdrawn'],
  offer: ['hired', 'rejected', 'talentPool', 'withdrawn'],
  hired: [],
  // Back to review: a person looked again and found reason to.
  rejected: ['talentPool', 'review'],
  talentPool: ['applied', 'rejected', 'review'],
  withdrawn: [],
};

/** Stages in which the application is still under way. */
export const activeStages: readonly Stage[] = steps.filter((step) => step !== 'hired');

/**
 * Stages in which HR may decide: also while the interview is open, e.g. for a candidate who asked for a person. Where an
 * offer is due only a no is a decision: the yes is the offer.
 */
export const decidable: readonly Stage[] = [
  'screening',
  'aiInterview',
  'review',
  'hrInterview',
  'final',
  'offer',
];

/** Stages that wait for a decision of HR. */
export const decidedByHr: readonly Stage[] = ['screening', 'review', 'hrInterview', 'final'];

export function mayMove(from: Stage, to: Stage): boolean {
  return transitions[from].includes(to);
}

/** The step that is further along the way; an end leaves it where it was. */
export function furtherOf(before: Step, now: Stage): Step {
  const at = steps.findIndex((step) => step === now);
  return steps[Math.max(at, steps.indexOf(before))] ?? before;
}
