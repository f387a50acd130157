import { Injectable } from '@nestjs/common';
import { idSchema } from '@zhiyu/contracts/basics';
import type { SheetFault } from '@zhiyu/contracts/test-sheet';
import { textIn } from '@zhiyu/contracts/basics';
import { type FindOptionsWhere, In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { People } from '../../privacy/people.service.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { activeStages } from '../../recruiting/pipeline.states.js';
import { Positions } from '../../recruiting/positions.service.js';
import { mayOn } from '../../staff/access.js';
import type { SheetLine } from './sheet-columns.js';

/** The application a row means, or why there is none. */
export type Meant =
  | { application: Application; candidateName: string; positionName: string; fault: null }
  | { application: null; fault: SheetFault };

const not = (fault: SheetFault): Meant => ({ application: null, fault });
const letters = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[\s·•.]/g, '')
    .toLowerCase();

/** Whom a row of a table means: by application number, phone number or mail address, which must agree. */
@Injectable()
export class SheetPeople {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly positions: Positions,
  ) {}

  async meant(actor: StaffActor, line: SheetLine, positionId?: string): Promise<Meant> {
    const persons = await this.personsOf(actor.companyId, line);
    if (persons === null || persons.size === 0) {
      return not('notFound');
    }
    if (persons.size > 1) {
      return not('twoPeople');
    }
    const [personId = ''] = persons;
    const candidateName = await this.people.nameOf(personId);
    if (line.name !== '' && letters(line.name) !== letters(candidateName)) {
      return not('otherName');
    }
    const application = await this.applicationOf(actor, { line, personId, positionId });
    if (typeof application === 'string') {
      return not(application);
    }
    const { content } = await this.positions.version(application.positionVersionId);
    const positionName = textIn(content.name, actor.locale);
    return { application, candidateName, positionName, fault: null };
  }

  /** Everybody whom a part of the row names; null where a part names nobody. */
  private async personsOf(companyId: string, line: SheetLine): Promise<Set<string> | null> {
    const { manager } = this.database.dataSource;
    const { phone, email, application: id } = line;
    const found = [
      ...(phone ? [await this.people.recognise(manager, companyId, { phone, email: null })] : []),
      ...(email ? [await this.people.recognise(manager, companyId, { phone: null, email })] : []),
      ...(id ? [await this.personOf(companyId, id)] : []),
    ];
    const known = found.filter((one) => one !== null);
    return known.length < found.length ? null : new Set(known);
  }

  private async personOf(companyId: string, id: string): Promise<string | null> {
    const found = idSchema.safeParse(id).success
      ? await this.database.read(Application).findOneBy({ id, companyId })
      : null;
    return found?.personId ?? null;
  }

  /** The application of the row's number; otherwise the one that is under way, or the only one. */
  private async applicationOf(
    actor: StaffActor,
    of: { line: SheetLine; personId: string; positionId: string | undefined },
  ): Promise<Application | SheetFault> {
    const { line, personId, positionId } = of;
    const where: FindOptionsWhere<Application> = { companyId: actor.companyId, personId };
    const all = await this.database.read(Application).findBy({
      ...where,
      ...(line.application ? { id: line.application } : {}),
      ...(positionId ? { positionId } : {}),
    });
    const rows = await this.database
      .read(Position)
      .findBy({ id: In(all.map((one) => one.positionId)) });
    const mine = all.filter((one) =>
      rows.some((row) => row.id === one.positionId && mayOn(actor, 'application.add', row)),
    );
    const active = mine.filter(({ stage }) => activeStages.includes(stage));
    const meant = active.length > 0 ? active : mine;
    const [only] = meant;
    if (!only) {
      return all.length > 0 ? 'notAllowed' : 'notFound';
    }
    return meant.length > 1 ? 'several' : only;
  }
}
