import { Injectable } from '@nestjs/common';
import type { PassCount, PassLimits } from '@zhiyu/contracts/pass-alerts';
import type { PositionContent } from '@zhiyu/contracts/position';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { Position } from '../../recruiting/entities/position.entity.js';
import { PositionVersion } from '../../recruiting/entities/position.entity.js';
import type { PassEvidence } from '../../recruiting/entities/process-meeting.entity.js';
import { ItemStatistic } from '../../scoring/items/item.entity.js';
import { QuestionEstimates } from './question-estimates.service.js';

const dayMs = 86_400_000;
/** A mean of fewer people is nobody's business and no evidence. */
const leastPeople = 5;

interface RawCount {
  kind: string;
  n: number | string;
}

interface RawMean {
  code: string;
  mean: number | string | null;
  n: number | string;
}

/** What a position's AI interview does with people, in counts and means: nobody's own result. */
@Injectable()
export class PassEvidences {
  constructor(
    private readonly database: Database,
    private readonly questions: QuestionEstimates,
  ) {}

  /** Decisions after the AI interview, from `from` until `until`. */
  async count(positionId: string, from: number, until: number): Promise<PassCount> {
    const rows: RawCount[] = await this.database.dataSource.query(
      `SELECT d.kind AS kind, COUNT(*) AS n FROM decision d
       JOIN application a ON a.id = d.applicationId
       WHERE a.positionId = ? AND d.fromStage IN ('aiInterview', 'review')
         AND d.kind IN ('pass', 'reject') AND d.at >= ? AND d.at < ?
       GROUP BY d.kind`,
      [positionId, from, until],
    );
    const of = (kind: string) => Number(rows.find((row) => row.kind === kind)?.n ?? 0);
    return { passed: of('pass'), decided: of('pass') + of('reject') };
  }

  async of(position: Position, until: number, limits: PassLimits): Promise<PassEvidence> {
    const span = limits.days * dayMs;
    const from = until - span;
    const { content } = await this.database
      .read(PositionVersion)
      .findOneByOrFail({ id: position.versionId });
    const { threshold } = content.model;
    return {
      now: await this.count(position.id, from, until),
      before: await this.count(position.id, from - span, from),
      dimension: await this.lowestDimension(position.id, from, content),
      question: await this.lowestQuestion(position.companyId, content),
      without: await this.questions.of(position.id, { from, until }, content),
      threshold,
      atFiveLess: await this.turnedDown(position.id, {
        ...{ from, until, least: threshold - 5, under: threshold },
      }),
      limits,
    };
  }

  private async lowestDimension(
    positionId: string,
    from: number,
    { model }: PositionContent,
  ): Promise<PassEvidence['dimension']> {
    const rows: RawMean[] = await this.database.dataSource.query(
      `SELECT v.code AS code, AVG(v.value) AS mean, COUNT(v.value) AS n
       FROM application a JOIN dimension_value v ON v.applicationId = a.id
       WHERE a.positionId = ? AND v.scoredAt >= ? AND v.value IS NOT NULL
       GROUP BY v.code`,
      [positionId, from],
    );
    const found = rows.flatMap(({ code, mean, n }) => {
      const dimension = model.dimensions.find((one) => one.code === code);
      const people = Number(n);
      return dimension && mean !== null && people >= leastPeople
        ? [{ code, mean: Number(mean), requirement: dimension.requirement, people }]
        : [];
    });
    const gap = (one: { mean: number; requirement: number }) => one.mean - one.requirement;
    return found.sort((one, other) => gap(one) - gap(other))[0] ?? null;
  }

  private async lowestQuestion(
    companyId: string,
    content: PositionContent,
  ): Promise<PassEvidence['question']> {
    const planned = content.questions.filter(({ code }) =>
      content.plan.questionCodes.includes(code),
    );
    const codes = planned.flatMap(({ bank }) => (bank ? [bank.code] : []));
    const rows =
      codes.length === 0
        ? []
        : await this.database
            .read(ItemStatistic)
            .findBy({ companyId, kind: 'bank', code: In(codes) });
    const found = rows.flatMap(({ code, figures }) =>
      figures.difficulty === null
        ? []
        : [
            {
              ...{ code, share: figures.difficulty.value, people: figures.scored },
              discrimination: figures.discrimination?.value ?? null,
            },
          ],
    );
    return found.sort((one, other) => one.share - other.share)[0] ?? null;
  }

  /** Of those turned down in that time, how many have a newest total of at least `least` and less than `under`, 0-100. */
  async turnedDown(
    positionId: string,
    of: { from: number; until: number; least: number; under: number },
  ): Promise<number> {
    const rows: { n: number | string }[] = await this.database.dataSource.query(
      `SELECT COUNT(DISTINCT a.id) AS n FROM decision d
       JOIN application a ON a.id = d.applicationId
       WHERE a.positionId = ? AND d.fromStage IN ('aiInterview', 'review') AND d.kind = 'reject'
         AND d.at >= ? AND d.at < ? AND a.total >= ? AND a.total < ?`,
      [positionId, of.from, of.until, of.least, of.under],
    );
    return Number(rows[0]?.n ?? 0);
  }
}
