import { Injectable } from '@nestjs/common';
import {
  type AskOutcomes,
  outcomeRates,
  outcomeTimes,
  type OutcomeTrend,
  trendParts,
} from '@zhiyu/contracts/outcomes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { KeptAnswers } from './kept-answers.js';
import { type Counted, OutcomeCounts } from './outcome-counts.js';
import { type AskedSpan, OutcomeSpans } from './outcome-spans.js';

/** The outcome figures in twelve parts of equal length, of the period before and of now. */
@Injectable()
export class OutcomeTrends {
  private readonly kept = new KeptAnswers<OutcomeTrend>();

  constructor(
    private readonly spans: OutcomeSpans,
    private readonly counts: OutcomeCounts,
  ) {}

  async view(actor: StaffActor, asked: AskOutcomes): Promise<OutcomeTrend> {
    const span = await this.spans.of(actor, asked);
    const key = JSON.stringify([span.companyId, asked.days, span.positionIds]);
    return this.kept.of(key, span.now, () => this.count(span));
  }

  private async count({ now, before, companyId, positionIds }: AskedSpan): Promise<OutcomeTrend> {
    const step = (now - before) / trendParts;
    const ends = Array.from({ length: trendParts }, (_, n) => Math.round(before + (n + 1) * step));
    const parts: Counted[] = [];
    for (const [n, until] of ends.entries()) {
      // One after the other: other people's answers come in between.
      const from = ends[n - 1] ?? before;
      parts.push(await this.counts.of({ companyId, positionIds, from, until }));
    }
    return {
      ...{ from: before, ends },
      rates: outcomeRates.map((name) => ({ name, parts: parts.map(({ rates }) => rates[name]) })),
      times: outcomeTimes.map((name) => ({ name, parts: parts.map(({ times }) => times[name]) })),
    };
  }
}
