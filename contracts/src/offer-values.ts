// Without zod: the mini-app loads these words where it loads no schema.

/**
 * draft: written; approval: waits for a second person; sent: waits for the candidate; arrived, absent: whether somebody
 * who had accepted came on the first day.
 */
export const offerStates = [
  'draft',
  'approval',
  'sent',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
  'arrived',
  'absent',
] as const;
export type OfferState = (typeof offerStates)[number];

/** States after which another one may be written. */
export const endedOffers: readonly OfferState[] = ['declined', 'expired', 'withdrawn', 'absent'];

export const probationMonthsAtMost = 6;
/** Days to answer that a first draft has. */
export const usualAnswerDays = 5;
