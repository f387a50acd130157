import { Injectable } from '@nestjs/common';
import type { MonthFacts } from '@zhiyu/contracts/digest';
import type { JobMap } from '@zhiyu/contracts/jobs';
import type { Outcomes } from '@zhiyu/contracts/outcomes';
import { OutcomeFigures } from '../analytics/outcomes/outcomes.service.js';
import { Cards } from '../notify/cards.service.js';
import { monthCard } from '../notify/cards/month.card.js';
import { Database } from '../platform/database/database.js';
import { OnJob } from '../platform/jobs/on.js';
import { staffLanguageOf } from '../staff/staff-language.js';
import { pages } from './pages.js';
import { Receivers } from './receivers.js';

/** The report of a month (R53): the figures page's own numbers, each with those of the positions that he sees. */
@Injectable()
export class MonthReportFlow {
  constructor(
    private readonly database: Database,
    private readonly receivers: Receivers,
    private readonly figures: OutcomeFigures,
    private readonly cards: Cards,
  ) {}

  @OnJob('month.send')
  async send({ companyId, staffId, month }: JobMap['month.send']): Promise<void> {
    const actor = await this.receivers.actor(staffId);
    if (actor === null) {
      return; // left meanwhile
    }
    const outcomes = await this.figures.view(actor, { days: '30', scope: 'all', month });
    if ([...outcomes.rates, ...outcomes.times].every(({ now }) => now.of === 0)) {
      return;
    }
    const locale = await staffLanguageOf(this.database.dataSource.manager, companyId);
    await this.database.transaction(async (tx) => {
      await this.cards.send(tx, {
        ...{ kind: 'digest', topic: `month:${staffId}:${month}`, companyId },
        ...{ applicationId: null, personId: companyId },
        recipients: [{ kind: 'staff', id: staffId }],
        content: monthCard({ locale, facts: factsOf(outcomes, month), href: pages.figures(month) }),
      });
    });
  }
}

function factsOf({ rates, times }: Outcomes, month: string): MonthFacts {
  const shareOf = ({ hits, of }: { hits: number; of: number }) => ({
    value: of === 0 ? null : hits / of,
    of,
  });
  const timeOf = ({ medianMs: value, of }: { medianMs: number | null; of: number }) => ({
    value,
    of,
  });
  const all = (name: string) => {
    const figure = [...rates, ...times].find((one) => one.name === name);
    return { now: figure?.now.of ?? 0, before: figure?.before.of ?? 0 };
  };
  return {
    month,
    // Whoever applied can leave; whoever was hired has a cycle.
    ...{ applied: all('loss'), hired: all('cycle') },
    rates: rates.map(({ name, now, before }) => ({
      ...{ name, now: shareOf(now), before: shareOf(before) },
    })),
    times: times.map(({ name, now, before }) => ({
      ...{ name, now: timeOf(now), before: timeOf(before) },
    })),
  };
}
