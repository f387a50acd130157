import type { Done, Nothing } from './basics.js';
import type { FeedbackList, SendFeedback, SettleFeedback } from './feedback.js';
import { route } from './route.js';

/** What people who work with the product say of it. */
export const feedbackRoutes = {
  sendFeedback: route<SendFeedback, Done>(
    'POST /api/feedback',
    'staff',
    'Tell the administrators something about a page',
    { once: true },
  ),
  listFeedback: route<Nothing, FeedbackList>(
    'GET /api/feedback',
    'staff',
    'What people said of pages, open ones first',
  ),
  settleFeedback: route<SettleFeedback, FeedbackList>(
    'POST /api/feedback/:id/done',
    'staff',
    'Done, with an answer to the writer or without',
    { once: true },
  ),
} as const;
