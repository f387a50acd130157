import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  MarkTestAnswer,
  SendTest,
  Sitting,
  SittingSummary,
  TestsOfApplication,
} from '@zhiyu/contracts/written-tests';
import { InterviewReader } from '../../interviews/interview-reader.js';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { Applications } from '../../recruiting/applications.service.js';
import { activeStages } from '../../recruiting/pipeline.states.js';
import { mayOn } from '../../staff/access.js';
import { opens } from '../../staff/rights.js';
import { MarkJob } from './mark.job.js';
import type { Mark } from './marking.js';
import { isOver, type Sat, SittingStore } from './sitting-store.js';
import { TestResults } from './test-results.service.js';
import { SittingRow, type TestAnswerRow } from './written-test.entity.js';
import { WrittenTests } from './written-tests.service.js';

const dayMs = 86_400_000;

/** Written tests of candidates as HR sees, sends and marks them. */
@Injectable()
export class StaffSittings {
  constructor(
    private readonly database: Database,
    private readonly applications: Applications,
    private readonly tests: WrittenTests,
    private readonly store: SittingStore,
    private readonly results: TestResults,
    private readonly reader: InterviewReader,
    private readonly marks: MarkJob,
    private readonly clock: Clock,
  ) {}

  async of(actor: StaffActor, applicationId: string): Promise<TestsOfApplication> {
    const { application, position } = await this.applications.require(
      actor,
      applicationId,
      'application.view',
    );
    const active = activeStages.includes(application.stage);
    const send = active && mayOn(actor, 'application.invite', position);
    const published = send ? await this.tests.published(actor.companyId) : [];
    const rows = await this.database
      .read(SittingRow)
      .find({ where: { applicationId }, order: { sentAt: 'DESC', id: 'DESC' } });
    const answers = await this.store.answers(rows.map((row) => row.id));
    const versions = await this.tests.versionsOf(rows.map((row) => row.versionId));
    return {
      results: opens(actor.roles, 'scores') ? await this.results.of(applicationId) : null,
      sittings: rows.flatMap((row) => {
        const version = versions.get(row.versionId);
        const own = answers.filter((one) => one.sittingId === row.id);
        return version ? [this.summary({ row, ...contentOf(version) }, own)] : [];
      }),
      offered: published.map(({ test, version }) => ({
        ...{ id: test.id, title: version.content.title, minutes: version.content.minutes },
      })),
      allowed: {
        enter: mayOn(actor, 'application.add', position),
        send,
        mark: mayOn(actor, 'transcript.write', position),
      },
    };
  }

  /** @throws testUnpublished, stageRefused, conflict where it is open already */
  async send(actor: StaffActor, { id, testId, days }: SendTest): Promise<void> {
    await this.applications.require(actor, id, 'application.invite');
    await this.database.transaction(async (tx) => {
      await this.reader.lockApplication(tx, id);
      const { application } = await this.reader.whose(id, tx.manager);
      const all = await this.tests.published(actor.companyId, tx.manager);
      const found = all.find(({ test }) => test.id === testId);
      if (!found) {
        throw new AppError('testUnpublished');
      }
      if (!activeStages.includes(application.stage)) {
        throw new AppError('stageRefused');
      }
      const order = { ...found, deadline: tx.now + days * dayMs, sentBy: actor.id };
      if (!(await this.store.send(tx, application, order))) {
        throw new AppError('conflict');
      }
    });
  }

  async view(actor: StaffActor, id: string): Promise<Sitting> {
    const sat = await this.find(actor, id);
    const { row, content } = sat;
    const { position } = await this.applications.require(actor, row.applicationId, 'report.view');
    const done = ['submitted', 'marked'].includes(row.state);
    const rows = await this.store.answers([id]);
    // What is still being written is nobody else's.
    const opened = await this.store.opened(done ? rows : [], row.personId);
    const evidence = await this.store.evidence(rows, row.personId);
    return {
      ...this.summary(sat, rows),
      applicationId: row.applicationId,
      mayMark: done && mayOn(actor, 'transcript.write', position),
      answers: content.items.map((item) => {
        const { seconds, points, standardError, marking } =
          rows.find((one) => one.item === item.code) ?? unmarked;
        return {
          ...{ item, answer: opened.get(item.code) ?? null, seconds, points, standardError },
          ...{ marking, ...groundOf(evidence.get(item.code)) },
        };
      }),
    };
  }

  /** @throws invalidInput for an item with a key, or more points than it has */
  async mark(actor: StaffActor, input: MarkTestAnswer): Promise<Sitting> {
    const { id, item: code, points } = input;
    const { row, content } = await this.find(actor, id);
    await this.applications.require(actor, row.applicationId, 'transcript.write');
    const item = content.items.find((one) => one.code === code);
    if (item?.kind !== 'text' || points > item.points) {
      throw new AppError('invalidInput', {}, [{ path: 'points', message: code }]);
    }
    await this.database.transaction(async (tx) => {
      await this.reader.lockApplication(tx, row.applicationId);
      const now = await tx.manager.findOneByOrFail(SittingRow, { id });
      if (!['submitted', 'marked'].includes(now.state)) {
        throw new AppError('conflict');
      }
      const given = { item: code, points, staffId: actor.id };
      await this.marks.byPerson(tx, { row: now, content }, given);
    });
    return this.view(actor, id);
  }

  private async find(actor: StaffActor, id: string): Promise<Sat> {
    const { companyId } = actor;
    const row = await this.database.read(SittingRow).findOneBy({ id, companyId });
    const version = row && (await this.tests.versionsOf([row.versionId])).get(row.versionId);
    if (!row || !version) {
      throw new AppError('notFound');
    }
    return { row, ...contentOf(version) };
  }

  private summary({ row, content, version }: Sat, answers: TestAnswerRow[]): SittingSummary {
    const expired = row.state === 'sent' && isOver(row, this.clock.now());
    const done = row.submittedAt !== null;
    const texts = content.items.filter(({ kind }) => kind === 'text').map(({ code }) => code);
    const open = answers.filter((one) => texts.includes(one.item) && one.marking === 'none');
    return {
      ...{ id: row.id, title: content.title, version, state: expired ? 'expired' : row.state },
      ...{ sentAt: row.sentAt, deadline: row.deadline, startedAt: row.startedAt },
      ...{ submittedAt: row.submittedAt, timeUp: row.timeUp, items: content.items.length },
      answered: answers.filter(({ body }) => body !== null).length,
      unmarked: done ? open.length : 0,
    };
  }
}

const unmarked = { seconds: 0, points: null, standardError: null, marking: 'none' as const };

/** What the engine's points rest on, as it was stored. */
function groundOf(said: string | undefined): Pick<Mark, 'evidence' | 'gate'> {
  return said
    ? (JSON.parse(said) as Pick<Mark, 'evidence' | 'gate'>)
    : { evidence: [], gate: null };
}

function contentOf({ content, version }: Pick<Sat, 'content' | 'version'>) {
  return { content, version };
}
