/**
 * kept = the server has it; waiting = about to be sent; failed = tried again by itself; conflict = changed elsewhere
 * meanwhile; over = nothing is taken any more, and what stands here did not arrive.
 */
export type KeepState = 'kept' | 'waiting' | 'saving' | 'failed' | 'conflict' | 'over';

export interface KeeperOf<T> {
  /** Sends what stands on the page. @returns the new revision */
  send: (value: T, revision: number) => Promise<number>;
  /** What a refusal means; null: it is tried again. */
  meaning: (error: unknown) => 'conflict' | 'over' | null;
  /** How it stands, what the server does not have yet, and the revision that was made on. */
  told: (state: KeepState, unsaved: T | null, revision: number) => void;
  /** Pause after the last change, and between tries (ms). */
  pause: number;
  again: number;
}

/**
 * Keeps one thing at once while somebody changes it: one call at a time, the last value wins, nothing is lost when a
 * call fails, and nothing of somebody else's is written over without asking.
 */
export class Keeper<T> {
  private unsaved: { value: T } | null = null;
  private state: KeepState = 'kept';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private busy: Promise<void> | null = null;

  constructor(
    private readonly of: KeeperOf<T>,
    private revision: number,
  ) {}

  change(value: T): void {
    this.unsaved = { value };
    if (this.isStopped()) {
      this.tell(this.state);
      return;
    }
    this.tell('waiting');
    this.later(this.of.pause);
  }

  /** What the server has now; what is not sent yet stays on the page. */
  seen(revision: number): void {
    if (this.unsaved === null && this.busy === null) {
      this.revision = Math.max(this.revision, revision);
    }
  }

  /** After a conflict: what stands here counts, over this revision. */
  overrule(revision: number): Promise<void> {
    this.revision = revision;
    this.state = 'waiting';
    return this.flush();
  }

  /** After a conflict, or once nothing is taken any more: what the server has counts. */
  drop(revision: number): void {
    clearTimeout(this.timer);
    this.unsaved = null;
    this.revision = revision;
    this.tell('kept');
  }

  /** Sends at once what waits. @returns when it is kept, or could not be */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    while (this.busy) {
      await this.busy;
    }
    if (this.unsaved && !this.isStopped()) {
      this.busy = this.send(this.unsaved);
      await this.busy;
    }
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private async send(sent: { value: T }): Promise<void> {
    this.tell('saving');
    try {
      this.revision = await this.of.send(sent.value, this.revision);
      if (this.unsaved === sent) {
        this.unsaved = null;
        this.tell('kept');
      } else {
        this.tell('waiting');
        this.later(0);
      }
    } catch (error) {
      const meaning = this.of.meaning(error);
      this.tell(meaning ?? 'failed');
      if (meaning === null) {
        this.later(this.of.again);
      }
    } finally {
      this.busy = null;
    }
  }

  /** A person has to look first. */
  private isStopped(): boolean {
    return this.state === 'conflict' || this.state === 'over';
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private tell(state: KeepState): void {
    this.state = state;
    this.of.told(state, this.unsaved?.value ?? null, this.revision);
  }
}
