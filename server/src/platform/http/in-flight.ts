import { Injectable } from '@nestjs/common';
import type { ServerResponse } from 'node:http';

/** How many people wait for an answer at this moment: background work gives way to them. */
@Injectable()
export class InFlight {
  private waiting = 0;

  get any(): boolean {
    return this.waiting > 0;
  }

  /** Counts a request until its answer is sent or its connection is gone. */
  add(response: ServerResponse): void {
    this.waiting += 1;
    response.once('close', () => {
      this.waiting -= 1;
    });
  }
}
