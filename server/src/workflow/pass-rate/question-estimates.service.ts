import { Injectable } from '@nestjs/common';
import type { PositionContent } from '@zhiyu/contracts/position';
import { Database } from '../../platform/database/database.js';
import type { WithoutQuestion } from '../../recruiting/entities/process-meeting.entity.js';
import { Assessing } from '../../scoring/assessing/assessing.service.js';
import { Reports } from '../../scoring/reports.service.js';
import { type Judged, withoutEach } from './without-question.js';

/** An estimate that rests on fewer answers tells of single people. */
const leastAnswers = 5;
/** Each is read again: the newest ones stand for the rest. */
const mostPeople = 300;

interface RawDecision {
  kind: 'pass' | 'reject';
  reportId: string | null;
}

/** What the share of passes would be if one question of the plan had not counted. */
@Injectable()
export class QuestionEstimates {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly assessing: Assessing,
  ) {}

  /**
   * Of those decided on after the AI interview, by the words and the model that their reports keep; who has none, or
   * was erased, stays as decided. Most passes first.
   */
  async of(
    positionId: string,
    span: { from: number; until: number },
    { plan }: PositionContent,
  ): Promise<WithoutQuestion[]> {
    const people: Judged[] = [];
    for (const { kind, reportId } of await this.decided(positionId, span)) {
      const kept = reportId === null ? null : await this.reports.kept(reportId);
      const made = kept?.snapshot ?? null;
      const leftOut = made && (await this.assessing.run('leftOut', made));
      people.push({ kind, threshold: made?.model.threshold ?? 0, leftOut });
    }
    return withoutEach(people, plan.questionCodes)
      .filter(({ asked }) => asked >= leastAnswers)
      .sort((one, other) => other.passed - one.passed);
  }

  /** Newest decision first, each with the newest report. */
  private decided(
    positionId: string,
    { from, until }: { from: number; until: number },
  ): Promise<RawDecision[]> {
    return this.database.dataSource.query(
      `SELECT d.kind AS kind,
        (SELECT r.id FROM report r WHERE r.applicationId = d.applicationId
         ORDER BY r.createdAt DESC, r.version DESC LIMIT 1) AS reportId
       FROM decision d JOIN application a ON a.id = d.applicationId
       WHERE a.positionId = ? AND d.fromStage IN ('aiInterview', 'review')
         AND d.kind IN ('pass', 'reject') AND d.at >= ? AND d.at < ?
       ORDER BY d.at DESC LIMIT ${mostPeople}`,
      [positionId, from, until],
    );
  }
}
