import type { EventMap, EventName } from '@zhiyu/contracts/events';

/** A fact that waits for the commit. */
export interface PendingEvent<N extends EventName = EventName> {
  name: N;
  companyId: string;
  payload: EventMap[N];
}
