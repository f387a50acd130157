import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AuditPage } from '@zhiyu/contracts/staff';
import { LessThan, MoreThanOrEqual } from 'typeorm';
import { type AuditRecord, AuditSink } from '../platform/auth/can.js';
import { Database } from '../platform/database/database.js';
import { type Change, inOneJourney } from '../platform/database/one-journey.js';
import { Clock } from '../platform/time/clock.js';
import { AuditEntry, AuditHead } from './audit.entity.js';

const pageSize = 50;
const verifyStep = 1000;

interface Waiting {
  record: AuditRecord;
  at: number;
  resolve: () => void;
  reject: (error: unknown) => void;
}

type Line = Omit<AuditEntry, 'hash'>;

/** A line as it is read; whose names it is about is told by those who know them. */
export type AuditLine = Omit<AuditPage['entries'][number], 'actorName' | 'about'>;

interface AuditLines extends Omit<AuditPage, 'entries'> {
  entries: AuditLine[];
}

/** SHA-256 over the hash before and every field of the line, in this order. */
export function chainHash(before: string, line: Line): string {
  const fields = [
    line.sequence,
    line.companyId,
    line.actor,
    line.verb,
    line.object,
    line.ground,
    line.allowed,
    line.at,
  ];
  return createHash('sha256')
    .update(JSON.stringify([before, ...fields]))
    .digest('hex');
}

const columns = [
  'sequence',
  'companyId',
  'actor',
  'verb',
  'object',
  'ground',
  'allowed',
  'at',
  'hash',
] as const satisfies (keyof AuditEntry)[];

function insertOf(rows: AuditEntry[]): Change {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const values = rows.flatMap((entry) => columns.map((name) => bound(entry[name])));
  const sql = `INSERT INTO audit_entry (${columns.join(', ')}) VALUES ${rows.map(() => row).join(', ')}`;
  return { sql, values };
}

/** As the drivers bind it: SQLite's knows no booleans. */
const bound = (value: string | number | boolean) =>
  typeof value === 'boolean' ? Number(value) : value;

/** The audit log. Lines that arrive together are written in one transaction; each waits until it is on disk. */
@Injectable()
export class AuditLog extends AuditSink {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  record(record: AuditRecord): Promise<void> {
    const at = this.clock.now();
    return new Promise((resolve, reject) => {
      this.waiting.push({ record, at, resolve, reject });
      void this.flush();
    });
  }

  /** The newest lines of a company; the whole chain is recomputed beside. */
  async page(companyId: string, before: number | null): Promise<AuditLines> {
    const rows = await this.database.read(AuditEntry).find({
      where: { companyId, ...(before === null ? {} : { sequence: LessThan(before) }) },
      order: { sequence: 'DESC' },
      take: pageSize + 1,
    });
    const shown = rows.slice(0, pageSize);
    return {
      entries: shown.map(({ hash: _hash, companyId: _company, ...entry }) => entry),
      brokenAt: before === null ? await this.verify() : null,
      next: rows.length > pageSize ? (shown.at(-1)?.sequence ?? null) : null,
    };
  }

  /** Recomputes the chain up to where it ended at the beginning of this. @returns the first sequence that does not fit, or null. */
  async verify(): Promise<number | null> {
    // Read first: lines that others add meanwhile stand beyond it.
    const head = await this.database.read(AuditHead).findOneByOrFail({ id: 1 });
    let before = '';
    let expected = 1;
    while (expected <= head.sequence) {
      const rows = await this.from(expected);
      for (const row of rows) {
        if (row.sequence !== expected || row.hash !== chainHash(before, row)) {
          return expected;
        }
        before = row.hash;
        if (row.sequence === head.sequence) {
          return row.hash === head.hash ? null : expected;
        }
        expected += 1;
      }
      if (rows.length === 0) {
        return expected;
      }
    }
    return null;
  }

  private from(sequence: number): Promise<AuditEntry[]> {
    return this.database.read(AuditEntry).find({
      where: { sequence: MoreThanOrEqual(sequence) },
      order: { sequence: 'ASC' },
      take: verifyStep,
    });
  }

  private async flush(): Promise<void> {
    if (this.writing) {
      return;
    }
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.write(batch);
        batch.forEach((one) => {
          one.resolve();
        });
      } catch (error) {
        batch.forEach((one) => {
          one.reject(error);
        });
      }
    }
    this.writing = false;
  }

  private async write(batch: Waiting[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const head = await tx.manager.findOne(AuditHead, {
        where: { id: 1 },
        lock: { mode: 'pessimistic_write' },
      });
      if (!head) {
        throw new Error('the audit log has no head');
      }
      let { sequence, hash: before } = head;
      const rows: AuditEntry[] = [];
      for (const { record, at } of batch) {
        sequence += 1;
        const line: Line = { sequence, ...record, at };
        before = chainHash(before, line);
        rows.push({ ...line, hash: before });
      }
      const end = 'UPDATE audit_head SET sequence = ?, hash = ? WHERE id = 1';
      await inOneJourney(tx.manager, [insertOf(rows), { sql: end, values: [sequence, before] }]);
    });
  }
}
