import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  AddPerformance,
  InternalView,
  PerformanceList,
  PerformanceRecord,
  RemovePerformance,
} from '@zhiyu/contracts/performance';
import { In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Vault } from '../../platform/crypto/vault.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { SamePeople } from '../../privacy/same-people.service.js';
import { mayOn } from '../../staff/access.js';
import { Colleagues } from '../../staff/colleagues.service.js';
import { StaffService } from '../../staff/staff.service.js';
import { Applications } from '../applications.service.js';
import type { Application } from '../entities/application.entity.js';
import { PerformanceRow } from '../entities/performance.entity.js';

const bodyOf = (row: string) => ({ table: 'performance_record', column: 'body', row });

type Body = Pick<PerformanceRecord, 'period' | 'rating' | 'note'>;

/** Somebody who works here applies: who, and what the company said of the work so far, for those who may know (R6). */
@Injectable()
export class InternalApplications {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly same: SamePeople,
    private readonly colleagues: Colleagues,
    private readonly staff: StaffService,
    private readonly vault: Vault,
  ) {}

  async view(actor: StaffActor, id: string): Promise<InternalView> {
    const found = await this.applications.require(actor, id, 'application.view');
    const { application, position } = found;
    const group = await this.same.groupOf(application.personId);
    return {
      byLink: application.source === 'internal',
      employee: await this.colleagues.among(group),
      maySee: mayOn(actor, 'performance.view', position),
      mayEnter: mayOn(actor, 'performance.edit', position),
    };
  }

  async list(actor: StaffActor, id: string): Promise<PerformanceList> {
    const { application } = await this.applications.require(actor, id, 'performance.view');
    return { records: await this.records(await this.same.groupOf(application.personId)) };
  }

  async add(actor: StaffActor, { id, ...body }: AddPerformance): Promise<PerformanceList> {
    const { application } = await this.applications.require(actor, id, 'performance.edit');
    const { companyId, personId } = application;
    await this.database.transaction(async (tx) => {
      const row = newId(tx.now);
      const vault = await this.vault.of(personId, tx.manager);
      const sealed = vault.seal(bodyOf(row), JSON.stringify(body));
      await tx.manager.insert(PerformanceRow, {
        ...{ id: row, companyId, personId, body: sealed, byStaffId: actor.id, at: tx.now },
      });
      tx.emit('PerformanceChanged', companyId, {
        ...{ applicationId: id, recordId: row, removed: false, byStaffId: actor.id },
      });
    });
    return this.list(actor, id);
  }

  /** @throws notFound for a record of somebody else */
  async remove(actor: StaffActor, { id, record }: RemovePerformance): Promise<PerformanceList> {
    const { application } = await this.applications.require(actor, id, 'performance.edit');
    await this.database.transaction(async (tx) => {
      const group = await this.same.groupOf(application.personId, tx.manager);
      const { affected } = await tx.manager.delete(PerformanceRow, {
        ...{ id: record, personId: In(group) },
      });
      if (affected !== 1) {
        throw new AppError('notFound');
      }
      tx.emit('PerformanceChanged', application.companyId, {
        ...{ applicationId: id, recordId: record, removed: true, byStaffId: actor.id },
      });
    });
    return this.list(actor, id);
  }

  /** What is kept of a person, to take along. */
  async ofPerson({ personId }: Pick<Application, 'personId'>): Promise<Body[]> {
    const records = await this.records([personId]);
    return records.map(({ period, rating, note }) => ({ period, rating, note }));
  }

  private async records(personIds: string[]): Promise<PerformanceRecord[]> {
    const rows = await this.database
      .read(PerformanceRow)
      .find({ where: { personId: In(personIds) }, order: { at: 'ASC', id: 'ASC' } });
    const names = await this.staff.namesOf(rows.map(({ byStaffId }) => byStaffId));
    const vaults = await this.vault.ofMany(rows.map(({ personId }) => personId));
    return rows.flatMap(({ id, personId, body, byStaffId, at }) => {
      const text = vaults.get(personId)?.open(bodyOf(id), body) ?? null;
      return text === null
        ? []
        : [{ id, ...(JSON.parse(text) as Body), by: names.get(byStaffId) ?? '', at }];
    });
  }
}
