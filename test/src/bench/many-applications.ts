import type { Stage, Step } from '@zhiyu/contracts/stage-values';
import { DashboardProjection } from '@zhiyu/server/analytics/projection.service';
import { blindToken } from '@zhiyu/server/platform/crypto/sealed';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { Pipeline } from '@zhiyu/server/recruiting/pipeline.service';
import { newId } from '@zhiyu/server/platform/time/ids';
import { nameBigrams, normalPhone } from '@zhiyu/server/privacy/search';
import { anApplication } from '../factories/application.js';
import { aCompany, aDepartment, aStaff } from '../factories/company.js';
import { type APosition, aPosition } from '../factories/position.js';
import type { TestApp } from '../harness/app.js';
import { insertRows, type Row, rowWhere } from './bulk-rows.js';
import { nameOf, phoneOf, sealedPerson } from './sealed-person.js';

const dayMs = 86_400_000;
const rowsAtOnce = 2000;
/** Of one planted application. */
const eventsAtMost = 4;
const positionCount = 12;
const headsPositions = 5;
const requirement = 70;

/** Of a hundred applications of a year, how many stand where. */
const share: readonly [Stage, number][] = [
  ['screening', 3],
  ['aiInterview', 5],
  ['review', 3],
  ['hrInterview', 3],
  ['final', 1],
  ['offer', 1],
  ['hired', 8],
  ['rejected', 60],
  ['talentPool', 10],
  ['withdrawn', 6],
];
const stageOf: Stage[] = share.flatMap(([stage, count]) =>
  Array.from({ length: count }, () => stage),
);
const ofSources = [
  'website',
  'website',
  'website',
  'jobBoard',
  'jobBoard',
  'referral',
  'qr',
  'campus',
];
/** How far those came whose way is over. */
const furthestOf: Partial<Record<Stage, Step>> = {
  rejected: 'review',
  talentPool: 'hrInterview',
  withdrawn: 'aiInterview',
};
const unassessed: readonly Stage[] = ['screening', 'aiInterview', 'withdrawn'];
const waiting: readonly Stage[] = ['screening', 'review'];

export interface ManyApplications {
  /** HR sees every position, a department's head five of the twelve. */
  hr: string;
  head: string;
  positionIds: string[];
  companyId: string;
  departmentId: string;
  seconds: number;
  /** How long counting all of them anew takes. */
  rebuildSeconds: number;
}

interface Soil {
  app: TestApp;
  companyId: string;
  positions: [APosition, ...APosition[]];
  indexKey: Buffer;
  application: Row;
  /** Sequence of the next event. */
  sequence: number;
  now: number;
  count: number;
}

type Tables = Record<
  'person' | 'data_key' | 'search_token' | 'application' | 'promise' | 'event_log',
  Row[]
>;

function eventsOf(soil: Soil, application: Row, moments: [string, number][]): Row[] {
  return moments.map(([name, at]) => {
    soil.sequence += 1;
    const subjectId = String(application.id);
    const payload = JSON.stringify({ applicationId: subjectId });
    const { companyId } = soil;
    return { sequence: soil.sequence, id: newId(at), companyId, name, subjectId, payload, at };
  });
}

function momentsOf(stage: Stage, createdAt: number, stageAt: number): [string, number][] {
  const moments: [string, number][] = [['ApplicationReceived', createdAt]];
  if (stage !== 'screening') {
    moments.push(['InvitationSent', createdAt]);
  }
  if (!unassessed.includes(stage)) {
    moments.push(['InterviewCompleted', stageAt]);
  }
  if (['hired', 'rejected', 'hrInterview', 'final', 'offer'].includes(stage)) {
    moments.push(['DecisionMade', stageAt]);
  }
  return moments;
}

function tokensOf(soil: Soil, personId: string, n: number): Row[] {
  const { companyId, indexKey } = soil;
  const tokens = nameBigrams(nameOf(n)).map((pair) => blindToken(indexKey, 'name', pair));
  const all = [...tokens, blindToken(indexKey, 'phone', normalPhone(phoneOf(n)))];
  return all.map((token) => ({ companyId, token, personId }));
}

const unknown: Row = { total: null, standardError: null, requirement: null, verdict: null };

function assessed(total: number): Row {
  const verdict = total >= requirement ? 'meets' : 'below';
  return { total, standardError: 3, requirement, verdict };
}

/** The n-th application, spread over a year that ends now. */
function plant(soil: Soil, tables: Tables, n: number): void {
  const { app, companyId, now, count } = soil;
  const position = soil.positions[n % soil.positions.length] ?? soil.positions[0];
  const stage = stageOf[(n * 37) % stageOf.length] ?? 'screening';
  const createdAt = Math.floor(now - ((count - n) / count) * 365 * dayMs);
  const stageAt = Math.min(now, createdAt + ((n * 7919) % (3 * dayMs)));
  const { id: personId, person, dataKey } = sealedPerson(app, { companyId, n, now: createdAt });
  const id = newId(createdAt);
  const application: Row = {
    ...soil.application,
    ...{ id, personId, stage, stageAt, createdAt, tokenHash: null },
    ...{ source: ofSources[(n * 31) % 8] ?? 'website', furthest: furthestOf[stage] ?? stage },
    ...(unassessed.includes(stage) ? unknown : assessed(40 + ((n * 13) % 55))),
    positionId: position.id,
    positionVersionId: position.row.versionId,
  };
  const open = waiting.includes(stage);
  tables.person.push(person);
  tables.data_key.push(dataKey);
  tables.search_token.push(...tokensOf(soil, personId, n));
  tables.application.push(application);
  tables.promise.push({
    ...{ id: newId(createdAt), companyId, applicationId: id, kind: 'answerApplication' },
    ...{ state: open ? 'open' : 'kept', madeAt: createdAt, dueAt: stageAt + 2 * dayMs },
    ...{ keptAt: open ? null : stageAt, byStaffId: null },
  });
  tables.event_log.push(...eventsOf(soil, application, momentsOf(stage, createdAt, stageAt)));
}

const noTables = (): Tables => ({
  person: [],
  data_key: [],
  search_token: [],
  application: [],
  promise: [],
  event_log: [],
});

/** Takes the sequences of so many events: what the jobs of others append meanwhile comes after them. */
async function reserve(app: TestApp, events: number): Promise<number> {
  return app.database.transaction(async ({ manager }) => {
    await manager.query('UPDATE event_counter SET value = value + ?', [events]);
    const rows: { value: number }[] = await manager.query('SELECT value FROM event_counter');
    return (rows[0]?.value ?? 0) - events;
  });
}

async function prepare(app: TestApp, count: number) {
  const company = await aCompany(app);
  const hr = await aStaff(app, { company, roles: ['hr'], name: '许澜' });
  const head = await aStaff(app, { company, roles: ['manager'], name: '周明' });
  const departmentId = await aDepartment(app, { company, managerId: head.id });
  const position = await aPosition(app, { company, ownerId: hr.id, departmentId });
  const positions: Soil['positions'] = [position];
  while (positions.length < positionCount) {
    const own = positions.length < headsPositions ? { departmentId } : {};
    positions.push(await aPosition(app, { company, ownerId: hr.id, ...own }));
  }
  const { id } = await anApplication(app, { position });
  const { dataSource } = app.database;
  const application = await rowWhere(dataSource, 'application', { column: 'id', value: id });
  const indexKey = (await app.get(Vault).of(company.id)).keyFor('index');
  const sequence = await reserve(app, count * eventsAtMost);
  const now = Date.now();
  const soil = {
    app,
    companyId: company.id,
    positions,
    indexKey,
    application,
    sequence,
    now,
    count,
  };
  return { soil, hr: hr.session.header, head: head.session.header, departmentId };
}

/**
 * A company in its second year: `count` applications with sealed names and blind indexes by the product's
 * own primitives, promises and events, written by multi-row inserts.
 */
export async function seedApplications(app: TestApp, count: number): Promise<ManyApplications> {
  const from = performance.now();
  const { soil, hr, head, departmentId } = await prepare(app, count);
  const { dataSource } = app.database;
  for (let start = 0; start < count; start += rowsAtOnce) {
    const tables = noTables();
    for (let n = start; n < Math.min(count, start + rowsAtOnce); n++) {
      plant(soil, tables, n);
    }
    await insertRows(dataSource, tables);
  }
  const made = performance.now();
  await app.get(DashboardProjection).rebuild();
  const positionIds = soil.positions.map((one) => one.id);
  const seconds = (made - from) / 1000;
  const rebuildSeconds = (performance.now() - made) / 1000;
  const { companyId } = soil;
  return { hr, head, positionIds, companyId, departmentId, seconds, rebuildSeconds };
}

/** Moves one application that waits, by the product's own step. */
export async function changeOne(app: TestApp): Promise<void> {
  const pipeline = app.get(Pipeline);
  await app.database.transaction(async (tx) => {
    const where = { stage: 'review' as const };
    const [found] = await tx.manager.find(Application, { where, take: 1 });
    if (found) {
      const row = await pipeline.lock(tx, found.id);
      await pipeline.move(tx, row, 'hrInterview');
    }
  });
}

/** What the dashboard must say, counted from the rows: applications by position and stage. */
export async function countRows(app: TestApp): Promise<Record<string, number>> {
  const rows = await app.database
    .read(Application)
    .createQueryBuilder('a')
    .select(['a.positionId AS positionId', 'a.stage AS stage'])
    .addSelect('COUNT(*)', 'amount')
    .groupBy('a.positionId')
    .addGroupBy('a.stage')
    .getRawMany<{ positionId: string; stage: string; amount: number | string }>();
  const entries = rows.map((row) => [`${row.positionId} ${row.stage}`, Number(row.amount)]);
  return Object.fromEntries(entries) as Record<string, number>;
}
