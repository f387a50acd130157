import { createHash } from 'node:crypto';

/** How long a look at a list stands for the same look again (ms). */
const standsForMs = 10 * 60_000;
const rememberAtMost = 20_000;

/**
 * Lists that refresh themselves would fill the audit log: the same list, asked for with the same words by the same
 * session, is one line in ten minutes. The first look is always written down, and so is the first after that; what
 * is about one record never comes here. Other processes remember their own: that means a line more, never one less.
 */
export class RepeatedViews {
  private readonly until = new Map<string, number>();

  /** @param input what was asked for: another filter or page is another look */
  keyOf(sessionId: string, act: string, input: unknown): string {
    const asked = Object.entries(input as Record<string, unknown>).sort(([a], [b]) =>
      a < b ? -1 : 1,
    );
    return createHash('sha256')
      .update(JSON.stringify([sessionId, act, asked]))
      .digest('base64');
  }

  has(key: string, now: number): boolean {
    return (this.until.get(key) ?? 0) > now;
  }

  /** After the line is on disk. */
  remember(key: string, now: number): void {
    if (this.until.size >= rememberAtMost) {
      this.forget(now);
    }
    this.until.set(key, now + standsForMs);
  }

  private forget(now: number): void {
    for (const [key, until] of this.until) {
      if (until <= now) {
        this.until.delete(key);
      }
    }
    if (this.until.size >= rememberAtMost) {
      this.until.clear();
    }
  }
}
