import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { JobMap } from '@zhiyu/contracts/jobs';
import {
  type AskBulk,
  bulkAtMost,
  type BulkOrder,
  type BulkOrderList,
  type BulkPreview,
  bulkWaitMs,
  type StartBulk,
} from '@zhiyu/contracts/pipeline';
import { In, MoreThan } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { OnJob } from '../platform/jobs/on.js';
import { Clock } from '../platform/time/clock.js';
import { newId } from '../platform/time/ids.js';
import { Applications } from '../recruiting/applications.service.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { BulkOrderRow } from '../recruiting/entities/bulk-order.entity.js';
import { SignIn } from '../staff/sign-in.service.js';
import { bulkItem } from './bulk.rules.js';
import { StaffDecisions } from './staff-decisions.service.js';

const shownMs = 3_600_000;
const ground = 'list';

function viewOf({ id, kind, state, items, runAt, decided, late }: BulkOrderRow): BulkOrder {
  return { id, kind, state, count: items.length, runAt, decided, late };
}

/** Decisions on several applications: shown before, kept back for a while, then each one a decision like any other. */
@Injectable()
export class BulkOrders {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly decisions: StaffDecisions,
    private readonly signIn: SignIn,
    private readonly clock: Clock,
  ) {}

  /** @throws notFound when one of them is not there for this person */
  async preview(actor: StaffActor, { kind, ids }: AskBulk): Promise<BulkPreview> {
    const asked = [...new Set(ids.split(',').filter(Boolean))].slice(0, bulkAtMost);
    const rows = await this.applications.rows(actor, asked);
    const items = rows.map((row) => bulkItem(row, kind));
    return { items, count: items.filter(({ obstacle }) => obstacle === null).length };
  }

  /** @throws stageRefused when nothing of it can be decided */
  async start(actor: StaffActor, { kind, reason, ids }: StartBulk): Promise<BulkOrder> {
    const { items } = await this.preview(actor, { kind, ids: ids.join(',') });
    const able = items.filter(({ obstacle }) => obstacle === null).map(({ id }) => id);
    const [first] = items;
    if (first && able.length === 0) {
      throw new AppError('stageRefused', { from: first.stage, to: kind });
    }
    return this.database.transaction(async (tx) => {
      const found = await tx.manager.findBy(Application, { id: In(able) });
      const order: BulkOrderRow = {
        ...{ id: newId(tx.now), companyId: actor.companyId, staffId: actor.id, kind, reason },
        ...{ state: 'waiting', decided: 0, late: 0 },
        items: found.map(({ id, round }) => ({ applicationId: id, round })),
        ...{ runAt: tx.now + bulkWaitMs, createdAt: tx.now },
      };
      await tx.manager.insert(BulkOrderRow, order);
      const { runAt } = order;
      tx.enqueue('bulk.decide', { orderId: order.id }, { runAt, key: `bulk.decide:${order.id}` });
      return viewOf(order);
    });
  }

  async list({ id: staffId }: StaffActor): Promise<BulkOrderList> {
    const createdAt = MoreThan(this.clock.now() - shownMs);
    const where = { staffId, createdAt };
    const order = { createdAt: 'DESC' } as const;
    const rows = await this.database.read(BulkOrderRow).find({ where, order, take: 10 });
    return { orders: rows.map(viewOf) };
  }

  /** @throws notFound for another person's, conflict when it is too late */
  async undo({ id: staffId }: StaffActor, id: string): Promise<BulkOrder> {
    return this.database.transaction(async (tx) => {
      const order = await tx.manager.findOneBy(BulkOrderRow, { id, staffId });
      if (!order) {
        throw new AppError('notFound');
      }
      if (order.state === 'done' || (order.state === 'waiting' && tx.now >= order.runAt)) {
        throw new AppError('conflict');
      }
      await tx.manager.update(BulkOrderRow, { id }, { state: 'undone' });
      return viewOf(Object.assign(order, { state: 'undone' }));
    });
  }

  @OnJob('bulk.decide')
  async run({ orderId: id }: JobMap['bulk.decide']): Promise<void> {
    const order = await this.database.read(BulkOrderRow).findOneBy({ id, state: 'waiting' });
    if (!order) {
      return;
    }
    const actor = await this.signIn.actorOf(order.staffId, '');
    let decided = 0;
    for (const item of order.items) {
      decided += actor && (await this.one(actor, order, item)) ? 1 : 0;
    }
    const late = order.items.length - decided;
    await this.database.transaction(async (tx) => {
      await tx.manager.update(BulkOrderRow, { id }, { state: 'done', decided, late });
    });
  }

  /** @returns false where somebody was faster, or it has moved on. */
  private async one(
    actor: StaffActor,
    { kind, reason }: BulkOrderRow,
    { applicationId, round }: BulkOrderRow['items'][number],
  ): Promise<boolean> {
    const wanted = { applicationId, kind, reason, note: '', actor, ground };
    try {
      const { effective, decision } = await this.decisions.decideFor(wanted, round);
      // Repeated after a crash it meets its own decision.
      return effective || (decision.decidedBy === actor.id && decision.ground === ground);
    } catch (error) {
      if (error instanceof AppError) {
        return false;
      }
      throw error;
    }
  }
}
