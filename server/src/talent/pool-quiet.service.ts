import { Injectable } from '@nestjs/common';
import { poolQuietMs } from '@zhiyu/contracts/talent-pool';
import { In } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { Clock } from '../platform/time/clock.js';
import { PoolInvitation } from './pool-invitation.entity.js';
import type { PoolPerson } from './pool-people.service.js';

/** Whether somebody must not be asked now: one question is open, or a no is younger than a year. */
@Injectable()
export class PoolQuiet {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async isQuiet({ applications }: PoolPerson): Promise<boolean> {
    const personIds = [...new Set(applications.map(({ personId }) => personId))];
    const rows = await this.database.read(PoolInvitation).findBy({ personId: In(personIds) });
    const since = this.clock.now() - poolQuietMs;
    return rows.some(
      ({ answer, answeredAt }) =>
        answer === 'open' || (answer === 'no' && (answeredAt ?? 0) > since),
    );
  }
}
