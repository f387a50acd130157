import type { Nothing } from './basics.js';
import type {
  MeetingList,
  MeetingTimes,
  MeetingView,
  MoveMeeting,
  OfferTimes,
  OwnMeeting,
  PickTime,
  RoundPeople,
  SetRoundPeople,
} from './meetings.js';
import { type ById, route } from './route.js';

/** When rounds with people take place. */
export const meetingRoutes = {
  meetings: route<Nothing, MeetingList>(
    'GET /api/meetings',
    'staff',
    'Rounds with people that are to come',
  ),
  meetingTimes: route<ById, MeetingTimes>(
    'GET /api/meetings/:id/times',
    'staff',
    'Times that are free for everybody',
  ),
  offerTimes: route<OfferTimes, MeetingView>(
    'PUT /api/meetings/:id/times',
    'staff',
    'Offer the candidate these times to choose from',
  ),
  moveMeeting: route<MoveMeeting, MeetingView>(
    'POST /api/meetings/:id/move',
    'staff',
    'Move a round, or bring it back; without a time to the next free one',
    { once: true },
  ),
  cancelMeeting: route<ById, MeetingView>(
    'POST /api/meetings/:id/cancel',
    'staff',
    'Cancel a round',
    { once: true },
  ),
  roundPeople: route<ById, RoundPeople>(
    'GET /api/meetings/:id/people',
    'staff',
    'Who is there of the company, and who could be',
  ),
  setRoundPeople: route<SetRoundPeople, MeetingView>(
    'PUT /api/meetings/:id/people',
    'staff',
    'Choose who is there of the company',
  ),
  ownMeeting: route<Nothing, OwnMeeting>(
    'GET /api/candidate/meeting',
    'candidate',
    'The next round, and other times',
  ),
  pickTime: route<PickTime, OwnMeeting>(
    'POST /api/candidate/meeting/move',
    'candidate',
    'Choose another time',
    { once: true },
  ),
  cancelOwnMeeting: route<Nothing, OwnMeeting>(
    'POST /api/candidate/meeting/cancel',
    'candidate',
    'Say that one cannot come',
    { once: true },
  ),
} as const;
