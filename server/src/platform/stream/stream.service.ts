import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PollResult, StreamItem } from '@zhiyu/contracts/stream';
import { DataSource, MoreThan } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { EventLog } from '../events/event-log.js';
import { EventCounter, EventRow } from '../events/event.entity.js';

const page = 200;
/** Commits of other processes are found this late at most. */
const pollMs = 1000;

function itemOf(row: EventRow): StreamItem {
  const payload = row.payload as { applicationId?: string; interviewId?: string };
  return {
    sequence: row.sequence,
    name: row.name,
    applicationId: payload.applicationId ?? null,
    interviewId: payload.interviewId ?? null,
  };
}

type Listener = (items: StreamItem[]) => void;

/** The event log as pages follow it: ids only, filtered by company, for a candidate by the own application. */
@Injectable()
export class Stream implements OnModuleDestroy {
  private readonly open = new Set<() => void>();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly log: EventLog,
  ) {}

  onModuleDestroy(): void {
    for (const close of this.open) {
      close();
    }
  }

  async after(actor: Actor, sequence: number): Promise<PollResult> {
    const own = actor.kind === 'candidate' ? { subjectId: actor.applicationId } : {};
    const rows = await this.dataSource.getRepository(EventRow).find({
      where: { companyId: actor.companyId, ...own, sequence: MoreThan(sequence) },
      order: { sequence: 'ASC' },
      take: page,
    });
    return { items: rows.map(itemOf), last: rows.at(-1)?.sequence ?? sequence };
  }

  async last(): Promise<number> {
    return (await this.dataSource.getRepository(EventCounter).findOneByOrFail({ id: 1 })).value;
  }

  /** Calls `listener` with what comes after `from`, until the returned function is called. */
  follow(actor: Actor, from: number, listener: Listener): () => void {
    const state = { at: from, busy: false, again: false, closed: false };
    const readOn = async (): Promise<void> => {
      do {
        state.again = false;
        const { items, last } = await this.after(actor, state.at);
        if (items.length > 0) {
          state.at = last;
          listener(items);
        }
        state.again ||= items.length === page;
      } while (state.again && !state.closed);
    };
    // What happens during a reading is read after it, and not only with the next beat.
    const read = async (): Promise<void> => {
      state.again = true;
      if (state.busy || state.closed) {
        return;
      }
      state.busy = true;
      try {
        await readOn();
      } finally {
        state.busy = false;
      }
    };
    const poke = (): void => {
      void read().catch(() => undefined);
    };
    this.log.signal.on('appended', poke);
    const timer = setInterval(poke, pollMs);
    const close = (): void => {
      state.closed = true;
      clearInterval(timer);
      this.log.signal.off('appended', poke);
      this.open.delete(close);
    };
    this.open.add(close);
    poke();
    return close;
  }
}
