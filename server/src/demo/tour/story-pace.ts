import type { TourPace } from '@zhiyu/contracts/tour';

const tickMs = 100;
/** What the story waits for at least, so that a person sees each step (ms). */
const leastMs = 400;

/** Somebody stopped the story: the example company is made again, or the server stops. */
export class StoryStopped extends Error {}

/** The story's own clock: what is thought and written in minutes passes in seconds. */
export class StoryPace {
  private stopped = false;

  constructor(
    public pace: TourPace,
    private at: number,
  ) {}

  /** Milliseconds since 1970, in the story. */
  now(): number {
    return this.at;
  }

  stop(): void {
    this.stopped = true;
  }

  /** Lets so many milliseconds of the story pass; a new pace holds from the next tick on. @throws StoryStopped */
  async pass(ms: number): Promise<void> {
    const until = this.at + Math.max(0, ms);
    const began = Date.now();
    while (this.at < until || Date.now() - began < leastMs) {
      if (this.stopped) {
        throw new StoryStopped('the tour was stopped');
      }
      await new Promise((done) => setTimeout(done, tickMs));
      this.at = Math.min(until, this.at + tickMs * this.pace);
    }
  }

  /** Waits for what the product does by itself. @throws StoryStopped; Error where it does not come within `limitMs` */
  async until<T>(look: () => Promise<T | null>, limitMs: number): Promise<T> {
    const began = Date.now();
    for (;;) {
      const found = await look();
      if (found !== null) {
        return found;
      }
      if (Date.now() - began > limitMs) {
        throw new Error('the tour waits for something that does not come');
      }
      await this.pass(leastMs);
    }
  }
}
