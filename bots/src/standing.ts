import { type ChannelHealth, DeliveryRefused } from './channel.js';

/** How a channel stands that only speaks when asked: ready, or failing since its last fault. */
export class Standing {
  private since: number;
  private failing = false;
  private lastError: ChannelHealth['lastError'] = null;

  constructor(private readonly now: () => number) {
    this.since = now();
  }

  get health(): Pick<ChannelHealth, 'state' | 'since' | 'lastError'> {
    const { since, lastError } = this;
    return { state: this.failing ? 'failing' : 'ready', since, lastError };
  }

  worked(): void {
    this.turn(false);
  }

  /** A person's wrong address is no fault of the channel. @returns the same error, to be thrown */
  failed(error: Error): Error {
    this.lastError = { at: this.now(), text: error.message };
    if (!(error instanceof DeliveryRefused)) {
      this.turn(true);
    }
    return error;
  }

  private turn(failing: boolean): void {
    if (this.failing !== failing) {
      this.failing = failing;
      this.since = this.now();
    }
  }
}
