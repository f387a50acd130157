/**
 * Every error a person or a program can be told. The sentence belongs to the locale files
 * (server and mini-app read the same keys); `status` is the HTTP status it travels with.
 */
export const errorStatus = {
  invalidInput: 400,
  idempotencyKeyMissing: 400,
  notSignedIn: 401,
  wrongCredentials: 401,
  linkUsed: 410,
  linkExpired: 410,
  signInOver: 410,
  chatOutsider: 403,
  chatUnknown: 403,
  chatSilent: 502,
  contactRefused: 409,
  directoryEmpty: 409,
  codeWrong: 403,
  codeLocked: 403,
  notAllowed: 403,
  masked: 403,
  originRefused: 403,
  notFound: 404,
  requestInProgress: 409,
  idempotencyKeyReused: 422,
  conflict: 409,
  alreadyDecided: 409,
  /** A decision that has taken effect: the candidate has been answered, or is being. */
  decisionTold: 409,
  stageRefused: 409,
  interviewClosed: 409,
  consentMissing: 409,
  questionNotOpen: 409,
  attemptsUsed: 409,
  /** A round with people: the time is no longer free. */
  timeTaken: 409,
  noFreeTime: 409,
  meetingOver: 409,
  /** Another offer waits for an answer, or was accepted. */
  offerStands: 409,
  /** The offer has been answered, taken back, or its time is over. */
  offerOver: 409,
  pauseUsed: 409,
  pauseUnfit: 409,
  /** HR's pause: only HR ends it before its time. */
  pauseHeld: 409,
  answerTooLate: 409,
  recordedElsewhere: 409,
  uploadOffset: 409,
  secondApproverNeeded: 409,
  /** Another change of the position waits for a second person. */
  proposalWaits: 409,
  reasonUnfit: 400,
  /** A calibration that agrees no better is put to use only with a reason. */
  reasonNeeded: 400,
  tooFewGrades: 409,
  /** Handed in, a scorecard changes no more. */
  scorecardSubmitted: 409,
  scorecardIncomplete: 409,
  /** What people saw in a round is written down once it has begun. */
  roundAhead: 409,
  /** The company has people rate before they see what the machine gave. */
  scorecardFirst: 403,
  questionUnlawful: 400,
  legalGroundMissing: 400,
  /** Voice and face weigh only with a written ground, and by who knows that no evidence speaks for it. */
  weightUngrounded: 400,
  /** The rules of the European Union hold for the company. */
  europeanRules: 409,
  /** The rule of the person's region keeps him from people who work elsewhere. */
  regionRule: 403,
  /** What the person wrote, nobody else changes. */
  saidByPerson: 409,
  staleVersion: 409,
  fileTooLarge: 413,
  fileEmpty: 400,
  fileTypeUnknown: 415,
  fileTypeLies: 415,
  fileEncrypted: 422,
  fileBroken: 422,
  fileTooManyPages: 422,
  fileBomb: 422,
  fileFormulas: 422,
  /** More files in an archive than are taken at once. */
  archiveTooLong: 422,
  sheetTooLong: 422,
  sheetColumns: 422,
  sheetChanged: 409,
  testUnpublished: 409,
  testOver: 409,
  fileTimedOut: 422,
  weakPassword: 400,
  tooManyTries: 429,
  engineMissing: 503,
  storageFull: 507,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** What every failed request answers with. */
export interface ErrorBody {
  code: ErrorCode;
  /** A sentence a person understands, in the language of the request. */
  message: string;
  /** Variables of the sentence, and for `invalidInput` the fields at fault. */
  details?: Record<string, string | number>;
  fields?: { path: string; message: string }[];
  requestId: string;
}

/** The one error class of the server; mapped to HTTP in one filter. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: Record<string, string | number> = {},
    readonly fields: { path: string; message: string }[] = [],
  ) {
    super(code);
    this.name = 'AppError';
  }

  get status(): number {
    return errorStatus[this.code];
  }
}
