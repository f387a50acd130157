import { Injectable } from '@nestjs/common';
import type { BusyPerson, MeetingTimes as Times } from '@zhiyu/contracts/meetings';
import { freeTimes, quartersOf, spansOf, spread } from '../../interviews/meetings/free-times.js';
import { HeldTimes } from '../../interviews/meetings/held-times.service.js';
import type { MeetingRow } from '../../interviews/meetings/meeting.entity.js';
import { AddressBook } from '../../notify/address-book.js';
import { Database } from '../../platform/database/database.js';
import { KeptValues } from '../../platform/kept-values/kept-values.js';
import { AppLog } from '../../platform/log/app-log.js';
import { Clock } from '../../platform/time/clock.js';
import { shanghaiDay, shanghaiHour } from '../../platform/time/shanghai.js';
import { Workplace } from '../../workplace/workplace.js';
import { MeetingPlans } from './meeting-plans.service.js';

/** A chat's calendar is asked once in five minutes: each look is a metered call. */
const keptSeconds = 300;
/** The candidate's choice, and how many of it on one day. */
const choice = { count: 8, aDay: 4 };
const manyTimes = 200;

interface Span {
  from: number;
  to: number;
}

/** Quarters of an hour in which people are taken, by their ids. */
type Taken = ReadonlyMap<string, readonly number[]>;

/** As the page has it, but for the names. */
export type FreeTimes = Omit<Times, 'people'> & { people: Omit<BusyPerson, 'name'>[] };

/** Times at which everybody of a round is free: beside the other rounds, and in the chat's calendar where it tells. */
@Injectable()
export class MeetingTimes {
  constructor(
    private readonly database: Database,
    private readonly plans: MeetingPlans,
    private readonly held: HeldTimes,
    private readonly workplace: Workplace,
    private readonly book: AddressBook,
    private readonly kept: KeptValues,
    private readonly clock: Clock,
    private readonly log: AppLog,
  ) {}

  /** Every free time of the next working days, from tomorrow on. */
  async free(row: MeetingRow): Promise<FreeTimes> {
    const { manager } = this.database.dataSource;
    const now = this.clock.now();
    const staffIds = await this.plans.staffOf(manager, row);
    const days = await this.plans.daysAfter(manager, row.companyId, now);
    const busy = await this.busy(staffIds, spanOf(days));
    const of = { staffIds, interviewId: row.interviewId };
    const given = await this.held.givenBy(manager, of, spanOf(days));
    const takenOf = (id: string) => [
      ...(busy?.get(id) ?? []),
      ...given.filter(({ staffId }) => staffId === id).map(({ quarter }) => quarter),
    ];
    const own = row.cancelledBy === null ? quartersOf(row.startsAt, row.startsAt + 1) : [];
    const times = freeTimes({
      ...{ days, minutes: row.minutes, after: now, count: manyTimes },
      // The time that it has is no other one, whatever stands in the calendar there.
      taken: new Set([...staffIds.flatMap(takenOf), ...own]),
    });
    const people = staffIds.map((id) => ({ id, busy: spansOf(takenOf(id)) }));
    return { times, days, people, calendarRead: busy !== null };
  }

  /** What a candidate chooses from: the offered times that are still free, otherwise a choice of the free ones. */
  async choice(row: MeetingRow): Promise<number[]> {
    if (row.offered.length > 0) {
      return this.offered(row);
    }
    return this.freeChoice(row);
  }

  /** A choice of the free ones, spread over the days. */
  async freeChoice(row: MeetingRow): Promise<number[]> {
    const { times } = await this.free(row);
    return spread(times, choice.aDay, shanghaiDay).slice(0, choice.count);
  }

  /** Of the times offered by hand, those that are to come and that no other round has. */
  async offered(row: MeetingRow): Promise<number[]> {
    const now = this.clock.now();
    const open = row.offered.filter((at) => at > now).sort((one, other) => one - other);
    const [first, last] = [open.at(0), open.at(-1)];
    if (first === undefined || last === undefined) {
      return [];
    }
    const { manager } = this.database.dataSource;
    const staffIds = await this.plans.staffOf(manager, row);
    const of = { staffIds, interviewId: row.interviewId };
    const days = [shanghaiDay(first), shanghaiDay(last)];
    const taken = await this.plans.takenBy(manager, of, { days, taken: new Set() });
    const lasts = row.minutes * 60_000;
    return open.filter(
      (at) => at !== row.startsAt && !quartersOf(at, at + lasts).some((one) => taken.has(one)),
    );
  }

  /**
   * When these people are taken by what stands in the chat's calendar; null where it does not tell, or is away: then
   * only the product's own rounds count. Whoever the chat does not know is there with an empty list, as if free.
   */
  private async busy(staffIds: readonly string[], span: Span): Promise<Taken | null> {
    const { chat, calendar } = this.workplace.calendar() ?? {};
    if (!chat || !calendar?.busy || staffIds.length === 0) {
      return null;
    }
    const found = await Promise.all(staffIds.map((id) => this.book.ownAddress(id, chat)));
    const addresses = found.filter((address) => address !== null);
    const key = `busyBy:${chat}:${addresses.join(',')}:${span.from}:${span.to}`;
    const known = await this.kept.get(key);
    if (known !== null) {
      return new Map(JSON.parse(known) as [string, number[]][]);
    }
    try {
      const times = await calendar.busy(addresses, span.from, span.to);
      const taken = staffIds.map((id, at): [string, number[]] => [
        id,
        times
          .filter(({ address }) => address === found[at])
          .flatMap(({ start, end }) => quartersOf(start, end)),
      ]);
      await this.kept.set(key, JSON.stringify(taken), keptSeconds);
      return new Map(taken);
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      this.log.warn('the calendars could not be read', { chat, why });
      return null;
    }
  }

  /** The same for the round that an application comes to next. */
  async busyAhead(of: { companyId: string; staffIds: readonly string[] }): Promise<Set<number>> {
    const { manager } = this.database.dataSource;
    const days = await this.plans.daysAfter(manager, of.companyId, this.clock.now());
    const busy = await this.busy(of.staffIds, spanOf(days));
    return new Set([...(busy?.values() ?? [])].flat());
  }
}

function spanOf(days: readonly string[]): Span {
  return { from: shanghaiHour(days.at(0) ?? '', 0), to: shanghaiHour(days.at(-1) ?? '', 24) };
}
