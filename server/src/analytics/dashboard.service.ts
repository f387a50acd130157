import { Injectable } from '@nestjs/common';
import type { Dashboard } from '@zhiyu/contracts/application';
import { type Stage, stages } from '@zhiyu/contracts/stage-values';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { positionTitles } from '../recruiting/entities/position-titles.js';
import { mayOn } from '../staff/access.js';
import { Department } from '../staff/company.entity.js';
import { type DailyEvent, dayOf } from './counting.js';
import { type Figures, FiguresReader } from './figures.service.js';

const dayMs = 86_400_000;
const soonMs = 4 * 3_600_000;

/** The days of the running week in Asia/Shanghai, from Monday. */
function daysOfWeek(now: number): number[] {
  const today = dayOf(now);
  const weekday = (new Date(today + 8 * 3_600_000).getUTCDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, n) => today + (n - weekday) * dayMs);
}

function stageCounts(figures: Figures, positionId: string): Record<Stage, number> {
  const counts = stages.map((stage) => [stage, figures.standing(positionId, stage)]);
  return Object.fromEntries(counts) as Record<Stage, number>;
}

/** Counts for the dashboard (R50), of the positions a person may see. */
@Injectable()
export class DashboardService {
  private readonly titles: ReturnType<typeof positionTitles>;

  constructor(
    private readonly database: Database,
    private readonly figures: FiguresReader,
    private readonly clock: Clock,
  ) {
    this.titles = positionTitles(database);
  }

  async view(actor: StaffActor): Promise<Dashboard> {
    const now = this.clock.now();
    const { companyId } = actor;
    const asked = { companyId, days: daysOfWeek(now), now, soon: now + soonMs };
    const [all, figures] = await Promise.all([
      this.database.read(Position).findBy({ companyId }),
      this.figures.of(asked),
    ]);
    const positions = all.filter((one) => mayOn(actor, 'dashboard.view', one));
    const titles = await this.titles.of(positions.map((one) => one.versionId));
    const departments = await this.departmentNames(companyId);
    const rows = positions.map((one) => {
      const title = titles.get(one.versionId);
      const counts = stageCounts(figures, one.id);
      return {
        id: one.id,
        code: one.code,
        name: title?.name ?? { zh: one.code },
        place: title?.place ?? '',
        departmentName: departments.get(one.departmentId ?? '') ?? null,
        headcount: one.headcount,
        hired: counts.hired,
        stages: counts,
        // Of the interviews with a total: how many are not below the requirement.
        passed: figures.standing(one.id, 'passed'),
        assessed: figures.standing(one.id, 'assessed'),
      };
    });
    const sum = (of: (positionId: string) => number) =>
      positions.reduce((total, one) => total + of(one.id), 0);
    const week = (event: DailyEvent) => sum((id) => figures.happened(id, event));
    return {
      asOf: now,
      positions: rows,
      week: {
        applied: week('ApplicationReceived'),
        invited: week('InvitationSent'),
        completed: week('InterviewCompleted'),
        decided: week('DecisionMade'),
        hired: week('CandidateHired'),
      },
      waiting: rows.reduce((total, row) => total + row.stages.review + row.stages.screening, 0),
      promisesSoon: sum((id) => figures.promised(id).soon),
      promisesBroken: sum((id) => figures.promised(id).broken),
    };
  }

  private async departmentNames(companyId: string): Promise<Map<string, string>> {
    const rows = await this.database.read(Department).findBy({ companyId });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
