import type { EventMap, EventName } from './events.js';

/** What can run in the background beside the subscribers of events (`on:Event:room`). */
export interface JobMap {
  'media.seal': { attemptId: string; mediaId: string };
  'speech.transcribe': { attemptId: string };
  'scoring.report': { interviewId: string };
  'promise.remind': { promiseId: string; at: 'half' | 'end' };
  'invitation.remind': { interviewId: string };
  'invitation.expire': { interviewId: string };
  'card.deliver': { deliveryId: string };
  'draft.clean': { draftId: string };
  'housekeeping.daily': { day: string };
}
export type JobName = keyof JobMap;
export type SubscriberName<N extends EventName = EventName> = `on:${N}:${string}`;

/** The envelope a subscriber receives: the fact and where it stands in the log. */
export interface EventJob<N extends EventName = EventName> {
  eventId: string;
  companyId: string;
  at: number;
  name: N;
  payload: EventMap[N];
}
