import type { Outcomes } from '@zhiyu/contracts/outcomes';
import { FEW } from '@zhiyu/contracts/rate';

export type RateRow = Outcomes['rates'][number];
export type TimeRow = Outcomes['times'][number];

/** What a changed median says; nothing of few. */
export function sayOfTime({ now, before }: TimeRow): 'faster' | 'slower' | 'same' | 'few' {
  if (now.medianMs === null || before.medianMs === null || Math.min(now.of, before.of) < FEW) {
    return 'few';
  }
  const less = before.medianMs - now.medianMs;
  return less === 0 ? 'same' : less > 0 ? 'faster' : 'slower';
}

/** Names of the rates that changed for the better or the worse beyond their error. */
export function changedRates({ rates }: Outcomes, say: 'better' | 'worse'): RateRow['name'][] {
  return rates.filter((rate) => rate.say === say).map(({ name }) => name);
}

/** Whether both periods have too few people for any comparison. */
export function isFew({ rates }: Outcomes): boolean {
  return rates.every(({ say }) => say === 'few');
}

/** Whether anything at all was counted in the period. */
export function isEmpty({ rates, times }: Outcomes): boolean {
  return [...rates, ...times].every(({ now }) => now.of === 0);
}
