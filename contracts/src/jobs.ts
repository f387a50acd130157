import type { Rhythm } from './digest.js';
import type { Locale } from './basics.js';
import type { ChatName } from './directory.js';
import type { EventMap, EventName } from './events.js';

/** What can run in the background beside the subscribers of events (`on:Event:room`). */
export interface JobMap {
  'media.seal': { attemptId: string; mediaId: string };
  /** Facts of a recording's sound, after it has its seekable copy. */
  'sound.measure': { mediaId: string };
  'speech.transcribe': { attemptId: string };
  /** The questions of an interview are read by the synthetic voice, before anybody waits for them. */
  'question.read': { interviewId: string };
  /** `again`: a person asked for it, so that what is in use now counts. */
  'scoring.report': { interviewId: string; again?: true };
  /** Answers to grade, as cards, to those who asked for them. */
  'grade.daily': { due: number };
  'coding.judge': { submissionId: string };
  /** The time of a written test is up, or it was not begun until its deadline. */
  'test.end': { sittingId: string };
  'test.mark': { sittingId: string };
  /** Figures of every question, from what its answers were worth. */
  'items.daily': { due: number };
  /** Tags of people whose time in the talent pool has run out. */
  'pool.daily': { due: number };
  'promise.remind': { promiseId: string; at: 'half' | 'end' };
  /** `chosenAt`: the candidate chose the time; a later choice takes its place. */
  'invitation.remind': { interviewId: string; chosenAt?: number };
  'invitation.expire': { interviewId: string };
  /** A round with people is near; nothing where it was moved from `startsAt`. */
  'meeting.remind': { interviewId: string; startsAt: number; before: 'day' | 'hour' };
  /** A round with people is over; nothing where it was moved from `startsAt`. */
  'meeting.rate': { interviewId: string; startsAt: number };
  /** A pause that nobody ended is over. */
  'pause.end': { interviewId: string; pausedAt: number };
  /** An offer can be answered for one more day. */
  'offer.remind': { offerId: string };
  /** The time to answer an offer is over. */
  'offer.expire': { offerId: string };
  /** Somebody who accepted begins today: did he come? */
  'offer.begin': { offerId: string };
  /** A request that is still open near its date goes to the lead too. */
  /** The data of a person whose erasure was agreed to. */
  'person.erase': { requestId: string };
  'request.remind': { requestId: string };
  'card.deliver': { deliveryId: string };
  /** Tries the way number `turn` outside the web inbox; `late`: when the one before has had its time. */
  'card.reach': {
    cardId: string;
    recipientKind: 'staff' | 'candidate' | 'group';
    recipientId: string;
    turn: number;
    late: boolean;
  };
  'result.tell': { decisionId: string };
  /** The time in which decisions on several can be taken back is over. */
  'bulk.decide': { orderId: string };
  /** The time in which a single decision can be taken back is over. */
  'decision.run': { heldId: string };
  'draft.clean': { draftId: string };
  /** The files of an application that was taken back. */
  'resume.drop': { resumeId: string };
  'housekeeping.daily': { due: number };
  'retention.daily': { due: number };
  'people.retention': { due: number };
  'directory.daily': { due: number };
  /** Looks whose digest is due at this moment. */
  'digest.sweep': { due: number };
  /** The digest of one member of the staff, or of the recruiting group (null); `day` is YYYY-MM-DD. */
  'digest.send': { companyId: string; staffId: string | null; day: string; rhythm: Rhythm };
  /** The report of a month, YYYY-MM, to one member of the staff. */
  'month.send': { companyId: string; staffId: string; month: string };
  'alert.watch': { due: number };
  /** Positions whose share of passes has fallen under its limit. */
  'passRate.watch': { due: number; companyId?: string };
  /** Somebody pressed: a time is found and the meeting made. */
  'passRate.meet': { meetingId: string };
  /** Says in the recruiting group how many passed for a position. */
  'group.result': { positionId: string; day: string };
  /** A run that an administrator began: see DirectoryRun. */
  'directory.run': {
    runId: string;
    chat: ChatName;
    dryRun: boolean;
    staffId: string;
    locale: Locale;
  };
}
export type JobName = keyof JobMap;

/** All of them: the server refuses to start when one has no handler. */
export const jobNames = [
  'media.seal',
  'sound.measure',
  'speech.transcribe',
  'question.read',
  'scoring.report',
  'grade.daily',
  'coding.judge',
  'test.end',
  'test.mark',
  'items.daily',
  'pool.daily',
  'promise.remind',
  'invitation.remind',
  'invitation.expire',
  'meeting.remind',
  'meeting.rate',
  'pause.end',
  'offer.remind',
  'offer.expire',
  'offer.begin',
  'request.remind',
  'person.erase',
  'card.deliver',
  'card.reach',
  'result.tell',
  'bulk.decide',
  'decision.run',
  'draft.clean',
  'resume.drop',
  'housekeeping.daily',
  'retention.daily',
  'people.retention',
  'directory.daily',
  'digest.sweep',
  'digest.send',
  'month.send',
  'alert.watch',
  'passRate.watch',
  'passRate.meet',
  'group.result',
  'directory.run',
] as const satisfies readonly JobName[];
/** Does not compile when a job is missing from the list. */
export type AllJobsListed =
  Exclude<JobName, (typeof jobNames)[number]> extends never ? true : never;
export const allJobsListed: AllJobsListed = true;
export type SubscriberName<N extends EventName = EventName> = `on:${N}:${string}`;

/** The envelope a subscriber receives: the fact and where it stands in the log. */
export interface EventJob<N extends EventName = EventName> {
  eventId: string;
  companyId: string;
  at: number;
  name: N;
  payload: EventMap[N];
}
