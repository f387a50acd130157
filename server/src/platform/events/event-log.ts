import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue } from '../jobs/job-queue.js';
import { newId } from '../time/ids.js';
import { EventCounter, EventRow } from './event.entity.js';
import type { PendingEvent } from './pending-event.js';
import { Subscribers } from './subscribers.js';

function subjectOf(payload: object): string {
  return 'applicationId' in payload && typeof payload.applicationId === 'string'
    ? payload.applicationId
    : '';
}

/** Writes facts to the log and, in the same transaction, one job for every subscriber of each. */
@Injectable()
export class EventLog {
  /** `appended` after a commit of this process. */
  readonly signal = new EventEmitter().setMaxListeners(0);

  constructor(
    private readonly subscribers: Subscribers,
    private readonly queue: JobQueue,
  ) {}

  async append(manager: EntityManager, events: PendingEvent[], now: number): Promise<void> {
    if (events.length === 0) {
      return;
    }
    await manager.increment(EventCounter, { id: 1 }, 'value', events.length);
    const counter = await manager.findOneByOrFail(EventCounter, { id: 1 });
    let sequence = counter.value - events.length;
    for (const event of events) {
      sequence += 1;
      const row = {
        sequence,
        id: newId(now),
        companyId: event.companyId,
        name: event.name,
        payload: event.payload,
      };
      await manager.insert(EventRow, { ...row, subjectId: subjectOf(event.payload), at: now });
      for (const subscriber of this.subscribers.of(event.name)) {
        const envelope = {
          eventId: row.id,
          companyId: row.companyId,
          at: now,
          name: row.name,
          payload: row.payload,
        };
        await this.queue.insert(manager, subscriber, envelope, { now });
      }
    }
  }

  wake(): void {
    this.signal.emit('appended');
  }
}
