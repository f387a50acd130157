// Without zod: the mini-app loads these words where it loads no schema.
import type { PositionContent, RoundPlan } from './position.js';

/** Stages in which people interview, in their order. */
export const roundStages = ['hrInterview', 'final'] as const;
export type RoundStage = (typeof roundStages)[number];

/** Minutes that a round with people takes where its plan says nothing. */
export const usualMinutes = 45;

const finalName = {
  ...{ zh: '终面', en: 'Final interview' },
  ...{ ja: '最終面接', fr: 'Entretien final' },
};

/** The round of a stage as the position plans it; an unplanned last one is as the one before it, but for its name. */
export function roundIn(
  { nextRound, finalRound }: Pick<PositionContent, 'nextRound' | 'finalRound'>,
  stage: RoundStage,
): RoundPlan {
  if (stage === 'hrInterview') {
    return nextRound;
  }
  const { minutes: _minutes, ...same } = nextRound;
  return finalRound ?? { ...same, name: finalName };
}
