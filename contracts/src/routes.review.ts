import type { Done } from './basics.js';
import type {
  AddReviewNote,
  ApplicationReviews,
  AskReviewer,
  Here,
  KeepRating,
  KeepSummary,
  Presence,
  Rating,
  RemoveReviewNote,
  ReviewRoom,
  Summary,
} from './review.js';
import { type ById, route } from './route.js';

/** The review room: recordings with their words, and what several people say of them. */
export const reviewRoutes = {
  reviewRoom: route<ById, ReviewRoom>(
    'GET /api/interviews/:id/review',
    'staff',
    'What is watched and rated of an interview',
  ),
  keepRating: route<KeepRating, Rating>(
    'PUT /api/interviews/:id/scorecard/ratings/:dimension',
    'staff',
    'Keep a level of the own scorecard',
  ),
  keepSummary: route<KeepSummary, Summary>(
    'PUT /api/interviews/:id/scorecard/summary',
    'staff',
    'Keep the opinion of the own scorecard',
  ),
  submitScorecard: route<ById, ReviewRoom>(
    'POST /api/interviews/:id/scorecard',
    'staff',
    'Hand in the own scorecard',
    { once: true },
  ),
  addReviewNote: route<AddReviewNote, Done>(
    'POST /api/interviews/:id/notes',
    'staff',
    'Comment at a second, or mark it',
    { once: true },
  ),
  removeReviewNote: route<RemoveReviewNote, Done>(
    'DELETE /api/interviews/:id/notes/:note',
    'staff',
    'Take back an own comment or mark',
  ),
  askReviewer: route<AskReviewer, Done>(
    'PUT /api/interviews/:id/reviewers/:staffId',
    'staff',
    'Ask a colleague to rate as well',
  ),
  tellHere: route<Here, Presence>(
    'PUT /api/interviews/:id/review/here',
    'staff',
    'Say that the room is open, and hear who else has it open',
  ),
  applicationReviews: route<ById, ApplicationReviews>(
    'GET /api/applications/:id/reviews',
    'staff',
    'Scorecards of an application and the decisions made on them',
  ),
} as const;
