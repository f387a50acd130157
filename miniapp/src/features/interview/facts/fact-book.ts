import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import type { ToldFact } from '@zhiyu/contracts/observation';
import { call } from '../../../api/client';
import { keyOf, queryClient } from '../../../api/query';
import { ApiError } from '../../../api/error';
import { newKey } from '../../../api/request.shared';
import { forget, read, write } from '../../../platform/kept';

/** How often what waits is sent (ms). */
const EVERY = 5_000;
/** The most that waits on a device, and goes in one letter. */
const MOST = 40;

/** Facts of one interview on their way: kept on the device until the server has them. */
export class FactBook {
  private waiting: ToldFact[];
  private busy = false;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(private readonly interviewId: string) {
    this.waiting = JSON.parse(read('device', this.place) ?? '[]') as ToldFact[];
  }

  private get place(): string {
    return `zhiyu.facts.${this.interviewId}`;
  }

  note(fact: Omit<ToldFact, 'key'>): void {
    const key = newKey()
      .replace(/[^\w-]/g, '')
      .slice(0, 40);
    this.waiting = [...this.waiting, { key, ...fact }].slice(-MOST);
    this.keep();
    void this.send();
  }

  open(): void {
    this.timer = setInterval(() => void this.send(), EVERY);
    void this.send();
  }

  close(): void {
    if (this.timer !== null) {
      clearInterval(this.timer);
    }
  }

  private async send(): Promise<void> {
    const facts = this.waiting;
    if (this.busy || facts.length === 0) {
      return;
    }
    this.busy = true;
    try {
      await call(candidateRoutes.noteFacts, { facts });
      this.drop(facts);
      await queryClient.invalidateQueries({ queryKey: keyOf(candidateRoutes.ownFacts, {}) });
    } catch (error) {
      if (error instanceof ApiError && error.code === 'invalidInput') {
        // It will never be taken: what an older page kept.
        this.drop(facts);
      }
    }
    this.busy = false;
  }

  private drop(sent: readonly ToldFact[]): void {
    this.waiting = this.waiting.filter((one) => !sent.includes(one));
    this.keep();
  }

  private keep(): void {
    if (this.waiting.length === 0) {
      forget('device', this.place);
    } else {
      write('device', this.place, JSON.stringify(this.waiting));
    }
  }
}
