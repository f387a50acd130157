import type { Stage, Step } from '@zhiyu/contracts/stage-values';
import type { SourceName } from '@zhiyu/contracts/source-values';
import type { Standing } from './counting.js';

/** The week of all weeks together. */
export const everyWeek = 0;
/** The source of all sources together. */
export const everySource = '';

/** Applications that came in one week from one source to one position, and stand and have been in the same place. */
export interface Cohort {
  companyId: string;
  /** Monday 0:00 in Asia/Shanghai, or `everyWeek`. */
  week: number;
  /** One, or `everySource`. */
  source: SourceName | typeof everySource;
  positionId: string;
  stage: Stage;
  furthest: Step;
}

/** How many more or fewer, and the minutes since 1970 at which they came to their stage, summed. */
export interface CohortChange extends Cohort {
  amount: number;
  minutes: number;
}

export function cohortKey(of: Cohort): string {
  return `${of.companyId} ${of.week} ${of.source} ${of.positionId} ${of.stage} ${of.furthest}`;
}

/** Counted four times, so that any choice of week and source is a sum over positions only. */
function cohortsOf(one: Standing): Cohort[] {
  const { companyId, positionId, stage, furthest, source, week } = one;
  const place = { companyId, positionId, stage, furthest };
  return [week, everyWeek].flatMap((of) => [
    { ...place, week: of, source },
    { ...place, week: of, source: everySource },
  ]);
}

/** What moves when these applications stand elsewhere than they were counted. */
export function cohortChanges(
  counted: readonly Standing[],
  now: readonly Standing[],
): CohortChange[] {
  const changes = new Map<string, CohortChange>();
  const add = (one: Standing, by: 1 | -1): void => {
    for (const cohort of cohortsOf(one)) {
      const key = cohortKey(cohort);
      const { amount, minutes } = changes.get(key) ?? { amount: 0, minutes: 0 };
      const moved = { amount: amount + by, minutes: minutes + by * one.stageMinute };
      changes.set(key, { ...cohort, ...moved });
    }
  };
  counted.forEach((one) => {
    add(one, -1);
  });
  now.forEach((one) => {
    add(one, 1);
  });
  return [...changes.values()].filter(({ amount, minutes }) => amount !== 0 || minutes !== 0);
}
