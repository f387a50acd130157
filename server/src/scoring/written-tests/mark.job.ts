import { Injectable } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import type { TestContent } from '@zhiyu/contracts/written-tests';
import { InterviewReader } from '../../interviews/interview-reader.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { OnJob } from '../../platform/jobs/on.js';
import { shanghaiDay } from '../../platform/time/shanghai.js';
import { Assessing } from '../assessing/assessing.service.js';
import { type Mark, pointsOf } from './marking.js';
import { SittingStore } from './sitting-store.js';
import { TestResults } from './test-results.service.js';
import { SittingRow, TestAnswerRow, TestResultRow } from './written-test.entity.js';
import { WrittenTests } from './written-tests.service.js';

const rounded = (value: number) => Math.round(value * 10) / 10;

/** Marks a test that was handed in; what a person has marked stays. */
@Injectable()
export class MarkJob {
  constructor(
    private readonly database: Database,
    private readonly tests: WrittenTests,
    private readonly store: SittingStore,
    private readonly results: TestResults,
    private readonly reader: InterviewReader,
    private readonly assessing: Assessing,
  ) {}

  @OnJob('test.mark')
  async mark({ sittingId }: JobMap['test.mark']): Promise<void> {
    const row = await this.database.read(SittingRow).findOneByOrFail({ id: sittingId });
    const content = (await this.tests.versionsOf([row.versionId])).get(row.versionId)?.content;
    if (!content || !['submitted', 'marked'].includes(row.state)) {
      return;
    }
    const { items } = content;
    const answers = await this.store.opened(await this.store.answers([sittingId]), row.personId);
    const marks = await this.assessing.run('marks', { items, answers, byEngine: row.byEngine });
    await this.database.transaction(async (tx) => {
      await this.reader.lockApplication(tx, row.applicationId);
      for (const [i, { code }] of items.entries()) {
        const mark = marks[i];
        if (mark) {
          await this.keep(tx, row, code, mark);
        }
      }
      await this.total(tx, row, content);
    });
  }

  /** Points by a person, then the total anew. */
  async byPerson(
    tx: Tx,
    of: { row: SittingRow; content: TestContent },
    given: { item: string; points: number; staffId: string },
  ): Promise<void> {
    const { item, points, staffId } = given;
    const answer = await this.store.row(tx, of.row, item);
    const mark = { marking: 'person' as const, points, standardError: null, markedBy: staffId };
    await tx.manager.update(TestAnswerRow, { id: answer.id }, mark);
    await this.total(tx, of.row, of.content);
  }

  private async keep(tx: Tx, row: SittingRow, item: string, mark: Mark): Promise<void> {
    const answer = await this.store.row(tx, row, item);
    if (answer.marking === 'person') {
      return;
    }
    const { marking, points, standardError, evidence, gate } = mark;
    const said =
      evidence.length > 0 || gate !== null
        ? await this.store.seal(tx, answer, 'evidence', { evidence, gate })
        : null;
    const next = { marking, points, standardError, evidence: said };
    await tx.manager.update(TestAnswerRow, { id: answer.id }, next);
  }

  /** The result stands when every item has its points; until then there is none. */
  private async total(tx: Tx, row: SittingRow, content: TestContent): Promise<void> {
    const answers = await this.store.answers([row.id], tx.manager);
    const known = answers.filter(({ points }) => points !== null);
    if (known.length < content.items.length) {
      return;
    }
    const sum = (of: TestAnswerRow[]) =>
      rounded(of.reduce((all, { points }) => all + (points ?? 0), 0));
    const maximum = pointsOf(content);
    const score = Math.min(sum(known), maximum);
    const byEngine = sum(known.filter(({ marking }) => marking === 'engine'));
    const { passPercent, title: name } = content;
    const required = passPercent === null ? null : rounded((maximum * passPercent) / 100);
    const where = { sittingId: row.id };
    if (await tx.manager.existsBy(TestResultRow, where)) {
      await tx.manager.update(TestResultRow, where, { score, byEngine });
    } else {
      const { id, companyId, personId, sentBy: createdBy } = row;
      const takenOn = shanghaiDay(row.submittedAt ?? tx.now);
      const application = { id: row.applicationId, companyId, personId };
      const result = { name, takenOn, score, maximum, required, byEngine, createdBy };
      await this.results.add(tx, application, { ...result, source: 'taken', sittingId: id });
    }
    const marked = { state: 'marked' as const, markedAt: row.markedAt ?? tx.now };
    await tx.manager.update(SittingRow, { id: row.id }, marked);
  }
}
