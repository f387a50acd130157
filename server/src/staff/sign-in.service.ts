import { hash, verify } from '@node-rs/argon2';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { LinkResult, Login, Me } from '@zhiyu/contracts/staff';
import { type EntityManager, IsNull } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { hashToken, newToken, Sessions } from '../platform/auth/sessions.js';
import { Keyring } from '../platform/crypto/keyring.js';
import { Database, type Tx } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import { People } from '../privacy/people.service.js';
import { normalEmail } from '../privacy/search.js';
import type { Standing } from './access.js';
import { Company, Department } from './company.entity.js';
import { scaleOf } from './score-scale.js';
import { actsOf } from './rights.js';
import { OneTimeLink, StaffUser } from './staff-user.entity.js';
import { Tries } from './tries.js';

const hour = 3_600_000;
export const staffSessionMs = 12 * hour;
/** Argon2id as OWASP's password storage cheat sheet asks for: 19 MiB, 2 passes. */
const argon = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const shortest = 10;

export interface SignedIn {
  token: string;
  staffId: string;
}

/** Departments headed by a person, with all below them. */
function headedBy(staffId: string, departments: Department[]): string[] {
  const heads = departments.filter((one) => one.managerId === staffId).map((one) => one.id);
  for (const id of heads) {
    heads.push(
      ...departments
        .filter((one) => one.parentId === id && !heads.includes(one.id))
        .map((one) => one.id),
    );
  }
  return heads;
}

/** Signing in: by password, by a link that works once, or as whom a chat has identified. */
@Injectable()
export class SignIn implements OnModuleInit {
  private readonly tries: Tries;

  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
  ) {
    this.tries = new Tries(clock, 5, hour / 4);
  }

  onModuleInit(): void {
    this.sessions.register('staff', (session) => this.actorOf(session.subjectId, session.hash));
  }

  /** Blind index of a mail address over the whole installation. */
  loginToken(email: string): string {
    return this.keyring.token('login', normalEmail(email));
  }

  async byPassword(input: Login, ip: string): Promise<SignedIn> {
    const loginToken = this.loginToken(input.email);
    this.tries.require(`${ip} ${loginToken}`);
    const user = await this.database.read(StaffUser).findOneBy({ loginToken });
    // The same work for an unknown address, so that the time tells nothing.
    const stored = user?.passwordHash ?? (await this.decoy());
    const right = await verify(stored, input.password);
    if (!right || !user?.active || user.passwordHash === null) {
      this.tries.count(`${ip} ${loginToken}`);
      throw new AppError('wrongCredentials');
    }
    this.tries.forget(`${ip} ${loginToken}`);
    return this.database.transaction((tx) => this.open(tx, user));
  }

  async byLink(token: string): Promise<SignedIn & LinkResult> {
    return this.database.transaction(async (tx) => {
      const link = await tx.manager.findOneBy(OneTimeLink, { hash: hashToken(token) });
      if (!link) {
        throw new AppError('notFound');
      }
      const taken = await tx.manager.update(
        OneTimeLink,
        { hash: link.hash, usedAt: IsNull() },
        { usedAt: tx.now },
      );
      if (taken.affected !== 1) {
        throw new AppError('linkUsed');
      }
      const user = await tx.manager.findOneByOrFail(StaffUser, { id: link.staffId });
      if (link.expiresAt < tx.now || !user.active) {
        throw new AppError('linkExpired');
      }
      const needsPassword = link.purpose !== 'example';
      const next = needsPassword ? '/pages/password/index' : '/pages/home/index';
      return { ...(await this.open(tx, user)), needsPassword, next };
    });
  }

  /** A session for somebody whom a chat has identified. @throws notAllowed when the account is closed */
  async byChat(staffId: string): Promise<SignedIn> {
    return this.database.transaction(async (tx) => {
      const user = await tx.manager.findOneBy(StaffUser, { id: staffId, active: true });
      if (!user) {
        throw new AppError('notAllowed');
      }
      return this.open(tx, user);
    });
  }

  /** @returns the token of a link that signs `staffId` in once. */
  async makeLink(
    tx: Tx,
    user: StaffUser,
    purpose: OneTimeLink['purpose'],
    lifeMs: number,
  ): Promise<string> {
    const token = newToken();
    const row = { hash: hashToken(token), companyId: user.companyId, staffId: user.id, purpose };
    await tx.manager.insert(OneTimeLink, { ...row, expiresAt: tx.now + lifeMs, usedAt: null });
    return token;
  }

  /** Ends all other sessions: whoever knew the old one is out. */
  async setPassword(actor: StaffActor, password: string): Promise<string> {
    if (password.length < shortest || new Set(password).size < 5) {
      throw new AppError('weakPassword');
    }
    const passwordHash = await hash(password, argon);
    return this.database.transaction(async (tx) => {
      await tx.manager.update(StaffUser, { id: actor.id }, { passwordHash });
      await this.sessions.endAll(tx, actor.id);
      const who = { kind: 'staff' as const, subjectId: actor.id, companyId: actor.companyId };
      return this.sessions.open(tx, who, staffSessionMs);
    });
  }

  async out(sessionHash: string): Promise<void> {
    await this.database.transaction((tx) => this.sessions.end(tx, sessionHash));
  }

  async me(actor: StaffActor): Promise<Me> {
    const company = await this.database.read(Company).findOneByOrFail({ id: actor.companyId });
    const { id, name, roles, companyId, locale } = actor;
    const may = actsOf(roles);
    return {
      id,
      name,
      roles,
      companyId,
      companyName: company.name,
      locale,
      may,
      scoreScale: scaleOf(company),
      example: company.example,
    };
  }

  /** The person behind a press, as the session that the press came with knew him, if it was one. */
  async actorOfPress(staffId: string, manager: EntityManager): Promise<StaffActor | null> {
    const known = this.sessions.recent(staffId);
    return known?.kind === 'staff' ? known : this.actorOf(staffId, '', manager);
  }

  /** The signed-in person with roles and departments; null when deactivated. */
  async actorOf(
    staffId: string,
    sessionId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<StaffActor | null> {
    const user = await manager.findOneBy(StaffUser, { id: staffId });
    if (!user?.active) {
      return null;
    }
    const departments = await manager.findBy(Department, { companyId: user.companyId });
    const { id, companyId, roles } = user;
    const name = await this.people.nameOf(user.personId, manager);
    const headOf = headedBy(id, departments);
    return { kind: 'staff', id, companyId, name, roles, headOf, locale: 'zh', sessionId };
  }

  /** Everybody active of a company, as rights see them: two reads, however many they are. */
  async standings(companyId: string): Promise<Standing[]> {
    const users = await this.database.read(StaffUser).findBy({ companyId, active: true });
    const departments = await this.database.read(Department).findBy({ companyId });
    return users.map(({ id, roles }) => {
      return { id, companyId, roles, headOf: headedBy(id, departments) };
    });
  }

  private async open(tx: Tx, user: StaffUser): Promise<SignedIn> {
    await tx.manager.update(StaffUser, { id: user.id }, { lastSeenAt: this.clock.now() });
    const who = { kind: 'staff' as const, subjectId: user.id, companyId: user.companyId };
    return { token: await this.sessions.open(tx, who, staffSessionMs), staffId: user.id };
  }

  private decoyHash: Promise<string> | undefined;

  private decoy(): Promise<string> {
    this.decoyHash ??= hash(newToken(), argon);
    return this.decoyHash;
  }
}
