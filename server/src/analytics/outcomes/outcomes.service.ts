import { Injectable } from '@nestjs/common';
import {
  type AskOutcomes,
  type OutcomeRate,
  outcomeRates,
  type Outcomes,
  type OutcomeStep,
  outcomeSteps,
  type OutcomeTime,
  outcomeTimes,
  type Share,
} from '@zhiyu/contracts/outcomes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { mayOn } from '../../staff/access.js';
import {
  answersOf,
  cycleOf,
  decisionsOf,
  firstScreeningOf,
  interviewsOf,
  lossOf,
  noticeOf,
  promisesOf,
  type Query,
  resultOf,
  type Span,
} from './outcome-queries.js';
import { sayOf } from './say.js';

const dayMs = 86_400_000;
/** Counting looks at every application of two periods: it is done again after this time at the earliest. */
const keptMs = 60_000;
const keptAtMost = 200;

type Cell = number | string | null;
type Time = Outcomes['times'][number]['now'];

interface Place extends Record<OutcomeStep, number> {
  openedOn: string | null;
  surveyed: number;
}

/** Everything that is counted of one span of time. */
interface Counted {
  places: Place[];
  rates: Record<OutcomeRate, Share>;
  times: Record<OutcomeTime, Time>;
}

const medians: Record<OutcomeTime, (span: Span) => Query> = {
  cycle: cycleOf,
  firstScreening: firstScreeningOf,
  notice: noticeOf,
  result: resultOf,
};

/** Outcome figures of a period and of the one before (R53, R65), of the positions that a person may see. */
@Injectable()
export class OutcomeFigures {
  private readonly kept = new Map<string, { at: number; outcomes: Promise<Outcomes> }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async view(actor: StaffActor, { days, scope }: AskOutcomes): Promise<Outcomes> {
    const { companyId } = actor;
    const all = await this.database.read(Position).findBy({ companyId });
    const seen = all
      .filter((one) => mayOn(actor, 'dashboard.view', one))
      .filter(({ ownerId }) => scope === 'all' || ownerId === actor.id);
    const positionIds = seen.length === all.length ? null : seen.map(({ id }) => id);
    const now = this.clock.now();
    const key = JSON.stringify([companyId, days, positionIds]);
    const known = this.kept.get(key);
    if (known && now >= known.at && now - known.at < keptMs) {
      return known.outcomes;
    }
    const outcomes = this.count({ companyId, positionIds }, Number(days), now);
    this.keep(key, now, outcomes);
    return outcomes;
  }

  private keep(key: string, at: number, outcomes: Promise<Outcomes>): void {
    if (this.kept.size >= keptAtMost) {
      this.kept.clear();
    }
    this.kept.set(key, { at, outcomes });
    // What failed is asked again.
    outcomes.catch(() => this.kept.delete(key));
  }

  private async count(
    of: Pick<Span, 'companyId' | 'positionIds'>,
    days: number,
    asOf: number,
  ): Promise<Outcomes> {
    const from = asOf - days * dayMs;
    const start = from - days * dayMs;
    const now = await this.counted({ ...of, from, until: asOf });
    const before = await this.counted({ ...of, from: start, until: from });
    return {
      ...{ asOf, from, before: start },
      rates: outcomeRates.map((name) => ({
        name,
        now: now.rates[name],
        before: before.rates[name],
        say: sayOf(name, now.rates[name], before.rates[name]),
      })),
      times: outcomeTimes.map((name) => ({
        name,
        now: now.times[name],
        before: before.times[name],
      })),
      steps: outcomeSteps.map((step) => ({
        step,
        now: sum(now.places, step),
        before: sum(before.places, step),
      })),
      places: placesOf(now.places),
    };
  }

  private async counted(span: Span): Promise<Counted> {
    const rows = await this.rows(interviewsOf(span));
    const places = rows.map((row) => placeOf(row));
    const finished = sum(places, 'finished');
    const [answers, decisions] = [
      await this.share(answersOf(span)),
      await this.share(decisionsOf(span)),
    ];
    return {
      places,
      rates: {
        completion: { hits: finished, of: sum(places, 'invited') },
        loss: await this.share(lossOf(span)),
        promises: await this.share(promisesOf(span)),
        handsFree: { hits: answers.hits + decisions.hits, of: answers.of + decisions.of },
        surveyed: { hits: sum(places, 'surveyed'), of: finished },
      },
      times: {
        cycle: await this.median(medians.cycle(span)),
        firstScreening: await this.median(medians.firstScreening(span)),
        notice: await this.median(medians.notice(span)),
        result: await this.median(medians.result(span)),
      },
    };
  }

  private rows({ sql, parameters }: Query): Promise<Record<string, Cell>[]> {
    return this.database.dataSource.query(sql, parameters);
  }

  private async share(query: Query): Promise<Share> {
    const [row] = await this.rows(query);
    return { hits: Number(row?.hits ?? 0), of: Number(row?.total ?? 0) };
  }

  private async median(query: Query): Promise<Time> {
    const [row] = await this.rows(query);
    const of = Number(row?.total ?? 0);
    return { medianMs: of === 0 ? null : Math.round(Number(row?.median)), of };
  }
}

function placeOf(row: Record<string, Cell>): Place {
  const count = (name: OutcomeStep | 'surveyed') => Number(row[name] ?? 0);
  const steps = outcomeSteps.map((step) => [step, count(step)]);
  return {
    ...(Object.fromEntries(steps) as Record<OutcomeStep, number>),
    openedOn: row.openedOn === null || row.openedOn === undefined ? null : String(row.openedOn),
    surveyed: count('surveyed'),
  };
}

function sum(places: readonly Place[], of: OutcomeStep | 'surveyed'): number {
  return places.reduce((total, place) => total + place[of], 0);
}

function placesOf(places: readonly Place[]): Outcomes['places'] {
  return places
    .map(({ openedOn, finished, invited }) => {
      const [app = '', device = ''] = (openedOn ?? '').split(':');
      return { app, device, hits: finished, of: invited };
    })
    .sort((a, b) => b.of - a.of);
}
