import { Injectable } from '@nestjs/common';
import {
  type AskOutcomes,
  outcomeRates,
  type Outcomes,
  outcomeSteps,
  outcomeTimes,
} from '@zhiyu/contracts/outcomes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { KeptAnswers } from './kept-answers.js';
import { OutcomeCounts, type Place, sum } from './outcome-counts.js';
import { type AskedSpan, OutcomeSpans } from './outcome-spans.js';
import { sayOf } from './say.js';

/** Outcome figures of a period and of the one before (R53, R65), of the positions that a person may see. */
@Injectable()
export class OutcomeFigures {
  private readonly kept = new KeptAnswers<Outcomes>();

  constructor(
    private readonly spans: OutcomeSpans,
    private readonly counts: OutcomeCounts,
  ) {}

  async view(actor: StaffActor, asked: AskOutcomes): Promise<Outcomes> {
    const span = await this.spans.of(actor, asked);
    const key = JSON.stringify([span.companyId, asked.days, asked.month, span.positionIds]);
    return this.kept.of(key, span.now, () => this.count(span));
  }

  private async count(span: AskedSpan): Promise<Outcomes> {
    const { now: asOf, from, until, before: start, ...of } = span;
    const now = await this.counts.of({ ...of, from, until });
    const before = await this.counts.of({ ...of, from: start, until: from });
    return {
      ...{ asOf, from, until, before: start },
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
}

function placesOf(places: readonly Place[]): Outcomes['places'] {
  return places
    .map(({ openedOn, finished, invited }) => {
      const [app = '', device = ''] = (openedOn ?? '').split(':');
      return { app, device, hits: finished, of: invited };
    })
    .sort((a, b) => b.of - a.of);
}
