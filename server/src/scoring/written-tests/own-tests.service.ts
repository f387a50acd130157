import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import { textIn } from '@zhiyu/contracts/basics';
import type {
  BeginTest,
  KeepTestAnswer,
  KeptTestAnswer,
  OwnTest,
  OwnTestItem,
  OwnTestList,
  OwnTestSummary,
} from '@zhiyu/contracts/written-tests';
import type { EntityManager } from 'typeorm';
import { Arrangements } from '../../interviews/arrangements.service.js';
import { InterviewReader } from '../../interviews/interview-reader.js';
import type { CandidateActor } from '../../platform/auth/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { activeStages } from '../../recruiting/pipeline.states.js';
import { optionsOf } from './marking.js';
import { graceMs, isOver, type Sat, SittingStore } from './sitting-store.js';
import { SittingRow, TestAnswerRow } from './written-test.entity.js';
import { WrittenTests } from './written-tests.service.js';

const minuteMs = 60_000;

/** The candidate's written tests: the server's clock counts, and no solution leaves the server. */
@Injectable()
export class OwnTests {
  constructor(
    private readonly database: Database,
    private readonly tests: WrittenTests,
    private readonly store: SittingStore,
    private readonly reader: InterviewReader,
    private readonly arrangements: Arrangements,
    private readonly clock: Clock,
  ) {}

  async list(actor: CandidateActor): Promise<OwnTestList> {
    const tests = await this.ofApplication(actor.applicationId);
    return { serverNow: this.clock.now(), tests };
  }

  /** Oldest first, each with the minutes that this candidate has. */
  async ofApplication(applicationId: string): Promise<OwnTestSummary[]> {
    const rows = await this.database
      .read(SittingRow)
      .find({ where: { applicationId }, order: { sentAt: 'ASC' } });
    const versions = await this.tests.versionsOf(rows.map((row) => row.versionId));
    const percent = await this.timePercent(applicationId);
    return rows.flatMap((row) => {
      const version = versions.get(row.versionId);
      return version
        ? [this.summary({ row, content: version.content, version: version.version }, percent)]
        : [];
    });
  }

  async view(actor: CandidateActor, id: string): Promise<OwnTest> {
    const sat = await this.own(actor, id);
    if (isOver(sat.row, this.clock.now())) {
      await this.settle(actor, id);
      return this.view(actor, id);
    }
    const { row, content } = sat;
    const percent = await this.timePercent(actor.applicationId);
    const whose = await this.reader.whose(actor.applicationId);
    const summary = this.summary(sat, percent);
    return {
      ...summary,
      serverNow: this.clock.now(),
      locale: whose.locale,
      companyName: whose.companyName,
      positionName: textIn(whose.content.name, whose.locale),
      contactName: whose.contactName,
      instruction: content.instruction,
      extraMinutes: summary.minutes - content.minutes,
      hasText: content.items.some(({ kind }) => kind === 'text'),
      timeUp: row.timeUp,
      items: row.state === 'running' ? await this.items(sat) : [],
    };
  }

  /** The time runs from now; beginning again changes nothing. @throws testOver, interviewClosed */
  async begin(actor: CandidateActor, { id, byEngine }: BeginTest): Promise<OwnTest> {
    await this.database.transaction(async (tx) => {
      await this.reader.lockApplication(tx, actor.applicationId);
      const { row, content } = await this.own(actor, id, tx.manager);
      if (row.state === 'running') {
        return;
      }
      if (row.state !== 'sent' || isOver(row, tx.now)) {
        throw new AppError('testOver');
      }
      const { application } = await this.reader.whose(actor.applicationId, tx.manager);
      if (!activeStages.includes(application.stage)) {
        throw new AppError('interviewClosed');
      }
      await this.start(tx, row, {
        byEngine,
        minutes: longer(content.minutes, await this.timePercent(actor.applicationId, tx.manager)),
      });
    });
    return this.view(actor, id);
  }

  /** An older state than the known one changes nothing. @throws testOver */
  async keep(actor: CandidateActor, input: KeepTestAnswer): Promise<KeptTestAnswer> {
    return this.database.transaction(async (tx) => {
      await this.reader.lockApplication(tx, actor.applicationId);
      const { row, content } = await this.own(actor, input.id, tx.manager);
      if (row.state !== 'running' || isOver(row, tx.now)) {
        throw new AppError('testOver');
      }
      if (!content.items.some(({ code }) => code === input.item)) {
        throw new AppError('notFound');
      }
      const answer = await this.store.row(tx, row, input.item);
      const newer = input.revision > answer.revision;
      if (newer) {
        const body = await this.store.seal(tx, answer, 'body', input.answer);
        const { revision, seconds } = input;
        const next = { body, revision, seconds, changedAt: tx.now };
        await tx.manager.update(TestAnswerRow, { id: answer.id }, next);
      }
      const revision = Math.max(input.revision, answer.revision);
      return { serverNow: tx.now, revision, endsAt: row.endsAt ?? tx.now };
    });
  }

  /** Handing in again changes nothing. */
  async submit(actor: CandidateActor, id: string): Promise<OwnTest> {
    await this.database.transaction(async (tx) => {
      await this.reader.lockApplication(tx, actor.applicationId);
      const { row } = await this.own(actor, id, tx.manager);
      if (row.state === 'running') {
        await this.store.end(tx, row);
      }
    });
    return this.view(actor, id);
  }

  private async start(
    tx: Tx,
    row: SittingRow,
    of: { byEngine: boolean; minutes: number },
  ): Promise<void> {
    const { id: sittingId, applicationId, companyId } = row;
    const endsAt = tx.now + of.minutes * minuteMs;
    const begun = { ...of, state: 'running' as const, startedAt: tx.now, endsAt };
    await tx.manager.update(SittingRow, { id: sittingId }, begun);
    // Answers that are on their way still count for a moment.
    tx.enqueue('test.end', { sittingId }, { runAt: endsAt + graceMs });
    tx.emit('TestStarted', companyId, { applicationId, sittingId });
  }

  private async settle(actor: CandidateActor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.reader.lockApplication(tx, actor.applicationId);
      const { row } = await this.own(actor, id, tx.manager);
      if (isOver(row, tx.now)) {
        await this.store.end(tx, row);
      }
    });
  }

  private async own(actor: CandidateActor, id: string, manager?: EntityManager): Promise<Sat> {
    const { applicationId } = actor;
    const row = await (manager ?? this.database.dataSource.manager).findOneBy(SittingRow, {
      ...{ id, applicationId },
    });
    const version = row
      ? (await this.tests.versionsOf([row.versionId], manager)).get(row.versionId)
      : undefined;
    if (!row || !version) {
      throw new AppError('notFound');
    }
    return { row, content: version.content, version: version.version };
  }

  private summary({ row, content }: Sat, percent: number): OwnTestSummary {
    const now = this.clock.now();
    const over = row.state === 'sent' && isOver(row, now);
    return {
      ...{ id: row.id, title: content.title, count: content.items.length },
      minutes: row.minutes > 0 ? row.minutes : longer(content.minutes, percent),
      state: over ? 'expired' : row.state,
      ...{ deadline: row.deadline, endsAt: row.endsAt },
    };
  }

  private async items({ row, content }: Sat): Promise<OwnTestItem[]> {
    const rows = await this.store.answers([row.id]);
    const answers = await this.store.opened(rows, row.personId);
    return content.items.map((item) => ({
      ...{ code: item.code, kind: item.kind, text: item.text, points: item.points },
      options: optionsOf(item, content.shuffle ? row.seed : null),
      unit: item.kind === 'number' ? item.unit : '',
      answer: answers.get(item.code) ?? null,
      revision: rows.find((one) => one.item === item.code)?.revision ?? 0,
    }));
  }

  /** The extra time that was granted for the interview holds for tests too. */
  private async timePercent(applicationId: string, manager?: EntityManager): Promise<number> {
    const interview = await this.reader.newest(applicationId, manager);
    return interview ? (await this.arrangements.of(interview, manager)).timePercent : 100;
  }
}

function longer(minutes: number, percent: number): number {
  return Math.ceil((minutes * percent) / 100);
}
