import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TestAnswer, TestContent } from '@zhiyu/contracts/written-tests';
import { type EntityManager, In } from 'typeorm';
import { Vault } from '../../platform/crypto/vault.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import type { Application } from '../../recruiting/entities/application.entity.js';
import { SittingRow, TestAnswerRow } from './written-test.entity.js';
import type { Published } from './written-tests.service.js';

/** Answers that arrive this much after the end still count: a slow network, an offline minute. ms */
export const graceMs = 30_000;

const place = (row: string, column: 'body' | 'evidence') => ({
  table: 'test_answer',
  column,
  row,
});

/** A sitting with the test as it was sent. */
export interface Sat {
  row: SittingRow;
  content: TestContent;
  version: number;
}

/** Whether the time in which answers are taken is over, or the test was not begun in time. */
export function isOver(row: SittingRow, now: number): boolean {
  return row.state === 'sent'
    ? row.deadline <= now
    : row.state === 'running' && (row.endsAt ?? 0) + graceMs <= now;
}

/** Rows of tests that were sent, and of what was answered; answers are sealed with the candidate's key. */
@Injectable()
export class SittingStore {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** Sends a test; one that is open for the application already is not sent twice. @returns whether it was */
  async send(
    tx: Tx,
    application: Pick<Application, 'id' | 'companyId' | 'personId'>,
    of: Published & { deadline: number; sentBy: string | null },
  ): Promise<boolean> {
    const { id: applicationId, companyId, personId } = application;
    const { test, version, deadline, sentBy } = of;
    const open = { applicationId, testId: test.id, state: In(['sent', 'running']) };
    if (await tx.manager.existsBy(SittingRow, open)) {
      return false;
    }
    const id = newId(tx.now);
    await tx.manager.insert(SittingRow, {
      ...{ id, companyId, applicationId, personId, testId: test.id, versionId: version.id },
      ...{ state: 'sent', seed: randomBytes(16).toString('hex'), sentBy, sentAt: tx.now },
      ...{ deadline, byEngine: false, minutes: 0, startedAt: null, endsAt: null },
      ...{ submittedAt: null, timeUp: false, markedAt: null },
    });
    tx.enqueue('test.end', { sittingId: id }, { runAt: deadline });
    tx.emit('TestSent', companyId, { applicationId, sittingId: id, deadline, byStaffId: sentBy });
    return true;
  }

  /** Ends it: what was answered is handed in, or, where nothing was begun, the test has run out. */
  async end(tx: Tx, row: SittingRow): Promise<void> {
    const { id, applicationId, companyId, endsAt } = row;
    if (row.state === 'sent') {
      Object.assign(row, { state: 'expired' });
      await tx.manager.update(SittingRow, { id }, { state: 'expired' });
      return;
    }
    const timeUp = endsAt !== null && endsAt <= tx.now;
    const submittedAt = timeUp ? endsAt : tx.now;
    const ended = { state: 'submitted' as const, submittedAt, timeUp };
    Object.assign(row, ended);
    await tx.manager.update(SittingRow, { id }, ended);
    tx.enqueue('test.mark', { sittingId: id });
    tx.emit('TestSubmitted', companyId, { applicationId, sittingId: id, timeUp });
  }

  async answers(
    sittingIds: string[],
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<TestAnswerRow[]> {
    return manager.findBy(TestAnswerRow, { sittingId: In(sittingIds) });
  }

  /** What they say, by item; nothing of an erased person. */
  async opened(rows: TestAnswerRow[], personId: string): Promise<Map<string, TestAnswer>> {
    const vault = await this.vault.of(personId);
    const read = rows.flatMap((row): [string, TestAnswer][] => {
      const body = vault.open(place(row.id, 'body'), row.body);
      return body === null ? [] : [[row.item, JSON.parse(body) as TestAnswer]];
    });
    return new Map(read);
  }

  async evidence(rows: TestAnswerRow[], personId: string): Promise<Map<string, string>> {
    const vault = await this.vault.of(personId);
    const read = rows.flatMap((row): [string, string][] => {
      const text = vault.open(place(row.id, 'evidence'), row.evidence);
      return text === null ? [] : [[row.item, text]];
    });
    return new Map(read);
  }

  async seal(tx: Tx, of: TestAnswerRow, column: 'body' | 'evidence', value: unknown) {
    const vault = await this.vault.of(of.personId, tx.manager);
    return vault.seal(place(of.id, column), JSON.stringify(value));
  }

  /** A row for an item, which may be there already. */
  async row(tx: Tx, sitting: SittingRow, item: string): Promise<TestAnswerRow> {
    const { id: sittingId, companyId, personId } = sitting;
    const known = await tx.manager.findOneBy(TestAnswerRow, { sittingId, item });
    if (known) {
      return known;
    }
    const row: TestAnswerRow = {
      ...{ id: newId(tx.now), companyId, personId, sittingId, item, body: null, revision: 0 },
      ...{ seconds: 0, marking: 'none', points: null, standardError: null, evidence: null },
      ...{ markedBy: null, changedAt: tx.now },
    };
    await tx.manager.insert(TestAnswerRow, row);
    return row;
  }
}
