import { Injectable } from '@nestjs/common';
import type { Dashboard, Stage } from '@zhiyu/contracts/application';
import { stages } from '@zhiyu/contracts/application';
import { In } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { EventRow } from '../platform/events/event.entity.js';
import { Clock } from '../platform/time/clock.js';
import { Application, PromiseRow } from '../recruiting/entities/application.entity.js';
import { Position, PositionVersion } from '../recruiting/entities/position.entity.js';
import { mayOn } from '../staff/access.js';
import { shanghaiDay, shanghaiHour } from '../platform/time/shanghai.js';

const dayMs = 86_400_000;
const soonMs = 4 * 3_600_000;

type StageCounts = Record<Stage, number>;

function noCounts(): StageCounts {
  return Object.fromEntries(stages.map((stage) => [stage, 0])) as StageCounts;
}

/** Monday 0:00 of the running week in Asia/Shanghai. */
function weekStart(now: number): number {
  const today = shanghaiHour(shanghaiDay(now), 0);
  const weekday = (new Date(today + 8 * 3_600_000).getUTCDay() + 6) % 7;
  return today - weekday * dayMs;
}

/** Counts for the dashboard (R50), of the positions a person may see. */
@Injectable()
export class DashboardService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async view(actor: StaffActor): Promise<Dashboard> {
    const all = await this.database.read(Position).findBy({ companyId: actor.companyId });
    const positions = all.filter((one) => mayOn(actor, 'dashboard.view', one));
    const ids = positions.map((one) => one.id);
    const counts = await this.stageCounts(actor.companyId, ids);
    const rates = await this.rates(actor.companyId, ids);
    const versions = await this.database
      .read(PositionVersion)
      .findBy({ id: In(positions.map((one) => one.versionId)) });
    const contents = new Map(versions.map((one) => [one.id, one.content]));
    const rows = positions.map((one) => {
      const content = contents.get(one.versionId);
      const own = counts.get(one.id) ?? noCounts();
      const rate = rates.get(one.id) ?? { passed: 0, assessed: 0 };
      const name = content?.name ?? { zh: one.code };
      return {
        id: one.id,
        name,
        place: content?.place ?? '',
        headcount: one.headcount,
        hired: own.hired,
        stages: own,
        ...rate,
      };
    });
    const waiting = rows.reduce((sum, row) => sum + row.stages.review + row.stages.screening, 0);
    return {
      asOf: this.clock.now(),
      positions: rows,
      week: await this.week(actor, ids),
      waiting,
      ...(await this.promises(ids)),
    };
  }

  private async stageCounts(companyId: string, ids: string[]): Promise<Map<string, StageCounts>> {
    const found = await this.database
      .read(Application)
      .createQueryBuilder('a')
      .select('a.positionId', 'positionId')
      .addSelect('a.stage', 'stage')
      .addSelect('COUNT(*)', 'count')
      .where('a.companyId = :companyId', { companyId })
      .groupBy('a.positionId')
      .addGroupBy('a.stage')
      .getRawMany<{ positionId: string; stage: Stage; count: number | string }>();
    const counts = new Map<string, StageCounts>();
    for (const row of found.filter((one) => ids.includes(one.positionId))) {
      const own = counts.get(row.positionId) ?? noCounts();
      own[row.stage] = Number(row.count);
      counts.set(row.positionId, own);
    }
    return counts;
  }

  /** Of the interviews with a total: how many are not below the requirement. */
  private async rates(
    companyId: string,
    ids: string[],
  ): Promise<Map<string, { passed: number; assessed: number }>> {
    const found = await this.database
      .read(Application)
      .createQueryBuilder('a')
      .select('a.positionId', 'positionId')
      .addSelect('SUM(CASE WHEN a.total >= a.requirement THEN 1 ELSE 0 END)', 'passed')
      .addSelect('COUNT(*)', 'assessed')
      .where('a.companyId = :companyId AND a.total IS NOT NULL', { companyId })
      .groupBy('a.positionId')
      .getRawMany<{ positionId: string; passed: number | string; assessed: number | string }>();
    const mine = found.filter((one) => ids.includes(one.positionId));
    return new Map(
      mine.map((one) => [
        one.positionId,
        { passed: Number(one.passed), assessed: Number(one.assessed) },
      ]),
    );
  }

  private async week(actor: StaffActor, ids: string[]): Promise<Dashboard['week']> {
    const since = weekStart(this.clock.now());
    if (ids.length === 0) {
      return { applied: 0, invited: 0, completed: 0, decided: 0, hired: 0 };
    }
    const names = [
      'ApplicationReceived',
      'InvitationSent',
      'InterviewCompleted',
      'DecisionMade',
      'CandidateHired',
    ];
    const found = await this.database
      .read(EventRow)
      .createQueryBuilder('e')
      .innerJoin(Application, 'a', 'a.id = e.subjectId')
      .select('e.name', 'name')
      .addSelect('COUNT(*)', 'count')
      .where('e.companyId = :companyId AND e.at >= :since', { companyId: actor.companyId, since })
      .andWhere('e.name IN (:...names) AND a.positionId IN (:...ids)', { names, ids })
      .groupBy('e.name')
      .getRawMany<{ name: string; count: number | string }>();
    const of = (name: string) => Number(found.find((one) => one.name === name)?.count ?? 0);
    const [applied, invited, completed, decided, hired] = names.map(of);
    return {
      applied: applied ?? 0,
      invited: invited ?? 0,
      completed: completed ?? 0,
      decided: decided ?? 0,
      hired: hired ?? 0,
    };
  }

  private async promises(
    ids: string[],
  ): Promise<Pick<Dashboard, 'promisesSoon' | 'promisesBroken'>> {
    const now = this.clock.now();
    const count = (from: number, to: number): Promise<number> =>
      this.database
        .read(PromiseRow)
        .createQueryBuilder('p')
        .innerJoin(Application, 'a', 'a.id = p.applicationId')
        .where('p.keptAt IS NULL AND p.dueAt >= :from AND p.dueAt < :to', { from, to })
        .andWhere('a.positionId IN (:...ids)', { ids })
        .getCount();
    if (ids.length === 0) {
      return { promisesSoon: 0, promisesBroken: 0 };
    }
    const [promisesSoon, promisesBroken] = await Promise.all([
      count(now, now + soonMs),
      count(0, now),
    ]);
    return { promisesSoon, promisesBroken };
  }
}
