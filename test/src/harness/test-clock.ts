import { Clock } from '@zhiyu/server/platform/time/clock';

/** Where every test begins: Friday 2 January 2026, 09:00 in Shanghai. */
const testStart = Date.UTC(2026, 0, 2, 1, 0, 0);

/**
 * A clock that a test moves. It goes on by one millisecond with every reading, so that what happens
 * later is later; otherwise it stands still.
 */
export class TestClock extends Clock {
  private at: number;

  constructor(start = testStart) {
    super();
    this.at = start;
  }

  now(): number {
    this.at += 1;
    return this.at;
  }

  /** @param at milliseconds since 1970, UTC */
  set(at: number): void {
    this.at = at;
  }

  advance(ms: number): void {
    this.at += ms;
  }
}
