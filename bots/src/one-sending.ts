import type { OutgoingCard } from './channel.js';

/** A delivery that is being sent is not sent beside itself: whoever asks meanwhile gets the same answer. */
export class OneSending {
  private readonly running = new Map<string, Promise<{ externalId: string }>>();

  constructor(private readonly send: (message: OutgoingCard) => Promise<{ externalId: string }>) {}

  of(message: OutgoingCard): Promise<{ externalId: string }> {
    const { deliveryId } = message;
    const known = this.running.get(deliveryId);
    if (known) {
      return known;
    }
    const work = this.send(message).finally(() => this.running.delete(deliveryId));
    this.running.set(deliveryId, work);
    return work;
  }
}
