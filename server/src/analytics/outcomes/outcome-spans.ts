import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { AskOutcomes } from '@zhiyu/contracts/outcomes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { monthOf } from '../../platform/time/shanghai.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { mayOn } from '../../staff/access.js';
import type { Span } from './outcome-queries.js';

const dayMs = 86_400_000;

/** What somebody asks for: the period until now or a month, and the one before it. */
export interface AskedSpan extends Pick<Span, 'companyId' | 'positionIds' | 'from' | 'until'> {
  now: number;
  /** Beginning of the period before. */
  before: number;
}

/** Whose figures a person may see, and of when. */
@Injectable()
export class OutcomeSpans {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws invalidInput for a month that has not begun */
  async of(actor: StaffActor, { days, scope, month }: AskOutcomes): Promise<AskedSpan> {
    const { companyId } = actor;
    const all = await this.database.read(Position).findBy({ companyId });
    const seen = all
      .filter((one) => mayOn(actor, 'dashboard.view', one))
      .filter(({ ownerId }) => scope === 'all' || ownerId === actor.id);
    const positionIds = seen.length === all.length ? null : seen.map(({ id }) => id);
    const now = this.clock.now();
    const span = month === undefined ? lastDays(Number(days), now) : wholeMonth(month, now);
    return { companyId, positionIds, now, ...span };
  }
}

type When = Pick<AskedSpan, 'before' | 'from' | 'until'>;

function lastDays(days: number, now: number): When {
  const from = now - days * dayMs;
  return { before: 2 * from - now, from, until: now };
}

function wholeMonth(month: string, now: number): When {
  const { before, from, to } = monthOf(month);
  if (from > now) {
    throw new AppError('invalidInput', {}, [{ path: 'month', message: 'future' }]);
  }
  return { before, from, until: Math.min(to, now) };
}
