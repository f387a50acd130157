import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  EnterTestResult,
  TestResult,
  WithdrawTestResult,
} from '@zhiyu/contracts/written-tests';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database, isDuplicate, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { Applications } from '../../recruiting/applications.service.js';
import type { Application } from '../../recruiting/entities/application.entity.js';
import { StaffService } from '../../staff/staff.service.js';
import { TestResultRow } from './written-test.entity.js';

type Whose = Pick<Application, 'id' | 'companyId' | 'personId'>;
export type NewResult = Pick<TestResultRow, 'name' | 'takenOn' | 'score' | 'maximum' | 'source'> &
  Partial<Pick<TestResultRow, 'required' | 'byEngine' | 'sittingId' | 'createdBy'>>;

/** The same test on the same day is one result. */
export function resultKey({ name, takenOn }: { name: string; takenOn: string }): string {
  const plain = name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  return createHash('sha256').update(`${plain}\n${takenOn}`).digest('hex');
}

/** @throws invalidInput for more points than there are */
function refuseAbove({ score, maximum }: { score: number; maximum: number }): void {
  if (score > maximum) {
    throw new AppError('invalidInput', {}, [{ path: 'score', message: 'above maximum' }]);
  }
}

/** Results of written tests, whatever way they came: each with its source. */
@Injectable()
export class TestResults {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly staff: StaffService,
  ) {}

  /** Newest day first; withdrawn ones are left out. */
  async of(applicationId: string): Promise<TestResult[]> {
    const rows = await this.database.read(TestResultRow).find({
      where: { applicationId, withdrawnAt: IsNull() },
      order: { takenOn: 'DESC', id: 'DESC' },
    });
    const names = await this.staff.namesOf(rows.map((row) => row.createdBy));
    return rows.map((row) => ({
      ...{ id: row.id, name: row.name, takenOn: row.takenOn, score: row.score },
      ...{ maximum: row.maximum, required: row.required, source: row.source },
      ...{ by: names.get(row.createdBy ?? '') ?? '', at: row.createdAt },
      ...{ sittingId: row.sittingId, byEngine: row.byEngine },
    }));
  }

  /** @throws conflict where the test has a result of that day */
  async enter(actor: StaffActor, input: EnterTestResult): Promise<void> {
    const { id, ...result } = input;
    const { application } = await this.applications.require(actor, id, 'application.add');
    refuseAbove(result);
    const made = { ...result, source: 'entered' as const, createdBy: actor.id };
    try {
      await this.database.transaction((tx) => this.add(tx, application, made));
    } catch (error) {
      throw isDuplicate(error) ? new AppError('conflict') : error;
    }
  }

  /** Only what was entered or imported: a test that was taken is marked again instead. */
  async withdraw(actor: StaffActor, { id, reason }: WithdrawTestResult): Promise<string> {
    const row = await this.database.read(TestResultRow).findOneBy({ id });
    if (!row || row.companyId !== actor.companyId) {
      throw new AppError('notFound');
    }
    await this.applications.require(actor, row.applicationId, 'application.add');
    if (row.source === 'taken') {
      throw new AppError('conflict');
    }
    await this.database.transaction(async (tx) => {
      const gone = { withdrawnAt: tx.now, withdrawnBy: actor.id, reason, key: id };
      const where = { id, withdrawnAt: IsNull() };
      const { affected } = await tx.manager.update(TestResultRow, where, gone);
      if (affected === 1) {
        const of = { applicationId: row.applicationId, resultId: id, byStaffId: actor.id };
        tx.emit('TestResultWithdrawn', row.companyId, of);
      }
    });
    return row.applicationId;
  }

  async add(tx: Tx, application: Whose, result: NewResult): Promise<void> {
    const { id: applicationId, companyId, personId } = application;
    const key = result.sittingId ? `sitting ${result.sittingId}` : resultKey(result);
    const plain = { required: null, byEngine: 0, sittingId: null, createdBy: null };
    const ids = { id: newId(tx.now), companyId, applicationId, personId, key };
    const rest = { createdAt: tx.now, withdrawnAt: null, withdrawnBy: null, reason: '' };
    await tx.manager.insert(TestResultRow, { ...plain, ...result, ...ids, ...rest });
    const { source } = result;
    tx.emit('TestResultKept', companyId, { applicationId, resultId: ids.id, source });
  }

  /** By application and key: what is there. */
  async known(
    applicationIds: string[],
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Map<string, TestResultRow>> {
    const rows = await manager.findBy(TestResultRow, {
      applicationId: In(applicationIds),
      withdrawnAt: IsNull(),
    });
    return new Map(rows.map((row) => [`${row.applicationId} ${row.key}`, row]));
  }
}
