import type { Done, Nothing } from './basics.js';
import type {
  AskLive,
  ExtendDeadline,
  GiveTime,
  Hold,
  LiveList,
  LiveView,
  OwnWord,
  TellCandidate,
} from './live.js';
import { type ById, route } from './route.js';

/** Interviews that run right now. */
export const liveRoutes = {
  liveInterviews: route<Nothing, LiveList>(
    'GET /api/live',
    'staff',
    'Who is where in a running interview',
  ),
  liveInterview: route<AskLive, LiveView>(
    'GET /api/live/:id',
    'staff',
    'One running interview with the answers so far',
  ),
  holdInterview: route<Hold, Done>(
    'POST /api/live/:id/hold',
    'staff',
    'Stop a running interview for some minutes, with a word to the candidate',
    { once: true },
  ),
  releaseInterview: route<ById, Done>('POST /api/live/:id/release', 'staff', 'Let it go on', {
    once: true,
  }),
  giveTime: route<GiveTime, Done>(
    'POST /api/live/:id/time',
    'staff',
    'More minutes for the question that is open',
    { once: true },
  ),
  tellCandidate: route<TellCandidate, Done>(
    'POST /api/live/:id/message',
    'staff',
    'A word to the candidate, on his page',
    { once: true },
  ),
  extendDeadline: route<ExtendDeadline, Done>(
    'POST /api/interviews/:id/deadline',
    'staff',
    'More days for an invitation or an interview, with a word to the candidate',
    { once: true },
  ),
  ownWord: route<Nothing, OwnWord>(
    'GET /api/candidate/interview/word',
    'candidate',
    'What a person of the company has just said or done',
  ),
} as const;
