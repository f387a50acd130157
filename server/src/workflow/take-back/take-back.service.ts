import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { BatchEffect, IntakeBatch, IntakeBatchList } from '@zhiyu/contracts/intake-batch';
import { type EntityManager, In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { People } from '../../privacy/people.service.js';
import { IntakeBatchRow, IntakeItemRow } from '../../recruiting/entities/intake-batch.entity.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { requireOn } from '../../staff/access.js';
import { StaffService } from '../../staff/staff.service.js';
import { Removal } from './removal.service.js';
import { applicationsOf, whyTheyStay } from './stays.js';

const listed = 10;
const act = 'application.takeBack';

/** Taking back who came in together, as long as nothing has been done about them (R2). */
@Injectable()
export class TakeBack {
  constructor(
    private readonly database: Database,
    private readonly removal: Removal,
    private readonly people: People,
    private readonly staff: StaffService,
    private readonly clock: Clock,
  ) {}

  /** The newest of a position. */
  async list(actor: StaffActor, positionId: string): Promise<IntakeBatchList> {
    await this.position(actor, positionId);
    const order = { at: 'DESC', id: 'DESC' } as const;
    const rows = this.database.read(IntakeBatchRow);
    const batches = await rows.find({ where: { positionId }, order, take: listed });
    return { batches: await this.views(batches) };
  }

  async effect(actor: StaffActor, id: string): Promise<BatchEffect> {
    const batch = await this.database.read(IntakeBatchRow).findOneBy({ id });
    await this.position(actor, batch?.positionId ?? '');
    if (!batch) {
      throw new AppError('notFound');
    }
    return this.effectOf(this.database.dataSource.manager, batch);
  }

  /** Repeated it changes nothing. */
  async takeBack(actor: StaffActor, id: string): Promise<BatchEffect> {
    await this.effect(actor, id);
    await this.database.transaction((tx) => this.removeFree(tx, actor, id));
    return this.effect(actor, id);
  }

  private async removeFree(tx: Tx, actor: StaffActor, id: string): Promise<void> {
    const lock = { lock: { mode: 'pessimistic_write' as const } };
    const batch = await tx.manager.findOneOrFail(IntakeBatchRow, { where: { id }, ...lock });
    if (batch.takenBackAt !== null) {
      return;
    }
    const items = await tx.manager.find(IntakeItemRow, { where: { batchId: id }, ...lock });
    // Locked before anything is looked up: what is decided meanwhile is seen, or waits and finds it gone.
    const applications = await applicationsOf(tx.manager, items, true);
    const why = await whyTheyStay(tx.manager, batch, { items, applications, now: tx.now });
    const free = items.filter(({ applicationId }) => why.get(applicationId) === null);
    for (const item of free) {
      await this.removal.remove(tx, actor, item);
      const { applicationId } = item;
      await tx.manager.update(IntakeItemRow, { applicationId }, { removed: true });
    }
    const removed = free.length;
    const stayed = applications.length - removed;
    const done = { takenBackAt: tx.now, takenBackBy: actor.id, removed, stayed };
    await tx.manager.update(IntakeBatchRow, { id }, done);
  }

  private async effectOf(manager: EntityManager, batch: IntakeBatchRow): Promise<BatchEffect> {
    const items = await manager.findBy(IntakeItemRow, { batchId: batch.id });
    const applications = await applicationsOf(manager, items);
    const why = await whyTheyStay(manager, batch, { items, applications, now: this.clock.now() });
    const names = await this.people.namesOf(applications.map(({ personId }) => personId));
    const fresh = new Set(
      items.filter(({ newPerson }) => newPerson).map(({ applicationId }) => applicationId),
    );
    const [view] = await this.views([batch]);
    if (!view) {
      throw new AppError('notFound');
    }
    const effect: BatchEffect = { batch: view, goes: [], stays: [] };
    for (const { id: applicationId, personId } of applications) {
      const one = { applicationId, candidateName: names.get(personId) ?? '' };
      const reason = why.get(applicationId) ?? null;
      if (reason !== null) {
        effect.stays.push({ ...one, why: reason });
      } else if (batch.takenBackAt === null) {
        effect.goes.push({ ...one, newPerson: fresh.has(applicationId) });
      }
    }
    return effect;
  }

  private async views(rows: readonly IntakeBatchRow[]): Promise<IntakeBatch[]> {
    const names = await this.staff.namesOf(
      rows.flatMap(({ staffId, takenBackBy }) => [staffId, takenBackBy]),
    );
    const items = await this.database.read(IntakeItemRow).find({
      select: { batchId: true, applicationId: true },
      where: { batchId: In(rows.map(({ id }) => id)) },
    });
    return rows.map(({ id, kind, at, staffId, takenBackAt, takenBackBy, removed, stayed }) => ({
      ...{ id, kind, at, by: names.get(staffId) ?? '' },
      count: items.filter(({ batchId }) => batchId === id).length,
      takenBack:
        takenBackAt === null
          ? null
          : { at: takenBackAt, by: names.get(takenBackBy ?? '') ?? '', removed, stayed },
    }));
  }

  private async position(actor: StaffActor, id: string): Promise<void> {
    requireOn(actor, act, await this.database.read(Position).findOneBy({ id }));
  }
}
