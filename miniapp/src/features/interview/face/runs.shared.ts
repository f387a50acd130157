import type { FaceSecond } from '@zhiyu/contracts/observation';

/** Finds stretches of seconds in which something holds for at least so long, each told once when it is over. */
export class RunOf {
  private from: number | null = null;
  private to = 0;

  constructor(
    private readonly holds: (second: FaceSecond) => boolean,
    private readonly least: number,
    private readonly told: (from: number, seconds: number) => void,
  ) {}

  add(second: FaceSecond): void {
    if (!this.holds(second)) {
      this.end();
      return;
    }
    this.from ??= second.t;
    this.to = second.t + 1;
  }

  end(): void {
    if (this.from !== null && this.to - this.from >= this.least) {
      this.told(this.from, this.to - this.from);
    }
    this.from = null;
  }
}
