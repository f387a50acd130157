import { Injectable } from '@nestjs/common';
import type { EventJob } from '@zhiyu/contracts/jobs';
import { In } from 'typeorm';
import { Database, type Tx } from '../../platform/database/database.js';
import { OnEvent } from '../../platform/jobs/on.js';
import { Application } from '../../recruiting/entities/application.entity.js';
import { Interview } from '../../interviews/entities/interview.entity.js';
import { Positions } from '../../recruiting/positions.service.js';
import { Assessing } from '../assessing/assessing.service.js';
import { Reports } from '../reports.service.js';
import { SittingStore } from '../written-tests/sitting-store.js';
import { SittingRow, TestResultRow } from '../written-tests/written-test.entity.js';
import { WrittenTests } from '../written-tests/written-tests.service.js';
import { type AnswerShare, mean } from './answer-shares.js';
import { ItemPoint } from './item.entity.js';
import { ownKey } from './own-key.js';

/** Keeps what each answer was worth beside the rest, as soon as there is a report or a marked test. */
@Injectable()
export class ItemPoints {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly tests: WrittenTests,
    private readonly store: SittingStore,
    private readonly assessing: Assessing,
    private readonly positions: Positions,
  ) {}

  @OnEvent('ReportReady', 'items')
  async reported({ payload, at, companyId }: EventJob<'ReportReady'>): Promise<void> {
    const kept = await this.reports.kept(payload.reportId);
    const newest = await this.reports.newestRow(payload.interviewId);
    if (!kept?.snapshot || newest?.id !== payload.reportId) {
      return;
    }
    const shares = await this.assessing.run('shares', kept.snapshot);
    const own = await this.ownCodes(payload.interviewId);
    const points = shares.flatMap(({ answer, gate, share }): ItemPoint[] => {
      const { answerId: id, seconds } = answer;
      const others = shares.flatMap((one) =>
        one.answer.answerId === id || one.share === null ? [] : [one.share],
      );
      const counted = countedAs(answer, own);
      return counted
        ? [{ id, companyId, ...counted, share, gate, seconds, rest: mean(others), at }]
        : [];
    });
    await this.keep(points);
  }

  /** Codes of the questions that are the position's own, each with the one it is counted under; what was asked of one person alone is none. */
  private async ownCodes(interviewId: string): Promise<Map<string, string>> {
    const { applicationId, positionVersionId } = await this.database
      .read(Interview)
      .findOneByOrFail({ id: interviewId });
    const { positionId } = await this.database
      .read(Application)
      .findOneByOrFail({ id: applicationId });
    const { content } = await this.positions.version(positionVersionId);
    return new Map(content.questions.map(({ code }) => [code, ownKey(positionId, code)]));
  }

  @OnEvent('TestResultKept', 'items')
  async marked({ payload, at, companyId }: EventJob<'TestResultKept'>): Promise<void> {
    const result = await this.database.read(TestResultRow).findOneBy({ id: payload.resultId });
    const row = result?.sittingId
      ? await this.database.read(SittingRow).findOneBy({ id: result.sittingId })
      : null;
    const content =
      row && (await this.tests.versionsOf([row.versionId])).get(row.versionId)?.content;
    if (!row || !content) {
      return;
    }
    const answers = await this.store.answers([row.id]);
    const worth = content.items.flatMap((item) => {
      const answer = answers.find((one) => one.item === item.code);
      return answer ? [{ item, answer, points: answer.points ?? 0 }] : [];
    });
    const [got, most] = [
      worth.reduce((sum, { points }) => sum + points, 0),
      worth.reduce((sum, { item }) => sum + item.points, 0),
    ];
    await this.keep(
      worth.map(({ item, answer, points }): ItemPoint => {
        const left = most - item.points;
        const seconds = answer.body === null || answer.seconds === 0 ? null : answer.seconds;
        return {
          ...{ id: answer.id, companyId, kind: 'test', code: `${row.testId} ${item.code}`, at },
          ...{ share: points / item.points, rest: left > 0 ? (got - points) / left : null },
          ...{ gate: null, seconds },
        };
      }),
    );
  }

  /** Where points were kept already, these take their place. */
  private async keep(points: ItemPoint[]): Promise<void> {
    if (points.length > 0) {
      await this.database.transaction((tx) => this.put(tx, points));
    }
  }

  private async put(tx: Tx, points: ItemPoint[]): Promise<void> {
    await tx.manager.delete(ItemPoint, { id: In(points.map(({ id }) => id)) });
    await tx.manager.insert(ItemPoint, points);
  }
}

/** What a planned question counts as; null: as nothing. */
function countedAs(
  { question, kind }: AnswerShare['answer'],
  own: ReadonlyMap<string, string>,
): Pick<ItemPoint, 'kind' | 'code'> | null {
  if ((kind ?? 'planned') !== 'planned') {
    return null;
  }
  const code = own.get(question.code);
  return question.bank
    ? { kind: 'bank', code: question.bank.code }
    : code === undefined
      ? null
      : { kind: 'own', code };
}
