import { z } from 'zod';
import { arrangementsSchema } from './arrangements.js';
import { idSchema, localeSchema, momentSchema } from './basics.js';
import { captionSources } from './captions.js';
import { weighedNoticeSchema } from './delivery-weights.js';
import { askedKinds } from './scoring.js';
import { lastProgramSchema } from './coding.js';
import { recognitions, unheardSchema } from './unheard.js';

/** How an answer is given. */
export const answerModes = ['camera', 'voice', 'text'] as const;
export type AnswerMode = (typeof answerModes)[number];

/** Each purpose is its own sentence and record (R16, R61). */
export const consentPurposes = [
  'recording',
  'transcription',
  'automatedAssessment',
  'facialObservation',
  'browserRecognition',
  'talentPool',
  'poolTransfer',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
/** Asked about only where the position (face) or the company (the browser's recognition) uses them. */
export const extraPurposes = ['facialObservation', 'browserRecognition'] as const;
export type ExtraPurpose = (typeof extraPurposes)[number];

/** Interview steps as the candidate walks them. */
export const interviewStates = [
  'invited',
  'consented',
  'running',
  'finished',
  'expired',
  'cancelled',
] as const;
export type InterviewState = (typeof interviewStates)[number];

export const exchangeSchema = z.object({
  token: z.string().min(20).max(200),
  locale: localeSchema.optional(),
  /**
   * A secret of the device, kept there. When the answer to the first trade was lost, the same device trades again with
   * it for some minutes; whoever opens the link elsewhere does not have it.
   */
  device: z
    .string()
    .regex(/^[\w-]{32,64}$/)
    .optional(),
});
export type Exchange = z.infer<typeof exchangeSchema>;
export const exchangeResultSchema = z.object({
  /** Where to go: the interview, or the status page. */
  next: z.enum(['interview', 'status', 'code']),
  /** Set with `code`: a second device needs the digits before it gets a session. */
  challenge: z.string().nullable(),
  triesLeft: z.number().int().nullable(),
});
export type ExchangeResult = z.infer<typeof exchangeResultSchema>;
/** Six digits shown on the first device, or the last four of the phone number. */
export const codeSchema = z.object({
  challenge: z.string().min(20),
  digits: z.string().regex(/^(\d{4}|\d{6})$/),
});
export type CodeInput = z.infer<typeof codeSchema>;
export const deviceCodeSchema = z.object({ digits: z.string(), expiresAt: momentSchema });
export type DeviceCode = z.infer<typeof deviceCodeSchema>;

export const attemptSchema = z.object({
  id: idSchema,
  mode: z.enum(answerModes),
  state: z.enum(['recording', 'finished']),
  chosen: z.boolean(),
  /** Seconds of recording the server has acknowledged. */
  seconds: z.number(),
  /** The words as they stand now, and where they come from; null = nobody wrote or recognised them yet. */
  words: z.string().nullable(),
  wordsFrom: z.enum(['engine', 'candidate', 'hr']).nullable(),
  /** Words the engine was unsure of. */
  doubtful: z.array(z.string()),
  /** pending = the engine still works on it; failed = it was away; broken = no program can read the recording. */
  recognition: z.enum(recognitions),
  hasMedia: z.boolean(),
  /** Begun on the device that asks; another one's is gone on with there, or taken over. */
  here: z.boolean(),
});
export type Attempt = z.infer<typeof attemptSchema>;

/** In the order in which they are preferred. */
export const readers = ['person', 'synthetic', 'device'] as const;
export type QuestionReader = (typeof readers)[number];

export const currentQuestionSchema = z.object({
  answerId: idSchema,
  /** 0-based. */
  index: z.number().int(),
  text: z.string(),
  hint: z.string(),
  kind: z.enum(askedKinds),
  /** Why this question, where there is a reason; empty otherwise. */
  reason: z.string(),
  /** Who reads these very words aloud: a recording of a person, of a synthetic voice, or the device itself. */
  readBy: z.enum(readers),
  /** A program is the answer. */
  coding: z.boolean(),
  phase: z.enum(['thinking', 'answering', 'reviewing']),
  thinkingSeconds: z.number().int(),
  answerSeconds: z.number().int(),
  thinkingEndsAt: momentSchema.nullable(),
  answerEndsAt: momentSchema.nullable(),
  attempts: z.array(attemptSchema),
  /** Recordings that may still be made again. */
  attemptsLeft: z.number().int(),
});
export type CurrentQuestion = z.infer<typeof currentQuestionSchema>;

/** All the candidate's page needs; times on the server's clock, `serverNow` tells it. */
export const candidateInterviewSchema = z.object({
  interviewId: idSchema,
  applicationId: idSchema,
  candidateName: z.string(),
  companyName: z.string(),
  companyLogo: z.string().nullable(),
  positionName: z.string(),
  contactName: z.string(),
  locale: localeSchema,
  state: z.enum(interviewStates),
  serverNow: momentSchema,
  deadline: momentSchema,
  minutes: z.number().int(),
  questionCount: z.number().int(),
  answered: z.number().int(),
  consents: z.record(z.enum(consentPurposes), z.boolean().nullable()),
  /** Purposes beyond the four that everybody is asked about: only what position and company switch on. */
  asked: z.array(z.enum(extraPurposes)),
  /** Days the recording is kept. */
  keepDays: z.number().int(),
  speech: z.object({ driver: z.enum(['none', 'openai', 'sherpa']), available: z.boolean() }),
  /** Who makes the live captions; null: there are none. */
  captions: z.enum(captionSources).nullable(),
  /** Hosts outside the company that get to hear recordings, words of answers, or questions to read; null: nobody does. */
  outside: z.object({
    speech: z.string().nullable(),
    model: z.string().nullable(),
    voice: z.string().nullable(),
  }),
  /** Null: words alone count. */
  weighed: weighedNoticeSchema.nullable(),
  /** Where the rules of the European Union hold: what is read before agreeing. */
  european: weighedNoticeSchema.nullable(),
  current: currentQuestionSchema.nullable(),
  arrangements: arrangementsSchema,
  /** The answer's words are still on their way and a follow-up may come until then; null: go on. */
  decidingUntil: momentSchema.nullable(),
  /** Questions whose recording is bad: only these may be answered again, before handing in. */
  unheard: z.array(unheardSchema),
  example: z.boolean(),
});
export type CandidateInterview = z.infer<typeof candidateInterviewSchema>;

export const consentInputSchema = z.object({
  recording: z.boolean(),
  transcription: z.boolean(),
  automatedAssessment: z.boolean(),
  /** Absent where nobody was asked. */
  facialObservation: z.boolean().optional(),
  browserRecognition: z.boolean().optional(),
  talentPool: z.boolean(),
  textVersion: z.string().max(20),
});
export type ConsentInput = z.infer<typeof consentInputSchema>;

export const deviceCheckSchema = z.object({
  camera: z.enum(['ok', 'refused', 'missing', 'busy', 'insecure', 'unsupported', 'off']),
  microphone: z.enum(['ok', 'refused', 'missing', 'busy', 'insecure', 'unsupported', 'off']),
  /** What the line carries upwards, in kbit/s; 0 where it was not measured. */
  kbps: z.number().int().nonnegative(),
  mode: z.enum(answerModes),
});
export type DeviceCheck = z.infer<typeof deviceCheckSchema>;

export const beginAttemptSchema = z.object({
  answerId: idSchema,
  mode: z.enum(answerModes),
  /** Of the video (or the audio in voice mode), as MediaRecorder says; empty for text. */
  mimeType: z.string().max(100),
  audioMimeType: z.string().max(100),
  /** Another device answers this question: it ends there and goes on here. */
  takeOver: z.boolean().optional(),
});
export type BeginAttempt = z.infer<typeof beginAttemptSchema>;
export const begunAttemptSchema = z.object({
  attemptId: idSchema,
  serverNow: momentSchema,
  endsAt: momentSchema,
  /** Seconds of the answer time that were spent on thinking beyond the thinking time. */
  overrunSeconds: z.number().int(),
  /** tus 1.0 upload addresses with deferred length; null where the mode has no such track. */
  videoUrl: z.string().nullable(),
  audioUrl: z.string().nullable(),
});
export type BegunAttempt = z.infer<typeof begunAttemptSchema>;

export const finishAttemptSchema = z.object({
  attemptId: idSchema,
  /** Length as the device's monotonic clock measured it. */
  durationMs: z.number().int().min(0).max(3_600_000),
  /** The written answer in text mode. */
  text: z.string().max(20_000),
  pasted: z.boolean(),
  offline: z.boolean(),
  /** Of a programming question. */
  program: lastProgramSchema.optional(),
});
export type FinishAttempt = z.infer<typeof finishAttemptSchema>;

export const chooseAttemptSchema = z.object({ answerId: idSchema, attemptId: idSchema });
export type ChooseAttempt = z.infer<typeof chooseAttemptSchema>;
export const writeTranscriptSchema = z.object({
  attemptId: idSchema,
  text: z.string().max(20_000),
});
export type WriteTranscript = z.infer<typeof writeTranscriptSchema>;

/** The candidate's own page: before, after, result and letter (screens f, g, ae). */
export const candidateStatusSchema = z.object({
  applicationId: idSchema,
  candidateName: z.string(),
  companyName: z.string(),
  companyLogo: z.string().nullable(),
  positionName: z.string(),
  contactName: z.string(),
  locale: localeSchema,
  serverNow: momentSchema,
  steps: z.array(
    z.object({
      code: z.enum(['received', 'interview', 'assessment', 'answer']),
      state: z.enum(['done', 'now', 'next']),
      at: momentSchema.nullable(),
    }),
  ),
  promises: z.array(
    z.object({ text: z.string(), dueAt: momentSchema, keptAt: momentSchema.nullable() }),
  ),
  interview: z
    .object({ id: idSchema, state: z.enum(interviewStates), deadline: momentSchema })
    .nullable(),
  answers: z.array(
    z.object({
      answerId: idSchema,
      attemptId: idSchema,
      index: z.number().int(),
      question: z.string(),
      mode: z.enum(answerModes),
      seconds: z.number(),
      hasMedia: z.boolean(),
      words: z.string().nullable(),
      wordsFrom: z.enum(['engine', 'candidate', 'hr']).nullable(),
      /** The words may still be written or corrected. */
      editable: z.boolean(),
    }),
  ),
  outcome: z.enum(['open', 'passed', 'notSelected', 'withdrawn']),
  nextRound: z
    .object({
      name: z.string(),
      startsAt: momentSchema,
      place: z.string(),
      contact: z.string(),
      calendarUrl: z.string(),
      cancelled: z.boolean(),
    })
    .nullable(),
  letter: z
    .object({
      greeting: z.string(),
      decidedBy: z.string(),
      paragraphs: z.array(z.string()),
      strengths: z.array(
        z.object({ text: z.string(), quote: z.string(), seconds: z.number().nullable() }),
      ),
      practice: z
        .object({ text: z.string(), quote: z.string(), seconds: z.number().nullable() })
        .nullable(),
      closing: z.string(),
    })
    .nullable(),
  talentPool: z.boolean(),
  example: z.boolean(),
});
export type CandidateStatus = z.infer<typeof candidateStatusSchema>;

/** One answer that HR reads and, where no engine heard it, types (marked so). */
export const staffTranscriptSchema = z.object({
  attemptId: idSchema,
  text: z.string().min(1).max(20_000),
});
export type StaffTranscript = z.infer<typeof staffTranscriptSchema>;
