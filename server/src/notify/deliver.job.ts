import { Injectable } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import { Database } from '../platform/database/database.js';
import { OnJob } from '../platform/jobs/on.js';
import { CardStore } from './card-store.js';
import { Delivery } from './card.entity.js';
import { Channels } from './channels.js';

const failureLength = 200;

/** Carries a card to one person. A failure stands on the delivery, and the job engine tries again. */
@Injectable()
export class DeliverJob {
  constructor(
    private readonly database: Database,
    private readonly store: CardStore,
    private readonly channels: Channels,
  ) {}

  @OnJob('card.deliver')
  async deliver({ deliveryId }: JobMap['card.deliver']): Promise<void> {
    const manager = this.database.dataSource.manager;
    const delivery = await manager.findOneBy(Delivery, { id: deliveryId });
    const found = delivery ? await this.store.find(manager, { id: delivery.cardId }) : null;
    if (!delivery || !found) {
      return; // the person was erased meanwhile: there is nothing to say any more
    }
    try {
      await this.channels.carry(delivery, found.card);
    } catch (error) {
      await this.failed(delivery, error instanceof Error ? error.message : String(error));
      throw error;
    }
    await this.delivered(delivery, found.row.applicationId);
  }

  private async delivered(delivery: Delivery, applicationId: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { id, cardId, channel } = delivery;
      const open = { id, state: delivery.state };
      const change = { state: 'delivered' as const, failure: '', deliveredAt: tx.now };
      const result =
        delivery.state === 'delivered' ? null : await tx.manager.update(Delivery, open, change);
      if (result?.affected === 1) {
        const about = applicationId === null ? {} : { applicationId };
        tx.emit('CardDelivered', delivery.companyId, { cardId, channel, ...about });
      }
    });
  }

  private async failed(delivery: Delivery, reason: string): Promise<void> {
    if (delivery.state !== 'delivered') {
      const failure = [...reason].slice(0, failureLength).join('');
      await this.database.transaction(async ({ manager }) => {
        await manager.update(Delivery, { id: delivery.id }, { state: 'failed', failure });
      });
    }
  }
}
