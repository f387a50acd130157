import { Injectable } from '@nestjs/common';
import { textIn } from '@zhiyu/contracts/basics';
import { LessThan } from 'typeorm';
import { contentOf } from '../notify/card-content.js';
import { alertCard, type AlertEnd, alertEnded } from '../notify/cards/alert.card.js';
import type { FoundCard } from '../notify/card-store.js';
import { Cards } from '../notify/cards.service.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database, type Tx } from '../platform/database/database.js';
import { shanghaiDay } from '../platform/time/shanghai.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { positionTitles } from '../recruiting/entities/position-titles.js';
import { mayOn } from '../staff/access.js';
import { Company } from '../staff/company.entity.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { pages } from './pages.js';
import { Receivers } from './receivers.js';
import { clockOf, WorkingTime } from './working-time.js';

const oldMs = 48 * 3_600_000;
/** Fewer are no pile: of each of them its own promise reminds. */
const pileFrom = 3;
/** When people are reminded, HH:MM. */
const hours = { from: '09:00', to: '18:00' };
const begins = 'alert:pile:';

/** What has waited too long at a position. */
interface Heap {
  position: Position;
  name: string;
  count: number;
  since: number;
}

/** Reminds those who decide, once a working day, of interviews that have waited for more than 48 hours. */
@Injectable()
export class PileAlerts {
  private readonly titles: ReturnType<typeof positionTitles>;

  constructor(
    private readonly database: Database,
    private readonly receivers: Receivers,
    private readonly working: WorkingTime,
    private readonly cards: Cards,
  ) {
    this.titles = positionTitles(database);
  }

  async look(due: number): Promise<void> {
    for (const { id } of await this.database.read(Company).find({ select: { id: true } })) {
      await this.lookAt(id, due);
    }
  }

  private async lookAt(companyId: string, due: number): Promise<void> {
    const heaps = await this.heapsOf(companyId, due);
    const { manager } = this.database.dataSource;
    const open = await this.cards.openOf(manager, 'alert', { companyId, begins });
    const enough = heaps.reduce((sum, { count }) => sum + count, 0) >= pileFrom;
    if (!enough && open.length === 0) {
      return;
    }
    const awake = await this.isTime(companyId, due);
    for (const actor of await this.receivers.with(companyId, 'application.decide')) {
      const own = heaps.filter(({ position }) => mayOn(actor, 'application.decide', position));
      const before = open.filter(({ row }) => row.topic.startsWith(`${begins}${actor.id}:`));
      await this.remind(actor, { own, before, day: awake ? shanghaiDay(due) : null });
    }
  }

  /** @param day whose reminder is to be sent; null: it is not the time for one */
  private async remind(
    actor: StaffActor,
    { own, before, day }: { own: Heap[]; before: FoundCard[]; day: string | null },
  ): Promise<void> {
    const count = own.reduce((sum, heap) => sum + heap.count, 0);
    const topic = `${begins}${actor.id}:${day ?? ''}`;
    const older = before.filter(({ row }) => row.topic !== topic);
    await this.database.transaction(async (tx) => {
      if (count < pileFrom) {
        await this.end(tx, before, { by: 'decided', at: tx.now, left: count });
      } else if (day !== null && !(await this.cards.sent(tx, [topic]))) {
        await this.send(tx, actor, { own, topic });
        await this.end(tx, older, { by: 'newer' });
      }
    });
  }

  private async send(
    tx: Tx,
    { id, companyId }: StaffActor,
    { own, topic }: { own: Heap[]; topic: string },
  ): Promise<void> {
    const locale = await staffLanguageOf(tx.manager, companyId);
    const props = { locale, now: tx.now, href: pages.toDecide };
    const positions = own.map(({ name, count }) => ({ name, count }));
    const since = Math.min(...own.map((heap) => heap.since));
    await this.cards.send(tx, {
      ...{ kind: 'alert', topic, companyId, applicationId: null, personId: companyId },
      recipients: [{ kind: 'staff', id }],
      content: alertCard(props, { about: 'pile', since, positions }),
    });
  }

  private async end(tx: Tx, found: FoundCard[], end: AlertEnd): Promise<void> {
    for (const { card } of found) {
      const state = end.by === 'newer' ? 'expired' : 'done';
      await this.cards.change(tx, card.id, alertEnded(contentOf(card), end), state);
    }
  }

  private async isTime(companyId: string, due: number): Promise<boolean> {
    const clock = clockOf(due);
    return (
      clock >= hours.from &&
      clock < hours.to &&
      (await this.working.isWorking(companyId, shanghaiDay(due)))
    );
  }

  private async heapsOf(companyId: string, due: number): Promise<Heap[]> {
    const rows = await this.database
      .read(Application)
      .createQueryBuilder('a')
      .select('a.positionId', 'positionId')
      .addSelect('COUNT(*)', 'count')
      .addSelect('MIN(a.stageAt)', 'since')
      .where({ companyId, stage: 'review', stageAt: LessThan(due - oldMs) })
      .groupBy('a.positionId')
      .getRawMany<{ positionId: string; count: number | string; since: number | string }>();
    const all = rows.length === 0 ? [] : await this.database.read(Position).findBy({ companyId });
    const locale = await staffLanguageOf(this.database.dataSource.manager, companyId);
    const titles = await this.titles.of(all.map(({ versionId }) => versionId));
    return rows.flatMap(({ positionId, count, since }) => {
      const position = all.find(({ id }) => id === positionId);
      const title = position && titles.get(position.versionId);
      const name = title ? textIn(title.name, locale) : (position?.code ?? '');
      return position ? [{ position, name, count: Number(count), since: Number(since) }] : [];
    });
  }
}
