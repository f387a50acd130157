/**
 * Versions of the sentences that candidates agree to. Each decision is stored with the version that was on the screen,
 * so new sentences need a new version (a test compares them).
 */
export const consentTexts = {
  /** The decisions before an interview and on the own page: `consent` of the candidate's locale files. */
  interview: '2026-11-22.4',
  /** The two boxes of the application form: `apply` of the candidate's locale files. */
  application: '2026-11-22.apply',
  /** Joining and leaving the talent pool on the own page, and the button of the letter's card. */
  talentPool: '2026-11-22.pool',
  /** Staying in the talent pool for the months of a region, and being seen from elsewhere: `global` of pool-own. */
  poolKept: '2026-11-23.pool',
  poolTransfer: '2026-11-23.cross',
} as const;

/** Days of sentences on the talent pool that people have agreed to, oldest first. */
export const poolTextDays = ['2026-11-22', '2026-11-23'] as const;

/** Stored where whoever sent a form did not tell which sentences it showed. */
export const untoldText = 'notTold';
