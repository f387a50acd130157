import { Injectable } from '@nestjs/common';
import {
  type OutcomeRate,
  type OutcomeStep,
  outcomeSteps,
  type OutcomeTime,
  type Outcomes,
  type Share,
} from '@zhiyu/contracts/outcomes';
import { Database } from '../../platform/database/database.js';
import {
  answersOf,
  arrivalOf,
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

type Cell = number | string | null;
export type Time = Outcomes['times'][number]['now'];

export interface Place extends Record<OutcomeStep, number> {
  openedOn: string | null;
  surveyed: number;
}

/** Everything that is counted of one span of time. */
export interface Counted {
  places: Place[];
  rates: Record<OutcomeRate, Share>;
  times: Record<OutcomeTime, Time>;
}

/** Counts one span of time from the rows themselves. */
@Injectable()
export class OutcomeCounts {
  constructor(private readonly database: Database) {}

  async of(span: Span): Promise<Counted> {
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
        arrival: await this.share(arrivalOf(span)),
      },
      times: {
        cycle: await this.median(cycleOf(span)),
        firstScreening: await this.median(firstScreeningOf(span)),
        notice: await this.median(noticeOf(span)),
        result: await this.median(resultOf(span)),
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

export function sum(places: readonly Place[], of: OutcomeStep | 'surveyed'): number {
  return places.reduce((total, place) => total + place[of], 0);
}
