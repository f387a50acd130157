/** Counting looks at every application of two periods: it is done again after this time at the earliest. */
const keptMs = 60_000;
const keptAtMost = 200;

/** Answers that are given again for a minute; what failed is asked again. */
export class KeptAnswers<T> {
  private readonly kept = new Map<string, { at: number; answer: Promise<T> }>();

  /** `key` names what was asked, without the moment. */
  of(key: string, now: number, count: () => Promise<T>): Promise<T> {
    const known = this.kept.get(key);
    if (known && now >= known.at && now - known.at < keptMs) {
      return known.answer;
    }
    if (this.kept.size >= keptAtMost) {
      this.kept.clear();
    }
    const answer = count();
    this.kept.set(key, { at: now, answer });
    answer.catch(() => this.kept.delete(key));
    return answer;
  }
}
