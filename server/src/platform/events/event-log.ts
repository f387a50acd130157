import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PendingJob } from '../jobs/job-queue.js';
import { newId } from '../time/ids.js';
import { EventRow } from './event.entity.js';
import type { PendingEvent } from './pending-event.js';
import { Subscribers } from './subscribers.js';

function subjectOf(payload: object): string {
  return 'applicationId' in payload && typeof payload.applicationId === 'string'
    ? payload.applicationId
    : '';
}

type Fact = Omit<EventRow, 'sequence'>;

/** Writes facts to the log and, in the same transaction, one job for every subscriber of each. */
@Injectable()
export class EventLog {
  /** `appended` after a commit of this process. */
  readonly signal = new EventEmitter().setMaxListeners(0);

  constructor(private readonly subscribers: Subscribers) {}

  /** The rows of these events, still without their place in the log. */
  facts(events: PendingEvent[], at: number): Fact[] {
    return events.map(({ name, companyId, payload }) => ({
      ...{ id: newId(at), companyId, name, payload, subjectId: subjectOf(payload), at },
    }));
  }

  /** What the subscribers of these facts have to do. */
  jobsOf(facts: Fact[]): PendingJob[] {
    return facts.flatMap(({ id: eventId, companyId, at, name, payload }) =>
      this.subscribers.of(name).map((subscriber) => ({
        name: subscriber,
        payload: { eventId, companyId, at, name, payload },
        options: {},
      })),
    );
  }

  async append(manager: EntityManager, facts: Fact[]): Promise<void> {
    if (facts.length === 0) {
      return;
    }
    const last = await this.count(manager, facts.length);
    const first = last - facts.length + 1;
    await manager.insert(
      EventRow,
      facts.map((fact, n) => ({ ...fact, sequence: first + n })),
    );
  }

  /** Takes the next numbers of the log in one statement. @returns the last of them. */
  private async count(manager: EntityManager, numbers: number): Promise<number> {
    if (manager.dataSource.options.type === 'better-sqlite3') {
      const sql = 'UPDATE event_counter SET value = value + ? WHERE id = 1 RETURNING value';
      const [row] = await manager.query<{ value: number }[]>(sql, [numbers]);
      return Number(row?.value);
    }
    const sql = 'UPDATE event_counter SET value = LAST_INSERT_ID(value + ?) WHERE id = 1';
    const { insertId } = await manager.query<{ insertId: number }>(sql, [numbers]);
    return insertId;
  }

  wake(): void {
    this.signal.emit('appended');
  }
}
