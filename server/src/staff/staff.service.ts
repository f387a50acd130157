import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  ChangeCompany,
  ChangeStaff,
  Company as CompanyView,
  DepartmentList,
  InviteStaff,
  SaveDepartment,
  StaffLink,
  StaffList,
} from '@zhiyu/contracts/staff';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { Sessions } from '../platform/auth/sessions.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Runtime } from '../platform/runtime.js';
import { newId } from '../platform/time/ids.js';
import { People } from '../privacy/people.service.js';
import { ChatIdentity } from './chat-identity.entity.js';
import { columnsOf, companyView, orNotFound, unchosen } from './company-view.js';
import { Company, Department } from './company.entity.js';
import { endUnderEurope } from './delivery-weights/weights-in-force.js';
import { loses } from './rights.js';
import { SignIn } from './sign-in.service.js';
import { StaffUser } from './staff-user.entity.js';

const inviteLifeMs = 7 * 86_400_000;

export interface NewCompany {
  name: string;
  example: boolean;
}

export interface NewStaff extends InviteStaff {
  /** Of the new row; made here when absent. */
  id?: string;
  companyId: string;
  example: boolean;
}

/** The company, its departments and the people who work in the product. */
@Injectable()
export class StaffService {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly vault: Vault,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly runtime: Runtime,
  ) {}

  /** A company with the key of its indexes. */
  async createCompany(tx: Tx, input: NewCompany): Promise<string> {
    const id = newId(tx.now);
    await this.vault.create(tx, id, id);
    const rest = { keepDays: 180, ...unchosen, createdAt: tx.now };
    await tx.manager.insert(Company, { id, ...input, ...rest });
    return id;
  }

  async companyRow(
    companyId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Company> {
    return orNotFound(await manager.findOneBy(Company, { id: companyId }));
  }

  async company(companyId: string): Promise<CompanyView> {
    return companyView(await this.companyRow(companyId));
  }

  async changeCompany(actor: StaffActor, change: ChangeCompany): Promise<CompanyView> {
    await this.database.transaction(async (tx) => {
      const columns = columnsOf(change, tx.now);
      await endUnderEurope(tx, actor, change);
      if (Object.keys(columns).length > 0) {
        await tx.manager.update(Company, { id: actor.companyId }, columns);
      }
    });
    return this.company(actor.companyId);
  }

  async list(actor: StaffActor): Promise<StaffList> {
    const users = await this.database
      .read(StaffUser)
      .find({ where: { companyId: actor.companyId }, order: { createdAt: 'ASC' } });
    const names = await this.people.namesOf(users.map((user) => user.personId));
    const staff = users.map(async (user) => ({
      id: user.id,
      name: names.get(user.personId) ?? '',
      email: (await this.people.contactOf(user.personId)).email ?? '',
      roles: user.roles,
      departmentId: user.departmentId,
      active: user.active,
      joined: user.passwordHash !== null || user.lastSeenAt !== null,
      lastSeenAt: user.lastSeenAt,
    }));
    return { staff: await Promise.all(staff) };
  }

  /** Adds a person; an address that is taken: conflict. */
  async add(tx: Tx, input: NewStaff): Promise<StaffUser> {
    const { companyId, name, email, example } = input;
    const loginToken = this.signIn.loginToken(email);
    if (await tx.manager.existsBy(StaffUser, { loginToken })) {
      throw new AppError('conflict');
    }
    await this.requireOwn(tx.manager, companyId, { departmentId: input.departmentId });
    const person = await this.people.create(tx, {
      companyId,
      name,
      email,
      phone: null,
      locale: 'zh',
      example,
    });
    const user = {
      id: input.id ?? newId(tx.now),
      companyId,
      personId: person.id,
      loginToken,
      passwordHash: null,
      roles: input.roles,
      departmentId: input.departmentId,
      active: true,
      lastSeenAt: null,
      createdAt: tx.now,
    };
    await tx.manager.insert(StaffUser, user);
    return user;
  }

  /**
   * Adds a person and makes the link to come in by. Repeated, it finds the person by `id` and makes a link again: the
   * first one was shown to nobody, and only its hash is kept.
   */
  async invite(actor: StaffActor, input: InviteStaff, id: string): Promise<StaffLink> {
    const { companyId } = actor;
    return this.database.transaction(async (tx) => {
      const user =
        (await tx.manager.findOneBy(StaffUser, { id, companyId })) ??
        (await this.add(tx, { ...input, id, companyId, example: false }));
      return this.link(tx, user, 'invite');
    });
  }

  async reset(actor: StaffActor, staffId: string): Promise<StaffLink> {
    return this.database.transaction(async (tx) => {
      const user = await this.ofCompany(tx.manager, actor.companyId, staffId);
      await this.sessions.endAll(tx, user.id);
      return this.link(tx, user, 'reset');
    });
  }

  /** A deactivated person's sessions and responsibilities end at once. Nobody can take the last administrator away. */
  async change(actor: StaffActor, input: ChangeStaff): Promise<void> {
    await this.database.transaction(async (tx) => {
      const user = await this.ofCompany(tx.manager, actor.companyId, input.id);
      const { id: _id, ...change } = input;
      await this.requireOwn(tx.manager, actor.companyId, { departmentId: change.departmentId });
      const after = { active: change.active ?? user.active, roles: change.roles ?? user.roles };
      const lastAdmin = loses('admin', user, after) && !(await this.otherAdmin(tx.manager, user));
      if (lastAdmin) {
        throw new AppError('conflict');
      }
      await tx.manager.update(StaffUser, { id: user.id }, change);
      if (change.active === false || change.roles) {
        await this.sessions.endAll(tx, user.id);
        tx.emit('SessionsEnded', actor.companyId, { subjectId: user.id });
      }
      if (change.active === false || loses('hr', user, after)) {
        const ended = { staffId: user.id, byStaffId: actor.id };
        tx.emit('ResponsibilityEnded', actor.companyId, ended);
      }
    });
  }

  /**
   * Closes the account of somebody who left the chat `channel`. The last administrator keeps the account, so that somebody can open the
   * installation again; the sessions end in any case.
   */
  async leave(tx: Tx, staffId: string, channel: string): Promise<void> {
    const user = await tx.manager.findOneBy(StaffUser, { id: staffId, active: true });
    if (!user) {
      return;
    }
    if (!user.roles.includes('admin') || (await this.otherAdmin(tx.manager, user))) {
      await tx.manager.update(StaffUser, { id: user.id }, { active: false });
      // Told from one that an administrator closed: back in the chat, the person is back here.
      await tx.manager.update(ChatIdentity, { channel, staffId }, { leftAt: tx.now });
      tx.emit('ResponsibilityEnded', user.companyId, { staffId: user.id, byStaffId: null });
    }
    await this.sessions.endAll(tx, user.id);
    tx.emit('SessionsEnded', user.companyId, { subjectId: user.id });
  }

  async departments(companyId: string): Promise<DepartmentList> {
    const rows = await this.database
      .read(Department)
      .find({ where: { companyId }, order: { name: 'ASC' } });
    return {
      departments: rows.map(({ id, name, parentId, managerId }) => ({
        id,
        name,
        parentId,
        managerId,
      })),
    };
  }

  async saveDepartment(tx: Tx, companyId: string, input: SaveDepartment): Promise<string> {
    const id = input.id ?? newId(tx.now);
    const { name, parentId, managerId } = input;
    const row = { name, parentId, managerId };
    await this.requireOwn(tx.manager, companyId, { departmentId: parentId, staffId: managerId });
    if (input.id) {
      const changed = await tx.manager.update(Department, { id, companyId }, row);
      if (changed.affected !== 1) {
        throw new AppError('notFound');
      }
    } else {
      await tx.manager.insert(Department, { id, companyId, ...row });
    }
    return id;
  }

  /** What one of a company's rows is to be tied to is of the same company. @throws notFound */
  async requireOwn(
    manager: EntityManager,
    companyId: string,
    tied: { departmentId?: string | null; staffId?: string | null },
  ): Promise<void> {
    const { departmentId, staffId } = tied;
    if (departmentId && !(await manager.existsBy(Department, { id: departmentId, companyId }))) {
      throw new AppError('notFound');
    }
    if (staffId && !(await manager.existsBy(StaffUser, { id: staffId, companyId }))) {
      throw new AppError('notFound');
    }
  }

  /** Nobody whose account is closed becomes responsible for anything. @throws notFound */
  async requireActive(manager: EntityManager, staffId: string | null): Promise<void> {
    if (staffId && !(await manager.existsBy(StaffUser, { id: staffId, active: true }))) {
      throw new AppError('notFound');
    }
  }

  /** Names of staff users by id. */
  async namesOf(
    staffIds: (string | null)[],
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Map<string, string>> {
    const ids = staffIds.filter((id): id is string => id !== null);
    const users = ids.length > 0 ? await manager.findBy(StaffUser, { id: In(ids) }) : [];
    const names = await this.people.namesOf(
      users.map((user) => user.personId),
      manager,
    );
    return new Map(users.map((user) => [user.id, names.get(user.personId) ?? '']));
  }

  /** Active staff users of a company with a role. */
  async withRole(manager: EntityManager, companyId: string, role: string): Promise<StaffUser[]> {
    const users = await manager.findBy(StaffUser, { companyId, active: true });
    return users.filter((user) => user.roles.some((one) => one === role));
  }

  private async otherAdmin(manager: EntityManager, user: StaffUser): Promise<boolean> {
    const admins = await this.withRole(manager, user.companyId, 'admin');
    return admins.some((one) => one.id !== user.id);
  }

  private async ofCompany(
    manager: EntityManager,
    companyId: string,
    id: string,
  ): Promise<StaffUser> {
    const user = await manager.findOneBy(StaffUser, { id, companyId });
    if (!user) {
      throw new AppError('notFound');
    }
    return user;
  }

  private async link(tx: Tx, user: StaffUser, purpose: 'invite' | 'reset'): Promise<StaffLink> {
    const token = await this.signIn.makeLink(tx, user, purpose, inviteLifeMs);
    const url = `${this.runtime.publicUrl}/#/pages/link/index?t=${token}`;
    return { staffId: user.id, url, expiresAt: tx.now + inviteLifeMs };
  }
}
