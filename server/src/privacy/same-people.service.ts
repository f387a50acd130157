import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { Database, isDuplicate, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { PersonTie } from './person-tie.entity.js';

interface Said {
  companyId: string;
  personId: string;
  otherId: string;
  byStaffId: string;
}

const pairOf = (one: string, other: string) => [one, other].sort().join(':');

/**
 * Who is the same person as whom (合并). What belongs to a person stays sealed with the key it was sealed with; people
 * who are one are only looked for, shown and erased together.
 */
@Injectable()
export class SamePeople {
  constructor(private readonly database: Database) {}

  /** Everybody who is one with this person, this one first. */
  async groupOf(
    personId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<string[]> {
    return this.everybody([personId], manager);
  }

  /** The same of several people. */
  async everybody(
    personIds: readonly string[],
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<string[]> {
    const all = new Set(personIds);
    for (let fresh = [...all]; fresh.length > 0;) {
      const ties = await this.tiesOf(fresh, manager);
      const found = ties.filter(({ same }) => same).flatMap((tie) => [tie.personId, tie.otherId]);
      fresh = found.filter((id) => !all.has(id));
      fresh.forEach((id) => all.add(id));
    }
    return [...all];
  }

  /** Everybody in a company who is said to be somebody else too, with all who are one with him: the same list for each. */
  async groupsIn(companyId: string): Promise<Map<string, string[]>> {
    const where = { companyId, same: true, pair: Not(IsNull()) };
    const ties = await this.database.read(PersonTie).find({ where, order: { id: 'ASC' } });
    const groups = new Map<string, string[]>();
    for (const { personId, otherId } of ties) {
      const one = groups.get(personId) ?? [personId];
      const other = groups.get(otherId) ?? [otherId];
      const both = [...new Set([...one, ...other])];
      both.forEach((id) => groups.set(id, both));
    }
    return groups;
  }

  /** What was said of these people and holds. */
  async tiesOf(
    personIds: readonly string[],
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<PersonTie[]> {
    if (personIds.length === 0) {
      return [];
    }
    const ids = In([...personIds]);
    const holds = { pair: Not(IsNull()) };
    const where = [
      { personId: ids, ...holds },
      { otherId: ids, ...holds },
    ];
    return manager.find(PersonTie, { where, order: { at: 'ASC', id: 'ASC' } });
  }

  /** Says that two are one, or that they are not; a word that said the contrary is taken back. @throws conflict where it was said */
  async say(tx: Tx, said: Said, same: boolean): Promise<PersonTie> {
    const { personId, otherId, byStaffId } = said;
    const group = await this.groupOf(personId, tx.manager);
    if (group.includes(otherId)) {
      throw new AppError('conflict');
    }
    const pair = pairOf(personId, otherId);
    const before = await tx.manager.findOneBy(PersonTie, { pair });
    // Somebody else may have said it since the group was read.
    if (before?.same === same) {
      throw new AppError('conflict');
    }
    if (before) {
      await this.takeBack(tx, before, byStaffId);
    }
    const row: PersonTie = {
      ...{ id: newId(tx.now), ...said, pair, same, at: tx.now },
      ...{ undoneBy: null, undoneAt: null },
    };
    try {
      await tx.manager.insert(PersonTie, row);
    } catch (error) {
      throw isDuplicate(error) ? new AppError('conflict') : error;
    }
    return row;
  }

  /** From now on as if it had not been said. @returns false where it was taken back before */
  async takeBack(tx: Tx, { id }: PersonTie, undoneBy: string): Promise<boolean> {
    const { affected } = await tx.manager.update(
      PersonTie,
      { id, pair: Not(IsNull()) },
      { pair: null, undoneBy, undoneAt: tx.now },
    );
    return affected === 1;
  }
}
