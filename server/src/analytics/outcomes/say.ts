import type { OutcomeRate, Outcomes, Share } from '@zhiyu/contracts/outcomes';
import { differenceOf, FEW } from '@zhiyu/contracts/rate';

/** Of these less is better. */
const lower: readonly OutcomeRate[] = ['loss'];

/** What can be said of a change: nothing of few people, nothing where chance alone explains it. */
export function sayOf(
  name: OutcomeRate,
  now: Share,
  before: Share,
): Outcomes['rates'][number]['say'] {
  const difference = differenceOf(now, before);
  if (difference === null || Math.min(now.of, before.of) < FEW) {
    return 'few';
  }
  if (difference.low <= 0 && difference.high >= 0) {
    return 'within';
  }
  return difference.by > 0 === lower.includes(name) ? 'worse' : 'better';
}
