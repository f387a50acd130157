/** Things kept between lines, the one used longest ago going first: bounded by count and by weight, never wrong. */
export class Memory<T> {
  private readonly kept = new Map<string, { value: T; weight: number }>();
  private weight = 0;

  /** @param most how many are kept, and how heavy they may be together; the newest stays in any case */
  constructor(private readonly most: { count: number; weight: number }) {}

  /** What is kept under a key, made where nothing is. */
  get(key: string, weight: number, make: () => T): T {
    const known = this.kept.get(key);
    const one = known ?? { value: make(), weight: weight + key.length };
    this.kept.delete(key);
    this.kept.set(key, one);
    if (!known) this.weight += one.weight;
    this.forget();
    return one.value;
  }

  private forget(): void {
    for (const [key, { weight }] of this.kept) {
      const full = this.kept.size > this.most.count || this.weight > this.most.weight;
      if (!full || this.kept.size === 1) return;
      this.kept.delete(key);
      this.weight -= weight;
    }
  }
}
