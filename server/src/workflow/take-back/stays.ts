import type { StayReason } from '@zhiyu/contracts/intake-batch';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { Application } from '../../recruiting/entities/application.entity.js';
import { BulkOrderRow } from '../../recruiting/entities/bulk-order.entity.js';
import type {
  IntakeBatchRow,
  IntakeItemRow,
} from '../../recruiting/entities/intake-batch.entity.js';

/** A table whose rows say that something has been done about somebody. */
interface Trace {
  table: string;
  column: string;
  /** What `column` names. */
  of: 'applicationId' | 'personId';
  why: StayReason;
  /** Only these rows; `?` is the moment at which the batch came in. */
  only?: string;
}

const ofApplication = (table: string, why: StayReason, only?: string): Trace => ({
  ...{ table, column: 'applicationId', of: 'applicationId', why },
  ...(only === undefined ? {} : { only }),
});
/** Of somebody who was known before, only what has come since. */
const ofPerson = (table: string, why: StayReason, column = 'personId'): Trace => ({
  ...{ table, column, of: 'personId', why, only: 'at >= ?' },
});

/** Surest first: the first that is found is the reason that is told. */
const traces: readonly Trace[] = [
  ofApplication('decision', 'decided'),
  ofApplication('held_decision', 'planned', "state = 'waiting'"),
  ofApplication('offer', 'decided'),
  ofApplication('interview', 'invited'),
  ofApplication('test_sitting', 'invited'),
  ofApplication('pool_invitation', 'invited'),
  ofApplication('card', 'told', "kind <> 'screeningReview'"),
  ofApplication('promise', 'told'),
  ofApplication('consent', 'came'),
  ofApplication('candidate_request', 'came'),
  ofApplication('candidate_address', 'came'),
  ofApplication('group_statement', 'came'),
  ofApplication('test_result', 'worked'),
  ofApplication('scorecard', 'worked'),
  ofApplication('review_note', 'worked'),
  ofApplication('resume_question', 'worked', 'byStaffId IS NOT NULL'),
  ofPerson('performance_record', 'worked'),
  ofPerson('pool_tag', 'worked'),
  ofPerson('pool_note', 'worked'),
  ofPerson('pool_profile', 'worked'),
  ofPerson('person_tie', 'merged'),
  ofPerson('person_tie', 'merged', 'otherId'),
];

/** Tables that are looked into. */
export const traceTables: readonly string[] = traces.map(({ table }) => table);

const idsAtOnce = 500;
/** A decision on several is over by then. */
const orderMs = 3_600_000;

async function found(
  manager: EntityManager,
  { table, column, only = '1 = 1' }: Trace,
  of: { ids: string[]; since: number },
): Promise<Set<string>> {
  const all = new Set<string>();
  for (let at = 0; at < of.ids.length; at += idsAtOnce) {
    const ids = of.ids.slice(at, at + idsAtOnce);
    const marks = ids.map(() => '?').join(',');
    const rows: { id: string }[] = await manager.query(
      `SELECT DISTINCT ${column} AS id FROM ${table} WHERE ${column} IN (${marks}) AND ${only}`,
      only.includes('?') ? [...ids, of.since] : ids,
    );
    rows.forEach(({ id }) => all.add(id));
  }
  return all;
}

/** Those of whom a decision on several waits for its time. */
async function planned(manager: EntityManager, companyId: string, now: number) {
  const where = { companyId, state: 'waiting' as const, createdAt: MoreThan(now - orderMs) };
  const orders = await manager.findBy(BulkOrderRow, where);
  return new Set(orders.flatMap(({ items }) => items.map(({ applicationId }) => applicationId)));
}

/** By what the row itself says. */
function standing({ stage, round, tokenHash }: Application): StayReason | null {
  if (stage !== 'screening' || round !== 1) {
    return 'decided';
  }
  return tokenHash === null ? null : 'came';
}

/** Applications of a batch that are there, each with why it stays; null: nothing has been done about it. */
export async function whyTheyStay(
  manager: EntityManager,
  batch: IntakeBatchRow,
  of: { items: readonly IntakeItemRow[]; applications: readonly Application[]; now: number },
): Promise<Map<string, StayReason | null>> {
  const there = new Map(of.applications.map((one) => [one.id, one]));
  const items = of.items.filter(({ applicationId }) => there.has(applicationId));
  const reasons = new Map<string, StayReason | null>();
  for (const [id, application] of there) {
    reasons.set(id, standing(application));
  }
  const say = (why: StayReason, is: (item: IntakeItemRow) => boolean): void => {
    for (const item of items.filter(is)) {
      reasons.set(item.applicationId, reasons.get(item.applicationId) ?? why);
    }
  };
  for (const trace of traces) {
    const ids = [...new Set(items.map((item) => item[trace.of]))];
    const seen = await found(manager, trace, { ids, since: batch.at });
    say(trace.why, (item) => seen.has(item[trace.of]));
  }
  const waiting = await planned(manager, batch.companyId, of.now);
  say('planned', ({ applicationId }) => waiting.has(applicationId));
  return reasons;
}

/** The applications of these items that are there, locked where somebody is about to take them back. */
export async function applicationsOf(
  manager: EntityManager,
  items: readonly IntakeItemRow[],
  lock = false,
): Promise<Application[]> {
  const all: Application[] = [];
  for (let at = 0; at < items.length; at += idsAtOnce) {
    const ids = items.slice(at, at + idsAtOnce).map(({ applicationId }) => applicationId);
    const where = { id: In(ids) };
    const locked = lock ? { lock: { mode: 'pessimistic_write' as const } } : {};
    all.push(...(await manager.find(Application, { where, order: { id: 'ASC' }, ...locked })));
  }
  return all;
}
