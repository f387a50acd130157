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

/** The outcome figures in twelve parts: six of the period before, six of now. */
@Injectable()
export class OutcomeTrends {
  private readonly kept = new KeptAnswers<OutcomeTrend>();

  constructor(
    private readonly spans: OutcomeSpans,
    private readonly counts: OutcomeCounts,
  ) {}

  async view(actor: StaffActor, asked: AskOutcomes): Promise<OutcomeTrend> {
    const span = await this.spans.of(actor, asked);
    const key = JSON.stringify([span.companyId, asked.days, asked.month, span.positionIds]);
    return this.kept.of(key, span.now, () => this.count(span));
  }

  private async count(span: AskedSpan): Promise<OutcomeTrend> {
    const { before, from: middle, until: end, companyId, positionIds } = span;
    const ends = [...endsOf(before, middle), ...endsOf(middle, end)];
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

/** Where the parts of one period end. */
function endsOf(from: number, until: number): number[] {
  const count = trendParts / 2;
  const step = (until - from) / count;
  return Array.from({ length: count }, (_, n) => Math.round(from + (n + 1) * step));
}
