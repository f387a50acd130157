import { Injectable } from '@nestjs/common';
import type { ChatName } from '@zhiyu/contracts/directory';
import { In } from 'typeorm';
import { Keyring } from '../../platform/crypto/keyring.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { People } from '../../privacy/people.service.js';
import { ChatDepartmentRow } from '../chat-department.entity.js';
import { ChatIdentity } from '../chat-identity.entity.js';
import { Company, Department } from '../company.entity.js';
import { SignIn } from '../sign-in.service.js';
import { StaffUser } from '../staff-user.entity.js';
import { StaffService } from '../staff.service.js';
import { chatLoginToken } from './chat-login-token.js';
import type { DepartmentStep, DirectoryPlan, PersonStep } from './directory.plan.js';

/** People in one transaction: others write in between. */
const atOnce = 50;

/** Whose directory is applied. */
interface Target {
  company: Company;
  chat: ChatName;
  /** Hears how many of all people are done. */
  tell: (done: number, total: number) => Promise<void>;
}

/** Does what a plan says. Stopped in the middle, the next plan finds the rest. */
@Injectable()
export class DirectoryApply {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly keyring: Keyring,
    private readonly signIn: SignIn,
    private readonly staff: StaffService,
  ) {}

  async apply(target: Target, plan: DirectoryPlan): Promise<void> {
    await this.freeFromExamples(target);
    for (let from = 0; from < plan.people.length; from += atOnce) {
      const some = plan.people.slice(from, from + atOnce);
      await this.database.transaction(async (tx) => {
        for (const step of some) {
          await this.person(tx, target, step);
        }
      });
      await target.tell(from + some.length, plan.people.length);
    }
    await this.database.transaction(async (tx) => {
      for (const step of plan.departments) {
        await department(tx, target, step);
      }
    });
  }

  /** A chat that was tried with the example company belongs to the real one from now on. */
  private async freeFromExamples({ company, chat }: Target): Promise<void> {
    if (company.example) {
      return;
    }
    await this.database.transaction(async (tx) => {
      const examples = await tx.manager.findBy(Company, { example: true });
      const of = { channel: chat, companyId: In(examples.map((one) => one.id)) };
      await tx.manager.delete(ChatIdentity, of);
      await tx.manager.delete(ChatDepartmentRow, of);
    });
  }

  private async person(tx: Tx, target: Target, step: PersonStep): Promise<void> {
    switch (step.kind) {
      case 'added':
        await this.add(tx, target, step);
        break;
      case 'linked':
        await this.link(tx, target, step);
        await this.renew(tx, step);
        break;
      case 'changed':
        await this.renew(tx, step);
        break;
      case 'reopened':
        await this.renew(tx, step);
        await this.reopen(tx, target, step);
        break;
      case 'closed':
        await this.staff.leave(tx, step.staffId, target.chat);
        break;
      case 'kept':
        break;
    }
  }

  /** An interviewer: what more somebody may do here, an administrator says. */
  private async add(tx: Tx, target: Target, step: PersonStep): Promise<void> {
    const { company, chat } = target;
    const { id: companyId, example } = company;
    const email = await this.freeEmail(tx, step.companyEmail);
    const { name, staffId: id, departmentId } = step;
    const about = { companyId, name, email, phone: null, locale: 'zh' as const, example };
    const person = await this.people.create(tx, about);
    const { address } = step;
    const byAddress = chatLoginToken(this.keyring, { companyId, chat, address });
    const loginToken = email === null ? byAddress : this.signIn.loginToken(email);
    await tx.manager.insert(StaffUser, {
      ...{ id, companyId, personId: person.id, loginToken, passwordHash: null, departmentId },
      ...{ roles: ['interviewer'], active: true, lastSeenAt: null, createdAt: tx.now },
    });
    await this.link(tx, target, step);
  }

  /** Of two people with one mail address the first has it; one of another company stays there. */
  private async freeEmail(tx: Tx, email: string | null): Promise<string | null> {
    const taken =
      email !== null &&
      (await tx.manager.existsBy(StaffUser, { loginToken: this.signIn.loginToken(email) }));
    return taken ? null : email;
  }

  private async link(tx: Tx, { company, chat }: Target, step: PersonStep): Promise<void> {
    const { address, staffId } = step;
    const who = { channel: chat, address, companyId: company.id, staffId };
    await tx.manager.insert(ChatIdentity, { ...who, createdAt: tx.now, leftAt: null });
  }

  private async renew(tx: Tx, step: PersonStep): Promise<void> {
    const { staffId: id, departmentId, personId } = step;
    await tx.manager.update(StaffUser, { id }, { departmentId });
    if (step.renamed && personId !== null) {
      await this.people.rename(tx, personId, step.name);
    }
  }

  private async reopen(tx: Tx, { chat }: Target, { address, staffId }: PersonStep): Promise<void> {
    await tx.manager.update(StaffUser, { id: staffId }, { active: true });
    await tx.manager.update(ChatIdentity, { channel: chat, address }, { leftAt: null });
  }
}

/** A department that the chat no longer has stays, with its positions, and is kept by hand from now on. */
async function department(tx: Tx, { company, chat }: Target, step: DepartmentStep): Promise<void> {
  const { id, externalId, name, parentId, managerId } = step;
  const companyId = company.id;
  switch (step.kind) {
    case 'added':
      await tx.manager.insert(Department, { id, companyId, name, parentId, managerId });
      await tx.manager.insert(ChatDepartmentRow, {
        ...{ channel: chat, externalId, companyId, departmentId: id },
      });
      break;
    case 'changed':
      await tx.manager.update(Department, { id, companyId }, { name, parentId, managerId });
      break;
    case 'released':
      await tx.manager.delete(ChatDepartmentRow, { channel: chat, externalId });
      break;
  }
}
