import { Injectable } from '@nestjs/common';
import type { ServerResponse } from 'node:http';

/** Who was answered this long ago may not be the last one of those who are asking. */
const calmMs = 10;

/** Whether people wait for answers, at this moment or a moment ago: background work gives way to them. */
@Injectable()
export class InFlight {
  private waiting = 0;
  /** When somebody was answered last, by performance.now(). */
  private answered = Number.NEGATIVE_INFINITY;

  get any(): boolean {
    return this.waiting > 0 || performance.now() - this.answered < calmMs;
  }

  /** Counts a request until its answer is sent or its connection is gone. */
  add(response: ServerResponse): void {
    this.waiting += 1;
    response.once('close', () => {
      this.waiting -= 1;
      this.answered = performance.now();
    });
  }
}
