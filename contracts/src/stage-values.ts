// Without zod: the mini-app loads these words where it loads no schema.

/** The way of an application that goes on. */
export const steps = [
  'applied',
  'screening',
  'aiInterview',
  'review',
  'hrInterview',
  'final',
  'offer',
  'hired',
] as const;
export type Step = (typeof steps)[number];

/** Stages of an application (阶段), its ends last; the transition map is server/src/recruiting/pipeline.states.ts. */
export const stages = [...steps, 'rejected', 'talentPool', 'withdrawn'] as const;
export type Stage = (typeof stages)[number];
