/** How many are kept when nothing else is said; who was asked for longest ago goes first. */
const keptAtMost = 2000;

/** What stands in rows that never change, by id: read from the database once in the life of the process. */
export class Unchanging<V> {
  private readonly known = new Map<string, V>();

  constructor(
    private readonly load: (ids: string[]) => Promise<[string, V][]>,
    private readonly atMost = keptAtMost,
  ) {}

  /** What is known of these ids; those without a row are absent, and asked for again next time. */
  async of(ids: readonly string[]): Promise<Map<string, V>> {
    const wanted = [...new Set(ids)];
    const missing = wanted.filter((id) => !this.known.has(id));
    const loaded = new Map(missing.length > 0 ? await this.load(missing) : []);
    const found = new Map<string, V>();
    for (const id of wanted) {
      const value = loaded.get(id) ?? this.known.get(id);
      if (value !== undefined) {
        found.set(id, value);
        this.keep(id, value);
      }
    }
    return found;
  }

  private keep(id: string, value: V): void {
    this.known.delete(id);
    this.known.set(id, value);
    const [oldest] = this.known.keys();
    if (this.known.size > this.atMost && oldest !== undefined) {
      this.known.delete(oldest);
    }
  }
}
