import type { Accommodations, Extend, RemindMe } from './arrangements.js';
import type { Nothing } from './basics.js';
import type { CandidateInterview } from './interview.js';
import type { OwnData } from './own-data.js';
import type { OwnReport } from './own-report.js';
import type { MakeRequest, OwnPage, SurveyInput, SurveyResult } from './requests.js';
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
  ownPage: route<Nothing, OwnPage>(
    'GET /api/candidate/own',
    'candidate',
    'Own requests, consents and what can be asked for',
  ),
  makeRequest: route<MakeRequest, OwnPage>(
    'POST /api/candidate/requests',
    'candidate',
    'A question, a second look, erasure: a person answers',
    { once: true },
  ),
  answerSurvey: route<SurveyInput, OwnPage>(
    'POST /api/candidate/survey',
    'candidate',
    'Two questions about the interview, kept without the name',
    { once: true },
  ),
  ownData: route<Nothing, OwnData>(
    'GET /api/candidate/data',
    'candidate',
    'A copy of everything known of the candidate',
  ),
  ownReport: route<Nothing, OwnReport>(
    'GET /api/candidate/report',
    'candidate',
    'Whether the own version of the report can be fetched',
  ),
  surveyResult: route<Nothing, SurveyResult>(
    'GET /api/survey',
    'staff',
    'What candidates think of the interviews, where enough have answered',
  ),
} as const;
