import { setTimeout as sleep } from 'node:timers/promises';
import { Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import type { StoredCard } from '@zhiyu/server/notify/card-content';
import { CardRow } from '@zhiyu/server/notify/card.entity';
import type { SubjectVault } from '@zhiyu/server/platform/crypto/sealed';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { newId } from '@zhiyu/server/platform/time/ids';
import { Pipeline } from '@zhiyu/server/recruiting/pipeline.service';
import { assess } from '@zhiyu/server/scoring/engine/assess';
import { Reports } from '@zhiyu/server/scoring/reports.service';
import { type AnApplication, anApplication } from '../factories/application.js';
import { aCompany, aDepartment, aStaff } from '../factories/company.js';
import { type APosition, aPosition } from '../factories/position.js';
import type { TestApp } from '../harness/app.js';
import { anAnswer, anInterview } from '../scoring/engine.cases.js';
import { insertRows, type Row, rowsWhere, rowWhere } from './bulk-rows.js';
import { sealedPerson } from './sealed-person.js';

const dayMs = 86_400_000;
const waitMs = 20_000;
const cardsAtOnce = 200;

const words =
  '那天是双十一后的周日，有位顾客拿着已经剪了吊牌的羽绒服要退，后面排了十几个人。我先请她到旁边坐下，' +
  '倒了杯水，让同事接着收银。我跟她说明规定，核对了小票上的日期，发现是质量问题，就按会员关怀给她换了一件。' +
  '前后花了十分钟，她后来还办了储值卡。我学到先安抚情绪再讲规定。';

export interface PressStand {
  companyId: string;
  /** Cookies of the responsible HR and of the department's head: both have every card. */
  cookies: [string, string];
  /** The two of them. */
  staffIds: [string, string];
  cards: { id: string; version: number; applicationId: string }[];
}

async function finishedInterview(app: TestApp, of: AnApplication): Promise<Interview> {
  return app.database.transaction(async ({ manager, now }) => {
    const interview = manager.create(Interview, {
      ...{ id: newId(now), companyId: of.companyId, applicationId: of.id, personId: of.personId },
      ...{ kind: 'ai', round: 1, state: 'finished', positionVersionId: of.row.positionVersionId },
      ...{ tokenHash: null, token: null, exchangedAt: now, codeHash: null, codeExpiresAt: 0 },
      ...{ deadline: now + dayMs, startedAt: now - 1_800_000, finishedAt: now, device: null },
      ...{ startsAt: null, place: '', contact: '', createdAt: now },
    });
    await manager.insert(Interview, interview);
    return interview;
  });
}

/** A report by the product's own engine; from it follows the approval card, by the product's own jobs. */
async function reported(app: TestApp, of: AnApplication, position: APosition): Promise<void> {
  const interview = await finishedInterview(app, of);
  const { model, questions } = position.content;
  const answers = questions.map((question) => anAnswer(question, words));
  const snapshot = { ...anInterview(model, answers), interviewId: interview.id };
  const report = assess(snapshot);
  const inputHash = '0'.repeat(64);
  await app.get(Reports).store({ interview, application: of.row, report, snapshot, inputHash });
}

async function approvalCardOf(app: TestApp, applicationId: string): Promise<CardRow> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const where = { applicationId, kind: 'approval' as const };
    const card = await app.database.read(CardRow).findOneBy(where);
    if (card) {
      return card;
    }
    if (Date.now() > deadline) {
      throw new Error('no approval card came from the report');
    }
    await sleep(50);
  }
}

/** One application that waits for its decision: every table that a press touches. */
class Template {
  private constructor(
    private readonly app: TestApp,
    private readonly vault: SubjectVault,
    private readonly rows: Record<'application' | 'interview' | 'report' | 'card' | 'promise', Row>,
    private readonly deliveries: Row[],
  ) {}

  static async of(app: TestApp, application: AnApplication, card: CardRow): Promise<Template> {
    const { dataSource } = app.database;
    const about = { column: 'applicationId', value: application.id };
    const rows = {
      application: await rowWhere(dataSource, 'application', {
        column: 'id',
        value: application.id,
      }),
      interview: await rowWhere(dataSource, 'interview', about),
      report: await rowWhere(dataSource, 'report', about),
      card: await rowWhere(dataSource, 'card', { column: 'id', value: card.id }),
      promise: await rowWhere(dataSource, 'promise', about),
    };
    const cards = { column: 'cardId', value: card.id };
    const deliveries = await rowsWhere(dataSource, 'delivery', cards);
    const vault = await app.get(Vault).of(application.personId);
    return new Template(app, vault, rows, deliveries);
  }

  /** The same of another person, sealed with that person's key. */
  copy(n: number): {
    tables: Record<string, Row>;
    deliveries: Row[];
    card: PressStand['cards'][0];
  } {
    const now = Date.now();
    const { application, interview, report, card, promise } = this.rows;
    const companyId = String(application.companyId);
    const { id: personId, vault, person, dataKey } = sealedPerson(this.app, { companyId, n, now });
    const ids = { applicationId: newId(now), interviewId: newId(now) };
    const cardId = newId(now);
    const reportId = newId(now);
    const reseal = (table: string, column: string, to: string): ((row: Row) => string) => {
      return (row) => {
        const from = { table, column, row: String(row.id) };
        const plain = this.vault.open(from, String(row[column])) ?? '';
        return vault.seal({ table, column, row: to }, plain.replaceAll(String(row.id), to));
      };
    };
    const screening = reseal('application', 'screening', ids.applicationId)(application);
    const bodyOfCard = reseal('card', 'body', cardId)(card);
    const topic = `approval:${ids.applicationId}:${Number(application.round)}`;
    const body = reseal('report', 'body', reportId)(report);
    return {
      tables: {
        person,
        data_key: dataKey,
        application: {
          ...application,
          id: ids.applicationId,
          personId,
          screening,
          tokenHash: null,
        },
        interview: {
          ...interview,
          id: ids.interviewId,
          applicationId: ids.applicationId,
          personId,
        },
        report: { ...report, ...ids, id: reportId, personId, body },
        promise: { ...promise, id: newId(now), applicationId: ids.applicationId },
        card: {
          ...{ ...card, id: cardId, topic, applicationId: ids.applicationId, personId },
          body: bodyOfCard,
        },
      },
      deliveries: this.deliveries.map((row) => ({ ...row, id: newId(now), cardId })),
      card: { id: cardId, version: Number(card.version), applicationId: ids.applicationId },
    };
  }

  storedCard(): StoredCard {
    const { card } = this.rows;
    const place = { table: 'card', column: 'body', row: String(card.id) };
    return JSON.parse(this.vault.open(place, String(card.body)) ?? '{}') as StoredCard;
  }
}

/** Cards that wait for a decision: one made by the services, the others are copies of its rows. */
export async function makePressStand(app: TestApp, count: number): Promise<PressStand> {
  const company = await aCompany(app);
  const hr = await aStaff(app, { company, roles: ['hr'], name: '许澜' });
  const head = await aStaff(app, { company, roles: ['manager'], name: '何敬' });
  const departmentId = await aDepartment(app, { company, managerId: head.id });
  const position = await aPosition(app, { company, ownerId: hr.id, departmentId });
  const application = await anApplication(app, { position, stage: 'aiInterview' });
  await app.database.transaction((tx) =>
    app.get(Pipeline).promise(tx, application.row, {
      kind: 'answerInterview',
      dueAt: tx.now + 3 * dayMs,
      byStaffId: hr.id,
    }),
  );
  await reported(app, application, position);
  const template = await Template.of(app, application, await approvalCardOf(app, application.id));
  const cards: PressStand['cards'] = [];
  for (let from = 0; from < count; from += cardsAtOnce) {
    const length = Math.min(cardsAtOnce, count - from);
    const copies = Array.from({ length }, (_, i) => template.copy(from + i));
    const tables: Record<string, Row[]> = { delivery: copies.flatMap((one) => one.deliveries) };
    for (const copy of copies) {
      for (const [table, row] of Object.entries(copy.tables)) {
        (tables[table] ??= []).push(row);
      }
    }
    await insertRows(app.database.dataSource, tables);
    cards.push(...copies.map((one) => one.card));
  }
  return {
    companyId: company.id,
    cookies: [hr.session.header, head.session.header],
    staffIds: [hr.id, head.id],
    cards,
  };
}
