import { type DeliveryShares, sharesIn } from '@zhiyu/contracts/delivery-limits';
import type { ConsentPurpose } from '@zhiyu/contracts/interview';

/** Consents that each rests on; all of them given to sentences that named the weight. */
const needed: Record<keyof DeliveryShares, ConsentPurpose[]> = {
  voice: ['recording', 'transcription', 'automatedAssessment'],
  face: ['recording', 'automatedAssessment', 'facialObservation'],
};

/**
 * Most that voice and face may weigh for a candidate (percent): no more than what the sentences named that were read.
 * @param texts version of the sentences under which each purpose that stands was agreed to
 */
export function agreedShares(texts: Partial<Record<ConsentPurpose, string>>): DeliveryShares {
  const shareOf = (which: keyof DeliveryShares) =>
    Math.min(...needed[which].map((purpose) => sharesIn(texts[purpose] ?? '')[which]));
  return { voice: shareOf('voice'), face: shareOf('face') };
}
