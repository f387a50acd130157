import { Injectable } from '@nestjs/common';
import type { ChatName } from '@zhiyu/contracts/directory';
import { In } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database } from '../../platform/database/database.js';
import { People } from '../../privacy/people.service.js';
import type { ChatMember } from '../../workplace/workplace.js';
import { ChatDepartmentRow } from '../chat-department.entity.js';
import { ChatIdentity } from '../chat-identity.entity.js';
import { Company, Department } from '../company.entity.js';
import { SignIn } from '../sign-in.service.js';
import { StaffUser } from '../staff-user.entity.js';
import { chatLoginToken } from './chat-login-token.js';
import type { Here, KnownDepartment, KnownPerson } from './directory.plan.js';

/** Rows asked for by id at once: databases take so many values, and names so many keys in memory. */
const atOnce = 500;

function* portions<T>(list: T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += atOnce) {
    yield list.slice(from, from + atOnce);
  }
}

/** Reads what is known here of a chat's directory. */
@Injectable()
export class DirectoryRows {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly signIn: SignIn,
    private readonly keyring: Keyring,
  ) {}

  async here(companyId: string, chat: ChatName, members: ChatMember[]): Promise<Here> {
    const users = await this.database.read(StaffUser).findBy({ companyId });
    const identities = await this.database.read(ChatIdentity).findBy({ channel: chat });
    const own = identities.filter((one) => one.companyId === companyId);
    const names = await this.namesOf(users);
    const admins = users.filter((user) => user.active && user.roles.includes('admin'));
    return {
      departments: await this.departments(companyId, chat),
      people: peopleOf(own, users, names),
      accounts: this.accounts({ companyId, chat, members }, own, { users, names }),
      elsewhere: await this.elsewhere(identities.filter((one) => one.companyId !== companyId)),
      admins: new Set(admins.map((user) => user.id)),
    };
  }

  private async departments(companyId: string, chat: ChatName): Promise<KnownDepartment[]> {
    const rows = await this.database.read(Department).findBy({ companyId });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const known = await this.database.read(ChatDepartmentRow).findBy({ channel: chat, companyId });
    return known.flatMap(({ externalId, departmentId }) => {
      const row = byId.get(departmentId);
      return row
        ? [
            {
              externalId,
              id: row.id,
              name: row.name,
              parentId: row.parentId,
              managerId: row.managerId,
            },
          ]
        : [];
    });
  }

  /** By the company's mail, or made from this address before. A closed one and one with another address stay as they are. */
  private accounts(
    of: { companyId: string; chat: ChatName; members: ChatMember[] },
    own: ChatIdentity[],
    staff: { users: StaffUser[]; names: Map<string, string> },
  ): Here['accounts'] {
    const { companyId, chat } = of;
    const found: Here['accounts'] = new Map();
    const addresses = new Set(own.map((one) => one.address));
    const linked = new Set(own.map((one) => one.staffId));
    const byToken = new Map(staff.users.map((user) => [user.loginToken, user]));
    for (const { address, companyEmail } of of.members.filter((one) => one.active)) {
      const mail = companyEmail === undefined ? '' : this.signIn.loginToken(companyEmail);
      const user =
        byToken.get(mail) ??
        byToken.get(chatLoginToken(this.keyring, { companyId, chat, address }));
      if (user && !addresses.has(address)) {
        const free = user.active && !linked.has(user.id);
        linked.add(user.id);
        found.set(address, free ? known(user, staff.names) : null);
      }
    }
    return found;
  }

  /** The example company gives its addresses up; every other company keeps them. */
  private async elsewhere(foreign: ChatIdentity[]): Promise<Set<string>> {
    const ids = [...new Set(foreign.map((one) => one.companyId))];
    const companies =
      ids.length > 0 ? await this.database.read(Company).findBy({ id: In(ids) }) : [];
    const real = new Set(companies.filter((one) => !one.example).map((one) => one.id));
    return new Set(foreign.filter((one) => real.has(one.companyId)).map((one) => one.address));
  }

  private async namesOf(users: StaffUser[]): Promise<Map<string, string>> {
    const names = new Map<string, string>();
    for (const some of portions(users.map((user) => user.personId))) {
      for (const [id, name] of await this.people.namesOf(some)) {
        names.set(id, name);
      }
    }
    return names;
  }
}

function known(
  user: StaffUser,
  names: Map<string, string>,
): Omit<KnownPerson, 'address' | 'leftAt'> {
  const { id: staffId, personId, departmentId, active } = user;
  return { staffId, personId, departmentId, active, name: names.get(personId) ?? '' };
}

function peopleOf(
  own: ChatIdentity[],
  users: StaffUser[],
  names: Map<string, string>,
): KnownPerson[] {
  const byId = new Map(users.map((user) => [user.id, user]));
  return own.flatMap(({ address, staffId, leftAt }) => {
    const user = byId.get(staffId);
    return user ? [{ ...known(user, names), address, leftAt }] : [];
  });
}
