import type { ReviewRoom } from './review.js';
import { type ById, route } from './route.js';

/** The review room: recordings with their words, and what several people say of them. */
export const reviewRoutes = {
  reviewRoom: route<ById, ReviewRoom>(
    'GET /api/interviews/:id/review',
    'staff',
    'What is watched and rated of an interview',
  ),
} as const;
