import { Injectable } from '@nestjs/common';
import type { RailCounts } from '@zhiyu/contracts/rail';
import { Cards } from '../notify/cards.service.js';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { StandingCounts } from '../platform/standing-counts.js';
import { Position } from '../recruiting/entities/position.entity.js';
import { LiveInterviews } from '../scoring/live/live-interviews.service.js';
import { mayOn } from '../staff/access.js';

/** What waits for a person, counted from what is kept or indexed: every page asks for it. */
@Injectable()
export class Rail {
  constructor(
    private readonly database: Database,
    private readonly cards: Cards,
    private readonly standing: StandingCounts,
    private readonly live: LiveInterviews,
  ) {}

  async counts(actor: StaffActor): Promise<RailCounts> {
    const { companyId } = actor;
    const positions = await this.database.read(Position).findBy({ companyId });
    const [waiting, unread, live] = await Promise.all([
      this.waiting(actor, positions),
      this.cards.unread({ kind: 'staff', id: actor.id }),
      this.live.count(actor, positions),
    ]);
    return { waiting, unread, live };
  }

  /** As the dashboard counts them. */
  private async waiting(actor: StaffActor, positions: readonly Position[]): Promise<number> {
    const seen = positions.filter((one) => mayOn(actor, 'dashboard.view', one));
    if (seen.length === 0) {
      return 0;
    }
    const standing = await this.standing.standing(actor.companyId);
    return seen.reduce(
      (sum, { id }) => sum + standing(id, 'review') + standing(id, 'screening'),
      0,
    );
  }
}
