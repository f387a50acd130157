import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Whose, InterviewReader } from '../interviews/interview-reader.js';
import type { Recipient } from '../notify/card-content.js';
import { Department } from '../staff/company.entity.js';
import { StaffService } from '../staff/staff.service.js';
import { StaffUser } from '../staff/staff-user.entity.js';

/** Who hears of an application: the responsible HR, the head of the department, the candidate. */
@Injectable()
export class Audience {
  constructor(
    private readonly staff: StaffService,
    private readonly reader: InterviewReader,
  ) {}

  /** The responsible HR; where nobody is, everybody with the role. */
  async hr(manager: EntityManager, whose: Whose): Promise<Recipient[]> {
    const { ownerId, companyId } = whose.position;
    const owner = ownerId
      ? await manager.findOneBy(StaffUser, { id: ownerId, active: true })
      : null;
    const users = owner ? [owner] : await this.staff.withRole(manager, companyId, 'hr');
    return users.map((user) => ({ kind: 'staff', id: user.id }));
  }

  /** Those who may decide: HR and the hiring manager. */
  async deciders(manager: EntityManager, whose: Whose): Promise<Recipient[]> {
    const hr = await this.hr(manager, whose);
    const lead = await this.departmentHead(manager, whose);
    const fresh = lead && !hr.some((one) => one.id === lead.id) ? [lead] : [];
    return [...hr, ...fresh];
  }

  /** Whom a broken promise goes to: the department's head, otherwise an administrator. */
  async lead(manager: EntityManager, whose: Whose): Promise<Recipient[]> {
    const head = await this.departmentHead(manager, whose);
    if (head) {
      return [head];
    }
    const admins = await this.staff.withRole(manager, whose.application.companyId, 'admin');
    return admins.map((user) => ({ kind: 'staff', id: user.id }));
  }

  candidate(whose: Whose): Recipient[] {
    return [{ kind: 'candidate', id: whose.application.id }];
  }

  whose(applicationId: string, manager?: EntityManager): Promise<Whose> {
    return this.reader.whose(applicationId, manager);
  }

  async names(manager: EntityManager, recipients: Recipient[]): Promise<string[]> {
    const ids = recipients.map((one) => one.id);
    return [...(await this.staff.namesOf(ids, manager)).values()];
  }

  private async departmentHead(manager: EntityManager, whose: Whose): Promise<Recipient | null> {
    const { departmentId } = whose.position;
    const department = departmentId
      ? await manager.findOneBy(Department, { id: departmentId })
      : null;
    const head = department?.managerId
      ? await manager.findOneBy(StaffUser, { id: department.managerId, active: true })
      : null;
    return head ? { kind: 'staff', id: head.id } : null;
  }
}
