import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { DigestNumbers } from '../analytics/digest-numbers.service.js';
import type { Recipient } from '../notify/card-content.js';
import { digestCard, isEmptyDigest } from '../notify/cards/digest.card.js';
import { Cards } from '../notify/cards.service.js';
import { Database } from '../platform/database/database.js';
import { OnJob } from '../platform/jobs/on.js';
import { Schedules } from '../platform/jobs/schedules.js';
import { shanghaiHour } from '../platform/time/shanghai.js';
import { Company } from '../staff/company.entity.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { DigestPlans } from './digest-plans.service.js';
import { pages } from './pages.js';
import { Receivers } from './receivers.js';
import { RecruitingGroup } from './recruiting-group.js';

/** The digest (R15): to everybody who may see the board, each with the numbers of what he sees; none when empty. */
@Injectable()
export class DigestFlow implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly schedules: Schedules,
    private readonly plans: DigestPlans,
    private readonly receivers: Receivers,
    private readonly group: RecruitingGroup,
    private readonly numbers: DigestNumbers,
    private readonly cards: Cards,
  ) {}

  onModuleInit(): void {
    // At every time of day that can be chosen.
    const expression = '0,30 8-21 * * *';
    this.schedules.add({ job: 'digest.sweep', expression, payload: (due) => ({ due }) });
  }

  @OnJob('digest.sweep')
  async sweep({ due }: JobMap['digest.sweep']): Promise<void> {
    for (const { id } of await this.database.read(Company).find({ select: { id: true } })) {
      const day = await this.plans.dueDay(id, due);
      if (day !== null) {
        await this.order(id, day);
      }
      const month = await this.plans.dueMonth(id, due);
      if (month !== null) {
        await this.orderMonth(id, month);
      }
    }
  }

  @OnJob('digest.send')
  async send({ companyId, staffId, day, rhythm }: JobMap['digest.send']): Promise<void> {
    const sight =
      staffId === null
        ? { kind: 'group' as const, companyId }
        : await this.receivers.actor(staffId);
    const recipient: Recipient | null =
      staffId === null ? await this.group.of(companyId) : { kind: 'staff', id: staffId };
    if (sight === null || recipient === null) {
      return; // left, or switched off meanwhile
    }
    const locale = await staffLanguageOf(this.database.dataSource.manager, companyId);
    const facts = await this.numbers.of(sight, shanghaiHour(day, 0), locale);
    if (isEmptyDigest(facts)) {
      return;
    }
    await this.database.transaction(async (tx) => {
      await this.cards.send(tx, {
        kind: 'digest',
        topic: `digest:${recipient.id}:${day}`,
        companyId,
        applicationId: null,
        personId: companyId,
        recipients: [recipient],
        content: digestCard({ locale, now: tx.now, rhythm, facts, href: pages.board }),
      });
    });
  }

  private async orderMonth(companyId: string, month: string): Promise<void> {
    const people = await this.receivers.idsWith(companyId, 'dashboard.view');
    await this.database.transaction((tx) => {
      for (const staffId of people) {
        const key = `month.send:${staffId}:${month}`;
        tx.enqueue('month.send', { companyId, staffId, month }, { key });
      }
      return Promise.resolve();
    });
  }

  /** One job a receiver: whoever is ordered twice for the same day is told once. */
  private async order(companyId: string, day: string): Promise<void> {
    const { rhythm } = await this.plans.of(companyId);
    const people = await this.receivers.idsWith(companyId, 'dashboard.view');
    const group = await this.group.of(companyId);
    await this.database.transaction((tx) => {
      for (const staffId of [...people, ...(group ? [null] : [])]) {
        const key = `digest.send:${staffId ?? companyId}:${day}`;
        tx.enqueue('digest.send', { companyId, staffId, day, rhythm }, { key });
      }
      return Promise.resolve();
    });
  }
}
