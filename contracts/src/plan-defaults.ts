import type { AccommodationKind, Allowances } from './arrangements.js';

/** Most follow-up questions of one interview where the position's plan says nothing. */
export const usualFollowUps = 2;

/** What candidates may arrange by themselves where the position's plan says nothing. */
export const usualAllowances: Allowances = {
  extendDays: 3,
  accommodations: ['time15', 'noCamera', 'textOnly'],
  pauseMinutes: 15,
};

/** Every accommodation, in the order in which it is shown. */
export const everyAccommodation: readonly AccommodationKind[] = [
  'time15',
  'time2',
  'noCamera',
  'textOnly',
];
