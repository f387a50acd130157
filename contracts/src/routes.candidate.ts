import type { Done, Nothing } from './basics.js';
import type { AskHeard, Heard } from './captions.js';
import type { CandidateChat } from './channels.js';
import type { Inbox, PressInput, PressResult } from './card.js';
import type {
  BeginAttempt,
  BegunAttempt,
  CandidateInterview,
  CandidateStatus,
  ChooseAttempt,
  CodeInput,
  ConsentInput,
  DeviceCheck,
  DeviceCode,
  Exchange,
  ExchangeResult,
  FinishAttempt,
  WriteTranscript,
} from './interview.js';
import type { MeasureLine } from './line.js';
import type { ExplainFact, FactList, NoteFace, NoteFacts } from './observation.js';
import { route } from './route.js';
import type { AnswerAgain } from './unheard.js';
import type { TalentPoolInput } from './talent-pool.js';

/** The candidate's side. */
export const candidateRoutes = {
  // candidate
  exchange: route<Exchange, ExchangeResult>(
    'POST /api/candidate/sessions',
    'public',
    'Trade the invitation for a session',
  ),
  enterCode: route<CodeInput, ExchangeResult>(
    'POST /api/candidate/sessions/code',
    'public',
    'Open on a second device',
  ),
  deviceCode: route<Nothing, DeviceCode>(
    'POST /api/candidate/device-code',
    'candidate',
    'Digits for a second device',
  ),
  candidateInterview: route<Nothing, CandidateInterview>(
    'GET /api/candidate/interview',
    'candidate',
    'The own interview',
  ),
  giveConsents: route<ConsentInput, CandidateInterview>(
    'PUT /api/candidate/consents',
    'candidate',
    'Agree or refuse, each apart',
  ),
  measureLine: route<MeasureLine, Done>(
    'PUT /api/candidate/line',
    'candidate',
    'Carries a load and forgets it: how fast is the line?',
  ),
  deviceCheck: route<DeviceCheck, CandidateInterview>(
    'POST /api/candidate/device-check',
    'candidate',
    'What works on this device',
    { once: true },
  ),
  nextQuestion: route<Nothing, CandidateInterview>(
    'POST /api/candidate/questions/next',
    'candidate',
    'Open the next question',
    { once: true },
  ),
  answerAgain: route<AnswerAgain, CandidateInterview>(
    'POST /api/candidate/answers/:answerId/again',
    'candidate',
    'A bad recording: the same question once more',
    { once: true },
  ),
  beginAttempt: route<BeginAttempt, BegunAttempt>(
    'POST /api/candidate/answers/:answerId/attempts',
    'candidate',
    'Start answering',
    { once: true },
  ),
  finishAttempt: route<FinishAttempt, CandidateInterview>(
    'POST /api/candidate/attempts/:attemptId/finish',
    'candidate',
    'Done answering',
    { once: true },
  ),
  writeTranscript: route<WriteTranscript, CandidateInterview>(
    'PUT /api/candidate/attempts/:attemptId/transcript',
    'candidate',
    'Write or correct the words',
  ),
  chooseAttempt: route<ChooseAttempt, CandidateInterview>(
    'POST /api/candidate/answers/:answerId/choice',
    'candidate',
    'Use this one',
    { once: true },
  ),
  noteFacts: route<NoteFacts, Done>(
    'POST /api/candidate/facts',
    'candidate',
    'What happened beside the answers',
  ),
  ownFacts: route<Nothing, FactList>(
    'GET /api/candidate/facts',
    'candidate',
    'What was noted, as HR sees it',
  ),
  explainFact: route<ExplainFact, FactList>(
    'PUT /api/candidate/facts/:id/reason',
    'candidate',
    'The own reason beside a fact',
  ),
  noteFace: route<NoteFace, Done>(
    'POST /api/candidate/attempts/:attemptId/face',
    'candidate',
    'Numbers of the face, never pictures',
  ),
  heardSoFar: route<AskHeard, Heard>(
    'GET /api/candidate/attempts/:attemptId/heard',
    'candidate',
    'What the engine heard of the running recording so far',
  ),
  noteCaptions: route<WriteTranscript, Done>(
    'PUT /api/candidate/attempts/:attemptId/captions',
    'candidate',
    'What the own browser heard, marked so',
  ),
  finishInterview: route<Nothing, CandidateStatus>(
    'POST /api/candidate/interview/finish',
    'candidate',
    'Hand in',
    { once: true },
  ),
  askForPerson: route<Nothing, Done>(
    'POST /api/candidate/person-please',
    'candidate',
    'A person instead of the machine',
    { once: true },
  ),
  candidateChat: route<Nothing, CandidateChat>(
    'GET /api/candidate/chat',
    'candidate',
    'Link to go on in WeChat',
  ),
  candidateStatus: route<Nothing, CandidateStatus>(
    'GET /api/candidate/status',
    'candidate',
    'Where the application stands',
  ),
  talentPool: route<TalentPoolInput, CandidateStatus>(
    'PUT /api/candidate/talent-pool',
    'candidate',
    'Join or leave the talent pool',
  ),
  withdraw: route<Nothing, CandidateStatus>(
    'POST /api/candidate/withdraw',
    'candidate',
    'Withdraw the application',
    { once: true },
  ),
  seenCandidateInbox: route<Nothing, Done>(
    'POST /api/candidate/inbox/seen',
    'candidate',
    'Everything there was read',
  ),
  candidateInbox: route<Nothing, Inbox>('GET /api/candidate/inbox', 'candidate', 'Own cards'),
  candidatePress: route<PressInput, PressResult>(
    'POST /api/candidate/cards/:cardId/presses',
    'candidate',
    'Press a button',
    { once: true },
  ),
} as const;
