import type { AccommodationKind } from './arrangements.js';
import type { OfferState } from './offer-values.js';
import type { RequestKind, RequestState } from './requests.js';
import type { DecisionKind } from './application.js';
import type { Stage } from './stage-values.js';

interface OfApplication {
  applicationId: string;
}
interface OfInterview extends OfApplication {
  interviewId: string;
}

/**
 * What can happen (facts, past tense). Payloads are ids and primitives. Written to the append-only log in
 * the transaction of the change; every subscriber gets it as a job of its own.
 */
export interface EventMap {
  PositionChanged: { positionId: string; version: number };
  /** A share of passes lies under its limit: a meeting about the process is proposed. */
  ProcessMeetingProposed: { positionId: string; meetingId: string };
  ProcessMeetingArranged: { positionId: string; meetingId: string; startsAt: number };
  /** What is to change in the model was written down. */
  ModelChangeAsked: { positionId: string; meetingId: string; byStaffId: string };
  /** No meeting: somebody put it off, or the share has risen. */
  ProcessMeetingClosed: { positionId: string; meetingId: string };
  /** What was to change was changed, or it was decided not to. */
  ModelChangeSettled: { positionId: string; requestId: string; byStaffId: string };
  /** A new version waits for a second person. */
  ProposalMade: { positionId: string; proposalId: string; byStaffId: string };
  ProposalAnswered: {
    positionId: string;
    proposalId: string;
    published: boolean;
    byStaffId: string;
  };
  /** Somebody told the administrators something about a page. */
  FeedbackGiven: { feedbackId: string; byStaffId: string };
  FeedbackAnswered: { feedbackId: string; byStaffId: string };
  ApplicationReceived: OfApplication & { positionId: string; source: string };
  /** With the batch it came in by; nothing had gone out to the candidate or come from him. */
  ApplicationTakenBack: OfApplication & { batchId: string; byStaffId: string };
  ScreeningDecided: OfApplication & { outcome: 'pass' | 'reject' | 'look' };
  InvitationSent: OfInterview & { deadline: number };
  ConsentGiven: OfApplication & { purpose: string };
  ConsentWithdrawn: OfApplication & { purpose: string };
  InterviewStarted: OfInterview;
  QuestionAsked: OfInterview & { answerId: string; index: number };
  /** A question beside the plan; `byStaffId` null: by the rules, about the answer before. */
  QuestionAdded: OfInterview & { answerId: string; kind: string; byStaffId: string | null };
  /** The answer goes on at another device of the candidate. */
  AnswerMoved: OfInterview & { answerId: string };
  AnswerRecorded: OfInterview & { answerId: string; attemptId: string };
  AnswerTranscribed: OfInterview & { answerId: string; attemptId: string; origin: string };
  InterviewCompleted: OfInterview;
  ReportReady: OfInterview & { reportId: string };
  /** A comment or a mark in the review room; also when it was taken back. */
  ReviewNoted: OfInterview & { noteId: string };
  ReviewerAsked: OfInterview & { staffId: string; byStaffId: string };
  ScorecardSubmitted: OfInterview & { scorecardId: string; byStaffId: string };
  /** With this scorecard people are two levels or more apart on so many dimensions. */
  ReviewersApart: OfInterview & { scorecardId: string; dimensions: number };
  /** The candidate wants to be reminded at this moment. */
  ReminderChosen: OfInterview & { remindAt: number };
  /** `staffId` null: by what the position allows. */
  DeadlineExtended: OfInterview & {
    deadline: number;
    days: number;
    staffId: string | null;
    /** False: HR did it without being asked; absent in facts from before there was that. */
    asked?: boolean;
  };
  /** More time, no camera, writing only: a fact of the way, never of the person's worth. */
  AccommodationGranted: OfInterview & { kind: AccommodationKind; staffId: string | null };
  AccommodationEnded: OfInterview & { kind: AccommodationKind };
  InterviewPaused: OfInterview & { thinking: boolean };
  InterviewResumed: OfInterview & { seconds: number };
  /** HR has stopped a running interview for so many minutes. */
  InterviewHeld: OfInterview & { minutes: number; byStaffId: string };
  /** For the question that was open. */
  TimeGiven: OfInterview & { minutes: number; byStaffId: string };
  /** HR said something to the candidate while the interview ran; never the words. */
  CandidateTold: OfInterview & { byStaffId: string };
  /** A round with people has another time; `byStaffId` null: the candidate chose it. */
  MeetingMoved: OfInterview & { startsAt: number; byStaffId: string | null };
  MeetingCancelled: OfInterview & { byStaffId: string | null };
  /** So many times were offered by hand. */
  MeetingOffered: OfInterview & { times: number; byStaffId: string };
  /** Who is there of the company was chosen; `added`: those who were not before. */
  MeetingStaffed: OfInterview & { staffIds: string[]; added: string[]; byStaffId: string };
  RequestMade: OfApplication & { requestId: string; kind: RequestKind };
  RequestAnswered: OfApplication & { requestId: string; kind: RequestKind; state: RequestState };
  PersonAsked: OfApplication;
  /** The candidate added this recruiter as a contact in the company's chat. */
  ContactAdded: OfApplication & { staffId: string };
  /** The candidate wrote in a conversation; `about` what was understood, never the words. */
  CandidateAsked: OfApplication & { channel: string; about: string };
  /** He was answered there. */
  CandidateAnswered: OfApplication & { channel: string; about: string };
  CardDelivered: { cardId: string; channel: string; applicationId?: string };
  /** One way outside the web inbox was given up; `reason` in words, without personal data. */
  CardNotDelivered: { cardId: string; channel: string; reason: string; applicationId?: string };
  /** The card shows something else now, not by a press on it. */
  CardChanged: { cardId: string; applicationId?: string };
  CardActioned: { cardId: string; action: string; effective: boolean; applicationId?: string };
  /** A written test was sent; `byStaffId` null: with the invitation, as the position says. */
  TestSent: OfApplication & { sittingId: string; deadline: number; byStaffId: string | null };
  TestStarted: OfApplication & { sittingId: string };
  /** `timeUp`: the time was over before it was handed in. */
  TestSubmitted: OfApplication & { sittingId: string; timeUp: boolean };
  /** A result of a written test stands: `source` entered, imported or taken. */
  TestResultKept: OfApplication & { resultId: string; source: string };
  TestResultWithdrawn: OfApplication & { resultId: string; byStaffId: string };
  DecisionMade: OfApplication & { decisionId: string; kind: DecisionKind; automatic: boolean };
  ApplicationMoved: OfApplication & { from: Stage; to: Stage };
  ResultSent: OfApplication & { outcome: 'passed' | 'notSelected' };
  PromiseMade: OfApplication & { promiseId: string; dueAt: number };
  PromiseKept: OfApplication & { promiseId: string };
  PromiseDue: OfApplication & { promiseId: string; at: 'half' | 'end' };
  /** This application's person and another are said to be one. */
  PeopleMerged: OfApplication & { mergeId: string; byStaffId: string };
  /** That was taken back: everything stands as it was before. */
  PeopleParted: OfApplication & { mergeId: string; byStaffId: string };
  /** An appraisal of somebody who works here was entered, or taken back. */
  PerformanceChanged: OfApplication & { recordId: string; removed: boolean; byStaffId: string };
  /** Somebody in the talent pool was told of another position. */
  PoolInvited: OfApplication & { invitationId: string; positionId: string; byStaffId: string };
  /** A tag was put on somebody in the pool, or taken off; its words are nowhere but with the person. */
  PoolTagged: OfApplication & { tagged: boolean; byStaffId: string };
  PoolAnswered: OfApplication & { invitationId: string; yes: boolean };
  PersonErased: { personId: string };
  /** An offer stands there now; `byStaffId` null: the candidate did it, or time. */
  OfferChanged: OfApplication & { offerId: string; state: OfferState; byStaffId: string | null };
  CandidateHired: OfApplication;
  /** A member of the staff is no longer in the company's chat. */
  ChatMemberLeft: { staffId: string; channel: string };
  SessionsEnded: { subjectId: string };
  /** Deactivated, or no HR any more: what this person was responsible for is everybody's with the role. */
  ResponsibilityEnded: { staffId: string; byStaffId: string | null };
}
export type EventName = keyof EventMap;
