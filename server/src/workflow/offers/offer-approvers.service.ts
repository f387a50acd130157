import { Injectable } from '@nestjs/common';
import type { Position } from '../../recruiting/entities/position.entity.js';
import { mayOn } from '../../staff/access.js';
import { Receivers } from '../receivers.js';

const act = 'offer.approve';

/** Who says the second yes to an offer of a position: its department's head. */
@Injectable()
export class OfferApprovers {
  constructor(private readonly receivers: Receivers) {}

  /** @param but who wrote it: nobody approves an own one */
  async of(position: Position, but: string): Promise<{ id: string; name: string }[]> {
    const all = await this.receivers.with(position.companyId, act);
    return all
      .filter((one) => one.id !== but && mayOn(one, act, position))
      .map(({ id, name }) => ({ id, name }));
  }
}
