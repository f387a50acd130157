import { Injectable } from '@nestjs/common';
import type { AuditPage } from '@zhiyu/contracts/staff';
import { In } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { AuditLog, type AuditLine } from '../privacy/audit.service.js';
import { People } from '../privacy/people.service.js';
import { Application } from '../recruiting/entities/application.entity.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { positionTitles } from '../recruiting/entities/position-titles.js';
import { mayOn } from '../staff/access.js';
import { StaffUser } from '../staff/staff-user.entity.js';
import { applicationsOf } from './objects.js';

type Entry = AuditPage['entries'][number];
type About = NonNullable<Entry['about']>;

/** Names of everything that the lines of a page are about. */
interface Names {
  staff: Map<string, string>;
  /** By person; only those whose applications the reader may see. */
  candidates: Map<string, string>;
  applications: Map<string, Application>;
  positions: Map<string, string>;
}

/**
 * The audit log with names beside its ids. Colleagues and positions are named to everybody who may read the log,
 * candidates only to those who may see their applications anyway.
 */
@Injectable()
export class AuditTrail {
  private readonly titles: ReturnType<typeof positionTitles>;

  constructor(
    private readonly database: Database,
    private readonly log: AuditLog,
    private readonly people: People,
  ) {
    this.titles = positionTitles(database);
  }

  async page(actor: StaffActor, before: number | null): Promise<AuditPage> {
    const page = await this.log.page(actor.companyId, before);
    const names = await this.names(actor, page.entries);
    const entries = page.entries.map((line) => ({
      ...line,
      actorName: actorName(line.actor, names),
      about: aboutOf(line.object, names),
    }));
    return { ...page, entries };
  }

  private async names(actor: StaffActor, lines: AuditLine[]): Promise<Names> {
    const { companyId } = actor;
    const { manager } = this.database.dataSource;
    const objects = [...new Set(lines.map((line) => line.object).filter((id) => id !== ''))];
    const actors = [...new Set(lines.map((line) => idOf(line.actor)))];
    const applications = await applicationsOf(manager, companyId, objects);
    const ownOf = await manager.findBy(Application, { companyId, personId: In(actors) });
    const seen = await this.visible(actor, [...applications.values(), ...ownOf]);
    const staff = await manager.findBy(StaffUser, { companyId, id: In([...objects, ...actors]) });
    const positions = await manager.findBy(Position, { companyId, id: In(objects) });
    const people = [...staff, ...seen].map((one) => one.personId);
    const known = await this.people.namesOf(people, manager);
    const titles = await this.titles.of(positions.map((one) => one.versionId));
    return {
      staff: new Map(staff.map((one) => [one.id, known.get(one.personId) ?? ''])),
      candidates: new Map(seen.map((one) => [one.personId, known.get(one.personId) ?? ''])),
      applications,
      positions: new Map(
        positions.map((one) => [one.id, titles.get(one.versionId)?.name.zh ?? one.code]),
      ),
    };
  }

  /** Of these applications those that the reader may open. */
  private async visible(actor: StaffActor, rows: Application[]): Promise<Application[]> {
    const ids = [...new Set(rows.map((row) => row.positionId))];
    const positions = await this.database.read(Position).findBy({ id: In(ids) });
    const open = positions.filter((one) => mayOn(actor, 'application.view', one));
    const openIds = new Set(open.map((one) => one.id));
    return rows.filter((row) => openIds.has(row.positionId));
  }
}

/** `staff:<id>` and `candidate:<person>`: the id; other actors have none. */
function idOf(actor: string): string {
  return actor.split(':')[1] ?? '';
}

function actorName(actor: string, { staff, candidates }: Names): string | null {
  const id = idOf(actor);
  return staff.get(id) ?? candidates.get(id) ?? null;
}

function aboutOf(object: string, names: Names): About | null {
  const application = names.applications.get(object);
  if (application) {
    const name = names.candidates.get(application.personId) ?? null;
    return { kind: 'candidate', id: application.id, name };
  }
  const colleague = names.staff.get(object);
  if (colleague !== undefined) {
    return { kind: 'staff', id: object, name: colleague };
  }
  const position = names.positions.get(object);
  return position === undefined ? null : { kind: 'position', id: object, name: position };
}
