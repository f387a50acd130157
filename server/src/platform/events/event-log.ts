import { EventEmitter } from 'node:events';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Change, inOneJourney } from '../database/one-journey.js';
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

/** The facts under the numbers that end with the one the connection was given last. */
function insertOf(facts: Fact[]): Change {
  const rows = facts.map(() => '(LAST_INSERT_ID() - ?, ?, ?, ?, ?, ?, ?)');
  const values = facts.flatMap(({ id, companyId, name, subjectId, payload, at }, n) => [
    ...[facts.length - 1 - n, id, companyId, name, subjectId, JSON.stringify(payload), at],
  ]);
  const columns = 'sequence, id, companyId, name, subjectId, payload, at';
  return { sql: `INSERT INTO event_log (${columns}) VALUES ${rows.join(', ')}`, values };
}

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

  /** Takes the next numbers of the log and writes the facts under them: the counter's row is locked from here on. */
  async append(manager: EntityManager, facts: Fact[]): Promise<void> {
    const { length } = facts;
    if (length === 0) {
      return;
    }
    if (manager.dataSource.options.type === 'better-sqlite3') {
      const sql = 'UPDATE event_counter SET value = value + ? WHERE id = 1 RETURNING value';
      const [row] = await manager.query<{ value: number }[]>(sql, [length]);
      const first = Number(row?.value) - length + 1;
      const rows = facts.map((fact, n) => ({ ...fact, sequence: first + n }));
      await manager.insert(EventRow, rows);
      return;
    }
    const sql = 'UPDATE event_counter SET value = LAST_INSERT_ID(value + ?) WHERE id = 1';
    await inOneJourney(manager, [{ sql, values: [length] }, insertOf(facts)]);
  }

  wake(): void {
    this.signal.emit('appended');
  }
}
