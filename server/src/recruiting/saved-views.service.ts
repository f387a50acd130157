import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { SavedViewList, SaveView } from '@zhiyu/contracts/pipeline';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { SavedViewRow } from './entities/saved-view.entity.js';

const atMost = 20;

/** Filters of the list that a person keeps for the next time. */
@Injectable()
export class SavedViews {
  constructor(private readonly database: Database) {}

  async list({ id: staffId }: StaffActor): Promise<SavedViewList> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.read(SavedViewRow).find({ where: { staffId }, order });
    return { views: rows.map(({ id, name, filter }) => ({ id, name, filter })) };
  }

  /** Under a name that is there it takes the place of the old one. @throws conflict when there are too many */
  async save(actor: StaffActor, { name, filter }: SaveView): Promise<SavedViewList> {
    const { id: staffId, companyId } = actor;
    await this.database.transaction(async (tx) => {
      const own = await tx.manager.findBy(SavedViewRow, { staffId });
      const before = own.find((view) => view.name === name);
      if (before) {
        await tx.manager.update(SavedViewRow, { id: before.id }, { filter });
        return;
      }
      if (own.length >= atMost) {
        throw new AppError('conflict');
      }
      const row = { id: newId(tx.now), companyId, staffId, name, filter, createdAt: tx.now };
      await tx.manager.insert(SavedViewRow, row);
    });
    return this.list(actor);
  }

  /** @throws notFound for another person's */
  async remove({ id: staffId }: StaffActor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.manager.delete(SavedViewRow, { id, staffId });
      if (affected !== 1) {
        throw new AppError('notFound');
      }
    });
  }
}
