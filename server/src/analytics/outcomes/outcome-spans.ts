import { Injectable } from '@nestjs/common';
import type { AskOutcomes } from '@zhiyu/contracts/outcomes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { Clock } from '../../platform/time/clock.js';
import { Position } from '../../recruiting/entities/position.entity.js';
import { mayOn } from '../../staff/access.js';
import type { Span } from './outcome-queries.js';

const dayMs = 86_400_000;

/** What somebody asks for: the period until now, and the one before it. */
export interface AskedSpan extends Pick<Span, 'companyId' | 'positionIds'> {
  now: number;
  from: number;
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

  async of(actor: StaffActor, { days, scope }: AskOutcomes): Promise<AskedSpan> {
    const { companyId } = actor;
    const all = await this.database.read(Position).findBy({ companyId });
    const seen = all
      .filter((one) => mayOn(actor, 'dashboard.view', one))
      .filter(({ ownerId }) => scope === 'all' || ownerId === actor.id);
    const positionIds = seen.length === all.length ? null : seen.map(({ id }) => id);
    const now = this.clock.now();
    const from = now - Number(days) * dayMs;
    return { companyId, positionIds, now, from, before: 2 * from - now };
  }
}
