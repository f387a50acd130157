import type { PassLimits } from './pass-alerts.js';

/** As long as nobody chose otherwise. */
export const usualPassLimits: PassLimits = { leastDecided: 20, limit: 50, days: 90 };
