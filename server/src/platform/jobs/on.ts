import 'reflect-metadata';
import type { EventJob, JobMap, JobName } from '@zhiyu/contracts/jobs';
import type { EventName } from '@zhiyu/contracts/events';

const jobKey = Symbol('job');

export interface Subscription {
  /** Name of the job that this method runs. */
  job: string;
  /** The event it follows, for subscribers. */
  event: EventName | null;
}

interface Handler<P> {
  value?: (payload: P) => Promise<void>;
}

function mark(target: object, key: string | symbol, subscription: Subscription): void {
  const known = subscriptionsOf(target);
  Reflect.defineMetadata(jobKey, new Map(known).set(key, subscription), target);
}

/** Which methods of a class run which jobs. */
export function subscriptionsOf(target: object): Map<string | symbol, Subscription> {
  return (
    (Reflect.getMetadata(jobKey, target) as Map<string | symbol, Subscription> | undefined) ??
    new Map<string | symbol, Subscription>()
  );
}

/** Runs the job of this name; exactly one method may. Harmless when repeated. */
export function OnJob<N extends JobName>(name: N) {
  return (target: object, key: string | symbol, _descriptor: Handler<JobMap[N]>): void => {
    mark(target, key, { job: name, event: null });
  };
}

/** Follows an event; `room` names the subscriber, so that one event can have several. Harmless when repeated. */
export function OnEvent<N extends EventName>(event: N, room: string) {
  return (target: object, key: string | symbol, _descriptor: Handler<EventJob<N>>): void => {
    mark(target, key, { job: `on:${event}:${room}`, event });
  };
}
