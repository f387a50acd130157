import { Injectable } from '@nestjs/common';
import type { Stage } from '@zhiyu/contracts/stage-values';
import { textIn } from '@zhiyu/contracts/basics';
import type { DigestFacts, DigestPosition } from '@zhiyu/contracts/digest';
import type { StaffLanguage } from '@zhiyu/contracts/staff';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import { Application, Decision, PromiseRow } from '../recruiting/entities/application.entity.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { positionTitles } from '../recruiting/entities/position-titles.js';
import { mayOn } from '../staff/access.js';
import type { DailyEvent } from './counting.js';
import { type Figures, FiguresReader } from './figures.service.js';

const dayMs = 86_400_000;
const daysOfWeek = 7;

/** These wait for a person of the company. */
const waitingStages: Stage[] = ['screening', 'review'];

/** The receiver, or the whole company for its recruiting group. */
export type Sight = StaffActor | { kind: 'group'; companyId: string };

interface Span {
  from: number;
  to: number;
}

const standingOf = ({ figures, id }: { figures: Figures; id: string }) => {
  const of = (stage: Stage) => figures.standing(id, stage);
  return {
    screening: of('screening'),
    interview: of('aiInterview'),
    review: of('review'),
    /** Talks with people. */
    people: of('hrInterview') + of('final'),
    offer: of('offer'),
    hired: of('hired'),
  };
};

/** The numbers of seven whole days, of the positions that a person may see: those of the dashboard. */
@Injectable()
export class DigestNumbers {
  private readonly titles: ReturnType<typeof positionTitles>;

  constructor(
    private readonly database: Database,
    private readonly figures: FiguresReader,
    private readonly clock: Clock,
  ) {
    this.titles = positionTitles(database);
  }

  /**
   * @param until beginning of the day after the seven, in Asia/Shanghai, ms
   * @param language of the positions' names
   */
  async of(sight: Sight, until: number, language: StaffLanguage): Promise<DigestFacts> {
    const { companyId } = sight;
    const week = daysBefore(until);
    const last = daysBefore(until - daysOfWeek * dayMs);
    const now = this.clock.now();
    const asked = { companyId, days: [...last, ...week], now, soon: now };
    const [all, figures] = await Promise.all([
      this.database.read(Position).findBy({ companyId }),
      this.figures.of(asked),
    ]);
    const positions = all.filter(
      (one) => sight.kind === 'group' || mayOn(sight, 'dashboard.view', one),
    );
    const ids = new Set(positions.map((one) => one.id));
    const happened = (event: DailyEvent, days: number[]) =>
      sum(positions, ({ id }) => figures.happened(id, event, days));
    const compared = (event: DailyEvent) => ({
      now: happened(event, week),
      before: happened(event, last),
    });
    const span = { from: until - daysOfWeek * dayMs, to: until };
    const before = { from: span.from - daysOfWeek * dayMs, to: span.from };
    return {
      waiting: {
        count: sum(positions, ({ id }) =>
          sum(waitingStages, (stage) => figures.standing(id, stage)),
        ),
        since: await this.oldest(companyId, ids),
      },
      applied: compared('ApplicationReceived'),
      interviewed: compared('InterviewCompleted'),
      passed: {
        now: await this.passed(companyId, ids, span),
        before: await this.passed(companyId, ids, before),
      },
      hired: compared('CandidateHired'),
      promises: await this.promises(companyId, ids, span),
      positions: await this.shown(positions, figures, language),
      days: week.map((day) => ({ day, applied: happened('ApplicationReceived', [day]) })),
    };
  }

  /** Candidates of one position with a pass in this span of time. */
  passedOf(position: Pick<Position, 'id' | 'companyId'>, span: Span): Promise<number> {
    return this.passed(position.companyId, new Set([position.id]), span);
  }

  private async shown(
    positions: Position[],
    figures: Figures,
    language: StaffLanguage,
  ): Promise<DigestPosition[]> {
    const titles = await this.titles.of(positions.map((one) => one.versionId));
    const rows = positions.map(({ id, state, code, headcount, versionId }) => {
      const name = titles.get(versionId)?.name;
      const standing = standingOf({ figures, id });
      const busy = sum(Object.values(standing), (count) => count) - standing.hired;
      const text = name ? textIn(name, language) : code;
      return { id, busy, open: state === 'open', of: { name: text, headcount, standing } };
    });
    return rows
      .filter((row) => row.open || row.busy > 0)
      .sort((a, b) => b.busy - a.busy || a.id.localeCompare(b.id))
      .map((row) => row.of);
  }

  private async oldest(companyId: string, ids: Set<string>): Promise<number | null> {
    const rows = await this.database
      .read(Application)
      .createQueryBuilder('a')
      .select('a.positionId', 'positionId')
      .addSelect('MIN(a.stageAt)', 'since')
      .where('a.companyId = :companyId AND a.stage IN (:...stages)', {
        ...{ companyId, stages: waitingStages },
      })
      .groupBy('a.positionId')
      .getRawMany<{ positionId: string; since: number | string }>();
    const own = rows.filter((row) => ids.has(row.positionId)).map((row) => Number(row.since));
    return own.length === 0 ? null : Math.min(...own);
  }

  private async passed(companyId: string, ids: Set<string>, span: Span): Promise<number> {
    const rows = await this.database
      .read(Decision)
      .createQueryBuilder('d')
      .innerJoin(Application, 'a', 'a.id = d.applicationId')
      .select('a.positionId', 'positionId')
      .addSelect('COUNT(DISTINCT d.applicationId)', 'count')
      .where('d.companyId = :companyId AND d.at >= :from AND d.at < :to', { companyId, ...span })
      .andWhere("d.kind = 'pass'")
      .groupBy('a.positionId')
      .getRawMany<{ positionId: string; count: number | string }>();
    return sum(
      rows.filter((row) => ids.has(row.positionId)),
      (row) => Number(row.count),
    );
  }

  /** A promise is kept on or before the day it is due: none of an earlier due date was kept in this span. */
  private async promises(companyId: string, ids: Set<string>, span: Span) {
    const rows = await this.database
      .read(PromiseRow)
      .createQueryBuilder('p')
      .innerJoin(Application, 'a', 'a.id = p.applicationId')
      .select('a.positionId', 'positionId')
      .addSelect(
        "SUM(CASE WHEN p.state = 'kept' AND p.keptAt >= :from AND p.keptAt < :to THEN 1 ELSE 0 END)",
        'kept',
      )
      .addSelect("SUM(CASE WHEN p.state = 'broken' AND p.dueAt < :to THEN 1 ELSE 0 END)", 'broken')
      .where('p.companyId = :companyId AND p.state IN (:...ended) AND p.dueAt >= :from', {
        ...{ companyId, ended: ['kept', 'broken'], ...span },
      })
      .groupBy('a.positionId')
      .getRawMany<{ positionId: string; kept: number | string; broken: number | string }>();
    const own = rows.filter((row) => ids.has(row.positionId));
    return {
      kept: sum(own, (row) => Number(row.kept)),
      broken: sum(own, (row) => Number(row.broken)),
    };
  }
}

function daysBefore(until: number): number[] {
  return Array.from({ length: daysOfWeek }, (_, n) => until - (daysOfWeek - n) * dayMs);
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}
