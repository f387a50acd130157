import { Injectable } from '@nestjs/common';
import type { DataRetention as View, SetDataRetention } from '@zhiyu/contracts/data-retention';
import type { OwnPage } from '@zhiyu/contracts/requests';
import { keepGraceMs, keepMonthMs } from '@zhiyu/contracts/retention-values';
import type { StaffActor } from '../../platform/auth/actor.js';
import { AuditSink } from '../../platform/auth/can.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { Erasure } from '../../privacy/erasure.service.js';
import { SamePeople } from '../../privacy/same-people.service.js';
import { Company } from '../../staff/company.entity.js';
import { StaffService } from '../../staff/staff.service.js';
import { PoolPeople } from '../../talent/pool-people.service.js';
import { endedPeople, knownPeople } from './ended-people.js';

/** What is known of people who were not hired goes some months after their last application ended (R61). */
@Injectable()
export class DataRetention {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
    private readonly same: SamePeople,
    private readonly pool: PoolPeople,
    private readonly erasure: Erasure,
    private readonly audit: AuditSink,
    private readonly clock: Clock,
  ) {}

  /** @param asked other months, to see how many would go by them */
  async view(companyId: string, asked?: number): Promise<View> {
    const company = await this.staff.companyRow(companyId);
    const { keepDataMonths: months } = company;
    const other = asked !== undefined && asked !== months;
    const from = other ? this.clock.now() + keepGraceMs : firstAt(company);
    const counted = asked ?? months;
    const due =
      counted === null
        ? 0
        : (await this.due(companyId, beforeOf(counted, Math.max(from ?? 0, this.clock.now()))))
            .length;
    return { months, from, due };
  }

  /** What the candidate is told of it. */
  async ownView(
    companyId: string,
    personId: string,
  ): Promise<Pick<OwnPage, 'erased' | 'keepMonths'>> {
    const { keepDataMonths: keepMonths } = await this.staff.companyRow(companyId);
    return { erased: await this.erasure.erased(personId), keepMonths };
  }

  async set(actor: StaffActor, { months }: SetDataRetention): Promise<View> {
    const { companyId, id } = actor;
    const before = (await this.staff.companyRow(companyId)).keepDataMonths;
    await this.audit.record({
      ...{ companyId, actor: `staff:${id}`, verb: 'retention.set', object: companyId },
      ground: `${String(before ?? '–')} → ${String(months ?? '–')}`,
      allowed: true,
    });
    await this.database.transaction((tx) =>
      tx.manager.update(
        Company,
        { id: companyId },
        { keepDataMonths: months, keepDataSince: months === null ? null : tx.now },
      ),
    );
    return this.view(companyId);
  }

  /** Erases everybody in this company whose months are over. */
  async erase(company: Company): Promise<void> {
    const { id: companyId, keepDataMonths: months } = company;
    const from = firstAt(company);
    if (months === null || from === null || this.clock.now() < from) {
      return;
    }
    for (const personId of await this.due(companyId, beforeOf(months, this.clock.now()))) {
      // Before the deed, as every act is written down: a repeated night may tell it twice, never not at all.
      await this.audit.record({
        ...{ companyId, actor: 'system', verb: 'person.expire', object: personId },
        ...{ ground: `${String(months)} × 30 d`, allowed: true },
      });
      await this.database.transaction((tx) => this.eraseOne(tx, { companyId, personId, months }));
    }
  }

  /** Unless he has applied meanwhile. */
  private async eraseOne(
    tx: Tx,
    { companyId, personId, months }: { companyId: string; personId: string; months: number },
  ): Promise<void> {
    // Whoever comes in waits for this row (recruiting/intake), so that nobody applies while he is erased.
    await tx.manager.findOne(Company, {
      where: { id: companyId },
      lock: { mode: 'pessimistic_write' },
    });
    const asked = { companyId, before: beforeOf(months, tx.now) };
    for (const id of await this.same.groupOf(personId, tx.manager)) {
      const [known] = await knownPeople(tx.manager, [id]);
      const [ended] = await endedPeople(tx.manager, { ...asked, personId: id });
      if (known !== undefined && ended === undefined) {
        return;
      }
    }
    await this.erasure.erase(tx, personId);
  }

  /** One of each group of the same people: all of them are over, and nobody is in the talent pool. */
  private async due(companyId: string, before: number): Promise<string[]> {
    const { manager } = this.database.dataSource;
    const ended = new Set(await endedPeople(manager, { companyId, before }));
    const groups = await this.same.groupsIn(companyId);
    const seen = new Set<string>();
    const due: string[] = [];
    for (const id of ended) {
      const group = groups.get(id) ?? [id];
      if (group.some((one) => seen.has(one))) {
        continue;
      }
      group.forEach((one) => seen.add(one));
      const others = group.filter((one) => !ended.has(one));
      const goes =
        (await knownPeople(manager, others)).length === 0 &&
        !(await this.pool.agrees(companyId, id));
      due.push(...(goes ? [id] : []));
    }
    return due;
  }
}

function firstAt({ keepDataMonths, keepDataSince }: Company): number | null {
  return keepDataMonths === null || keepDataSince === null ? null : keepDataSince + keepGraceMs;
}

const beforeOf = (months: number, now: number): number => now - months * keepMonthMs;
