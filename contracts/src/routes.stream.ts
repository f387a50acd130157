import { route } from './route.js';
import type { Poll, PollResult } from './stream.js';

/** What happened since, where a browser cannot listen: both sides ask. */
export const streamRoutes = {
  poll: route<Poll, PollResult>('GET /api/stream/poll', 'any', 'What happened since'),
} as const;
