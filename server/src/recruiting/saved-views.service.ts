import { Injectable } from '@nestjs/common';
import { type ListApplications, listApplicationsSchema } from '@zhiyu/contracts/application';
import { AppError } from '@zhiyu/contracts/errors';
import {
  fixedViews,
  type SavedViewList,
  type SaveView,
  type ViewCounts,
} from '@zhiyu/contracts/pipeline';
import { viewCountAtMost } from '@zhiyu/contracts/view-values';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { Applications } from './applications.service.js';
import { SavedViewRow } from './entities/saved-view.entity.js';

const atMost = 20;

const fixedFilters: Record<(typeof fixedViews)[number], SavedViewRow['filter']> = {
  all: {},
  mine: { waiting: 'true' },
};

/** The filter of a page's address as the list takes it; null where it means nothing any more. */
function askedOf({
  position,
  department,
  ...rest
}: SavedViewRow['filter']): ListApplications | null {
  const named = {
    ...rest,
    ...(position === undefined ? {} : { positionId: position }),
    ...(department === undefined ? {} : { departmentId: department }),
  };
  const read = listApplicationsSchema.safeParse(named);
  return read.success ? read.data : null;
}

/** Filters of the list that a person keeps for the next time. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
  ) {}

  async list({ id: staffId }: StaffActor): Promise<SavedViewList> {
    const order = { createdAt: 'ASC', id: 'ASC' } as const;
    const rows = await this.database.read(SavedViewRow).find({ where: { staffId }, order });
    return { views: rows.map(({ id, name, filter }) => ({ id, name, filter })) };
  }

  /** How many each of the own views shows, and the two that everybody has. */
  async counts(actor: StaffActor): Promise<ViewCounts> {
    const { views } = await this.list(actor);
    const fixed = fixedViews.map((id) => ({ id, filter: fixedFilters[id] }));
    const counts: ViewCounts['counts'] = [];
    for (const { id, filter } of [...fixed, ...views]) {
      const asked = askedOf(filter);
      const count = asked ? await this.applications.count(actor, asked, viewCountAtMost + 1) : 0;
      counts.push({ id, count });
    }
    return { counts };
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
