import type { Accommodations, Extend, RemindMe } from './arrangements.js';
import type { Nothing } from './basics.js';
import type { CandidateInterview } from './interview.js';
import { route } from './route.js';

/** What a candidate arranges and asks for. */
export const requestRoutes = {
  remindMe: route<RemindMe, CandidateInterview>(
    'PUT /api/candidate/reminder',
    'candidate',
    'Remind me at this time',
  ),
  extend: route<Extend, CandidateInterview>(
    'POST /api/candidate/extension',
    'candidate',
    'More days; beyond what the position allows HR is asked',
    { once: true },
  ),
  accommodate: route<Accommodations, CandidateInterview>(
    'PUT /api/candidate/accommodations',
    'candidate',
    'More time, no camera, writing only; HR is asked for what the position does not grant at once',
  ),
  pause: route<Nothing, CandidateInterview>(
    'POST /api/candidate/interview/pause',
    'candidate',
    'Stop between questions or while thinking',
  ),
  resume: route<Nothing, CandidateInterview>(
    'POST /api/candidate/interview/resume',
    'candidate',
    'Go on',
  ),
} as const;
