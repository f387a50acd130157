import type { DepartmentStepKind, PersonStepKind } from '@zhiyu/contracts/directory';
import type { ChatDepartment, ChatMember } from '../../workplace/workplace.js';

/** The chat's directory. */
export interface There {
  departments: ChatDepartment[];
  members: ChatMember[];
}

export interface KnownDepartment {
  externalId: string;
  id: string;
  name: string;
  parentId: string | null;
  managerId: string | null;
}

/** Somebody of the staff who has an address in the chat. */
export interface KnownPerson {
  address: string;
  staffId: string;
  personId: string;
  name: string;
  departmentId: string | null;
  active: boolean;
  leftAt: number | null;
}

/** What is known here of the same chat. */
export interface Here {
  departments: KnownDepartment[];
  people: KnownPerson[];
  /** By address in the chat: accounts without one that are the member's; null = it is closed or taken, and is not doubled. */
  accounts: Map<string, Omit<KnownPerson, 'address' | 'leftAt'> | null>;
  /** Addresses that belong to people of another company of this installation. */
  elsewhere: Set<string>;
  /** Ids of the active administrators. */
  admins: Set<string>;
}

export interface DepartmentStep extends KnownDepartment {
  kind: DepartmentStepKind;
}

export interface PersonStep {
  kind: PersonStepKind;
  address: string;
  staffId: string;
  /** Null for who is added. */
  personId: string | null;
  name: string;
  renamed: boolean;
  departmentId: string | null;
  companyEmail: string | null;
}

export interface DirectoryPlan {
  departments: DepartmentStep[];
  people: PersonStep[];
  same: number;
}

const longestAddress = 128;
const longestName = 60;
const longestDepartment = 120;

function cut(name: string, length: number, otherwise: string): string {
  const clean = name.trim() || otherwise;
  return [...clean].slice(0, length).join('');
}

function sameAs(step: PersonStep, known: Pick<KnownPerson, 'departmentId'>): boolean {
  return !step.renamed && step.departmentId === known.departmentId;
}

/** What has to be done so that departments and people here are as the chat has them. Done, it finds nothing to do. */
export class Planning {
  private readonly departmentIds = new Map<string, string>();
  /** Staff by address: who may head a department. */
  private readonly staffIds = new Map<string, string>();
  private readonly closed = new Set<string>();
  private readonly people: PersonStep[] = [];
  private same = 0;

  /** @param newId makes the ids of new rows */
  constructor(
    private readonly there: There,
    private readonly here: Here,
    private readonly newId: () => string,
  ) {}

  plan(): DirectoryPlan {
    const places = [...new Map(this.there.departments.map((one) => [one.id, one])).values()];
    const usable = places.filter(({ id }) => id !== '' && id.length <= longestAddress);
    const known = new Map(this.here.departments.map((one) => [one.externalId, one]));
    for (const { id } of usable) {
      this.departmentIds.set(id, known.get(id)?.id ?? this.newId());
    }
    this.planPeople();
    const departments = usable.map((place) => this.department(place, known.get(place.id)));
    const released = this.here.departments
      .filter(({ externalId }) => !this.departmentIds.has(externalId))
      .map((one): DepartmentStep => ({ ...one, kind: 'released' }));
    return {
      departments: [...departments.filter((step) => step !== null), ...released],
      ...{ people: this.people, same: this.same },
    };
  }

  private planPeople(): void {
    const members = new Map(this.there.members.map((one) => [one.address, one]));
    const known = new Map(this.here.people.map((one) => [one.address, one]));
    for (const member of members.values()) {
      const { address } = member;
      if (member.active && address !== '' && address.length <= longestAddress) {
        const person = known.get(address);
        const step = person ? this.known(member, person) : this.unknown(member);
        this.take(step, address);
      }
    }
    for (const person of this.here.people) {
      if (members.get(person.address)?.active !== true) {
        this.leave(person);
      }
    }
  }

  private take(step: PersonStep | null, address: string): void {
    if (step === null) {
      this.same += 1;
      return;
    }
    this.people.push(step);
    if (step.kind !== 'kept') {
      this.staffIds.set(address, step.staffId);
    }
  }

  private known(member: ChatMember, person: KnownPerson): PersonStep | null {
    if (person.leftAt !== null) {
      return this.step('reopened', member, person);
    }
    if (!person.active) {
      return this.step('kept', member, person); // closed by hand: the chat does not open it again
    }
    const step = this.step('changed', member, person);
    if (!sameAs(step, person)) {
      return step;
    }
    this.staffIds.set(person.address, person.staffId);
    return null;
  }

  private unknown(member: ChatMember): PersonStep {
    const found = this.here.accounts.get(member.address);
    if (found === null || this.here.elsewhere.has(member.address)) {
      return this.step('kept', member, null);
    }
    return found ? this.step('linked', member, found) : this.step('added', member, null);
  }

  /** No longer in the chat, or switched off there. What was done about it before is not done again. */
  private leave(person: KnownPerson): void {
    if (person.leftAt !== null || !person.active) {
      return;
    }
    const { address, staffId, personId, name, departmentId } = person;
    const last = this.here.admins.size === 1 && this.here.admins.has(staffId);
    if (!last) {
      this.closed.add(staffId);
      this.here.admins.delete(staffId);
    }
    const kind = last ? 'kept' : 'closed';
    const step = { address, staffId, personId, name, departmentId };
    this.people.push({ ...step, kind, renamed: false, companyEmail: null });
  }

  private step(
    kind: PersonStepKind,
    member: ChatMember,
    person: Omit<KnownPerson, 'address' | 'leftAt'> | null,
  ): PersonStep {
    const { address, companyEmail = null } = member;
    const name = cut(member.name, longestName, address);
    const placed = member.departmentIds.find((id) => this.departmentIds.has(id)) ?? '';
    return {
      ...{ kind, address, name, companyEmail },
      staffId: person?.staffId ?? this.newId(),
      personId: person?.personId ?? null,
      renamed: person !== null && person.name !== name,
      departmentId: this.departmentIds.get(placed) ?? null,
    };
  }

  private department(place: ChatDepartment, known?: KnownDepartment): DepartmentStep | null {
    const id = this.departmentIds.get(place.id) ?? '';
    const parentId = this.departmentIds.get(place.parentId ?? '') ?? null;
    const row = {
      ...{ id, externalId: place.id, parentId: parentId === id ? null : parentId },
      name: cut(place.name, longestDepartment, place.id),
      managerId: this.headOf(place) ?? this.stillHead(known),
    };
    if (!known) {
      return { ...row, kind: 'added' };
    }
    const same =
      known.name === row.name &&
      known.parentId === row.parentId &&
      known.managerId === row.managerId;
    return same ? null : { ...row, kind: 'changed' };
  }

  private headOf({ heads }: ChatDepartment): string | null {
    const head = heads.find((address) => this.staffIds.has(address)) ?? '';
    return this.staffIds.get(head) ?? null;
  }

  /** Who heads it by hand, where the chat names nobody; never somebody who has left. */
  private stillHead(known: KnownDepartment | undefined): string | null {
    const managerId = known?.managerId ?? null;
    return managerId !== null && this.closed.has(managerId) ? null : managerId;
  }
}
