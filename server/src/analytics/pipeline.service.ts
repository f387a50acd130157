import { Injectable } from '@nestjs/common';
import { type AskPipeline, type Pipeline, trendWeeks } from '@zhiyu/contracts/pipeline';
import { type Stage, stages, type Step, steps } from '@zhiyu/contracts/stage-values';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import { shanghaiDay, shanghaiHour, weekOf } from '../platform/time/shanghai.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { mayOn } from '../staff/access.js';
import { Department } from '../staff/company.entity.js';
import { type CohortChange, cohortChanges, everySource, everyWeek } from './cohorts.js';
import { ExactReader } from './exact-reader.js';
import { CohortCount } from './projection.entity.js';

const weekMs = 7 * 86_400_000;
const minutesOfDay = 24 * 60;
const ends: readonly Stage[] = ['hired', 'rejected', 'talentPool', 'withdrawn'];

/** Sums over the positions that were asked for. */
interface Sum {
  week: number;
  stage: Stage;
  furthest: Step;
  amount: number;
  minutes: number;
}

/** What is counted; null: every position of the company. */
interface Choice {
  companyId: string;
  positionIds: ReadonlySet<string> | null;
  source: string;
  weeks: number[];
}

/** Where applications stand and how far they came, by position, department, source and week (R50). */
@Injectable()
export class Pipelines {
  constructor(
    private readonly database: Database,
    private readonly exact: ExactReader,
    private readonly clock: Clock,
  ) {}

  async view(actor: StaffActor, input: AskPipeline): Promise<Pipeline> {
    const { companyId } = actor;
    const now = this.clock.now();
    const all = await this.database.read(Position).findBy({ companyId });
    const seen = all.filter((one) => mayOn(actor, 'dashboard.view', one));
    const asked = seen.filter(
      ({ id, departmentId }) =>
        (input.positionId === undefined || input.positionId === id) &&
        (input.departmentId === undefined || input.departmentId === departmentId),
    );
    const week = input.week === undefined ? everyWeek : weekOf(shanghaiHour(input.week, 0)).from;
    const thisWeek = weekOf(now).from;
    const trend = Array.from({ length: trendWeeks }, (_, n) => thisWeek - n * weekMs).reverse();
    const positionIds = asked.length === all.length ? null : new Set(asked.map(({ id }) => id));
    const source = input.source ?? everySource;
    const sums = await this.sums({ companyId, positionIds, source, weeks: [week, ...trend] });
    const standing = sums.filter((one) => one.week === week);
    return {
      asOf: now,
      stages: stages.map((stage) => standingIn(standing, stage, now)),
      reached: steps.map((step) => ({ step, count: reached(standing, step) })),
      weeks: trend.map((from) => {
        const came = sums.filter((one) => one.week === from);
        return {
          week: shanghaiDay(from),
          applied: reached(came, 'applied'),
          interviewed: reached(came, 'review'),
          passed: reached(came, 'hrInterview'),
          hired: reached(came, 'hired'),
        };
      }),
      departments: await this.departments(companyId, seen),
    };
  }

  private sums(choice: Choice): Promise<Sum[]> {
    return this.exact.of(choice.companyId, {
      read: () => this.counted(choice),
      add: (sums, { counted, now }) => {
        sums.push(...cohortChanges(counted, now).filter((one) => isIn(choice, one)));
      },
    });
  }

  private async counted({ companyId, positionIds, source, weeks }: Choice): Promise<Sum[]> {
    if (positionIds?.size === 0) {
      return [];
    }
    const query = this.database
      .read(CohortCount)
      .createQueryBuilder('c')
      .select(['c.week AS week', 'c.stage AS stage', 'c.furthest AS furthest'])
      .addSelect('SUM(c.amount)', 'amount')
      .addSelect('SUM(c.minutes)', 'minutes')
      .where('c.companyId = :companyId AND c.source = :source AND c.week IN (:...weeks)', {
        ...{ companyId, source, weeks: [...new Set(weeks)] },
      })
      .groupBy('c.week')
      .addGroupBy('c.stage')
      .addGroupBy('c.furthest');
    if (positionIds !== null) {
      query.andWhere('c.positionId IN (:...positionIds)', { positionIds: [...positionIds] });
    }
    type Raw = Record<'week' | 'amount' | 'minutes', number | string> &
      Pick<Sum, 'stage' | 'furthest'>;
    const rows = await query.getRawMany<Raw>();
    return rows.map(({ stage, furthest, week, amount, minutes }) => ({
      ...{ stage, furthest, week: Number(week) },
      ...{ amount: Number(amount), minutes: Number(minutes) },
    }));
  }

  private async departments(
    companyId: string,
    positions: readonly Position[],
  ): Promise<Pipeline['departments']> {
    const used = new Set(positions.map(({ departmentId }) => departmentId));
    const rows = await this.database.read(Department).findBy({ companyId });
    return rows.filter(({ id }) => used.has(id)).map(({ id, name }) => ({ id, name }));
  }
}

function isIn({ companyId, positionIds, source, weeks }: Choice, one: CohortChange): boolean {
  return (
    one.companyId === companyId &&
    one.source === source &&
    weeks.includes(one.week) &&
    (positionIds?.has(one.positionId) ?? true)
  );
}

function total(sums: readonly Sum[], of: 'amount' | 'minutes'): number {
  return sums.reduce((sum, one) => sum + one[of], 0);
}

function standingIn(sums: readonly Sum[], stage: Stage, now: number) {
  const own = sums.filter((one) => one.stage === stage);
  const here = total(own, 'amount');
  const since = total(own, 'minutes') / here;
  const days = here === 0 || ends.includes(stage) ? null : (now / 60_000 - since) / minutesOfDay;
  return { stage, here, days: days === null ? null : Math.max(0, Math.round(days * 10) / 10) };
}

function reached(sums: readonly Sum[], step: Step): number {
  const from = steps.indexOf(step);
  const far = sums.filter(({ furthest }) => steps.indexOf(furthest) >= from);
  return total(far, 'amount');
}
