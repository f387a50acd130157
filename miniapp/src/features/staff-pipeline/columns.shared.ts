import type { Pipeline } from '@zhiyu/contracts/pipeline';
import type { Stage, Step } from '@zhiyu/contracts/stage-values';
import { stagesOf, type Column } from '../staff-board/funnel.shared';

/** A column with what its cohort says: how many ever came here, and how long people stand. */
export interface PipelineColumn extends Column {
  /** How many ever came here, those whose way ended included; the bar is their share of all. */
  reached: number;
  /** `reached` against that of the column before, 0-1; null for the first and where nobody was. */
  fromBefore: number | null;
  /** Mean days of those who stand here; null where nobody does or the way ends. */
  days: number | null;
}

const names = ['screening', 'aiInterview', 'review', 'hrInterview', 'final', 'hired'] as const;
/** Whoever came to this step has reached the column. */
const stepOf: Record<(typeof names)[number], Step> = {
  screening: 'applied',
  aiInterview: 'aiInterview',
  review: 'review',
  hrInterview: 'hrInterview',
  final: 'final',
  hired: 'offer',
};

function daysIn({ stages }: Pipeline, own: readonly Stage[]): number | null {
  const there = stages.filter(({ stage, days }) => own.includes(stage) && days !== null);
  const people = there.reduce((sum, { here }) => sum + here, 0);
  const days = there.reduce((sum, one) => sum + one.here * (one.days ?? 0), 0);
  return people === 0 ? null : Math.round((days / people) * 10) / 10;
}

/** The columns of the board: who stands there, who ever came there, and the share of the step before. */
export function columnsOf(pipeline: Pipeline): PipelineColumn[] {
  const reachedOf = (step: Step) => pipeline.reached.find((one) => one.step === step)?.count ?? 0;
  const all = reachedOf('applied');
  return names.map((name, at) => {
    const reached = reachedOf(stepOf[name]);
    const earlier = names[at - 1];
    const before = earlier === undefined ? 0 : reachedOf(stepOf[earlier]);
    const here = pipeline.stages
      .filter(({ stage }) => stagesOf[name].includes(stage))
      .reduce((sum, one) => sum + one.here, 0);
    return {
      ...{ name, here, reached, days: daysIn(pipeline, stagesOf[name]) },
      fromBefore: before === 0 ? null : reached / before,
      volume: all === 0 ? 0 : reached / all,
    };
  });
}
