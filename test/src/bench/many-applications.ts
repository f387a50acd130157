import type { Stage } from '@zhiyu/contracts/application';
import { blindToken } from '@zhiyu/server/platform/crypto/sealed';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { newId } from '@zhiyu/server/platform/time/ids';
import { nameBigrams, normalPhone } from '@zhiyu/server/privacy/search';
import { anApplication } from '../factories/application.js';
import { aCompany, aStaff } from '../factories/company.js';
import { type APosition, aPosition } from '../factories/position.js';
import type { TestApp } from '../harness/app.js';
import { insertRows, type Row, rowWhere } from './bulk-rows.js';
import { nameOf, phoneOf, sealedPerson } from './sealed-person.js';

const dayMs = 86_400_000;
const rowsAtOnce = 2000;
const positionCount = 12;
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
const unassessed: readonly Stage[] = ['screening', 'aiInterview', 'withdrawn'];
const waiting: readonly Stage[] = ['screening', 'review'];

export interface ManyApplications {
  cookie: string;
  positionIds: string[];
  seconds: number;
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

async function prepare(app: TestApp, count: number): Promise<{ soil: Soil; cookie: string }> {
  const company = await aCompany(app);
  const hr = await aStaff(app, { company, roles: ['hr'], name: '许澜' });
  const position = await aPosition(app, { company, ownerId: hr.id });
  const positions: Soil['positions'] = [position];
  while (positions.length < positionCount) {
    positions.push(await aPosition(app, { company, ownerId: hr.id }));
  }
  const { id } = await anApplication(app, { position });
  const { dataSource } = app.database;
  const application = await rowWhere(dataSource, 'application', { column: 'id', value: id });
  const indexKey = (await app.get(Vault).of(company.id)).keyFor('index');
  const counter = await dataSource.query<Row[]>('SELECT value FROM event_counter');
  // Far enough from what the jobs of the first application still append.
  const sequence = Number(counter[0]?.value ?? 0) + 1000;
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
  return { soil, cookie: hr.session.header };
}

/**
 * A company in its second year: `count` applications with sealed names and blind indexes by the product's
 * own primitives, promises and events, written by multi-row inserts.
 */
export async function seedApplications(app: TestApp, count: number): Promise<ManyApplications> {
  const from = performance.now();
  const { soil, cookie } = await prepare(app, count);
  const { dataSource } = app.database;
  for (let start = 0; start < count; start += rowsAtOnce) {
    const tables = noTables();
    for (let n = start; n < Math.min(count, start + rowsAtOnce); n++) {
      plant(soil, tables, n);
    }
    await insertRows(dataSource, tables);
  }
  await app.database.transaction(async ({ manager }) => {
    await manager.query('UPDATE event_counter SET value = ?', [soil.sequence]);
  });
  const seconds = (performance.now() - from) / 1000;
  return { cookie, positionIds: soil.positions.map((one) => one.id), seconds };
}
