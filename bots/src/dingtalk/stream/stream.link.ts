import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../dingtalk.api.js';
import { StreamConnection, type StreamHandlers } from './stream.connection.js';

/** Times of the link, ms. */
export interface StreamTimes {
  /** First wait after a failure; each further one is twice as long. */
  firstWait: number;
  longestWait: number;
  /** A connection that lived so long was a good one: the waits begin anew. */
  settled: number;
  /** Between two pings; silence for two of them is the end. */
  beat: number;
  /** How long a connection that DingTalk has given notice for is kept; DingTalk closes it after 10 s. */
  leave: number;
}

export const streamTimes: StreamTimes = {
  firstWait: 250,
  longestWait: 60_000,
  settled: 10_000,
  beat: 15_000,
  leave: 9_000,
};

type LinkState = 'connecting' | 'connected' | 'failing';

/**
 * Keeps one connection open: reopens it with growing waits, replaces one that is dead, and opens the next before
 * one that DingTalk has given notice for ends.
 */
export class StreamLink {
  private current: StreamConnection | null = null;
  private readonly leaving = new Set<StreamConnection>();
  private running = false;
  private opening = false;
  private fails = 0;
  private openedAt = 0;
  private status: { state: LinkState; since: number };
  private failure: { at: number; text: string } | null = null;
  private stopped = new AbortController();

  constructor(
    private readonly app: { clientId: string; clientSecret: string },
    private readonly handlers: Omit<StreamHandlers, 'leaving' | 'closed'>,
    private readonly now: () => number,
    private readonly times: StreamTimes,
  ) {
    this.status = { state: 'connecting', since: now() };
  }

  get health(): {
    state: LinkState;
    since: number;
    lastError: { at: number; text: string } | null;
  } {
    return { ...this.status, lastError: this.failure };
  }

  start(): void {
    if (!this.running) {
      this.running = true;
      this.stopped = new AbortController();
      void this.reopen();
    }
  }

  async stop(): Promise<void> {
    this.running = false;
    this.stopped.abort();
    const all = [...this.leaving, ...(this.current ? [this.current] : [])];
    this.current = null;
    await Promise.all(all.map((connection) => connection.close(3_000)));
    this.leaving.clear();
  }

  /** One loop at a time, however many reasons there are to reopen. */
  private async reopen(): Promise<void> {
    if (this.opening) {
      return;
    }
    this.opening = true;
    while (this.running && this.current === null) {
      await this.pause();
      if (this.stillRunning()) {
        await this.tryOpen();
      }
    }
    this.opening = false;
  }

  private stillRunning(): boolean {
    return this.running;
  }

  private async pause(): Promise<void> {
    if (this.fails > 0) {
      const { firstWait, longestWait } = this.times;
      const wait = Math.min(longestWait, firstWait * 2 ** (this.fails - 1));
      const jitter = 1 + Math.random() * 0.2; // many servers do not come back in the same moment
      await sleep(wait * jitter, null, { signal: this.stopped.signal }).catch(() => undefined);
    }
  }

  private async tryOpen(): Promise<void> {
    const connection: StreamConnection = new StreamConnection(this.app, {
      ...this.handlers,
      leaving: () => this.noticed(connection),
      closed: () => this.lost(connection),
    });
    this.fails += 1;
    try {
      this.current = connection;
      await connection.open(this.times.beat);
      this.openedAt = performance.now();
      this.become('connected');
    } catch (error) {
      this.current = null;
      this.failure = { at: this.now(), text: messageOf(error) };
      this.become(this.fails > 1 ? 'failing' : 'connecting');
    }
    if (!this.running) {
      await connection.close(0);
    }
  }

  /** The old one is kept while the new one is opened: what was pushed on it is still answered on it. */
  private noticed(connection: StreamConnection): void {
    if (this.current !== connection) {
      return;
    }
    this.current = null;
    this.leaving.add(connection);
    this.settle();
    void this.reopen();
    void sleep(this.times.leave, null, { signal: this.stopped.signal })
      .catch(() => undefined)
      .then(() => connection.close(1_000))
      .finally(() => this.leaving.delete(connection));
  }

  private lost(connection: StreamConnection): void {
    this.leaving.delete(connection);
    if (this.current !== connection) {
      return;
    }
    this.current = null;
    this.settle();
    this.failure = { at: this.now(), text: '与钉钉的长连接断开，正在重连' };
    this.become('connecting');
    void this.reopen();
  }

  /** After a good connection the first try is at once. */
  private settle(): void {
    if (performance.now() - this.openedAt >= this.times.settled) {
      this.fails = 0;
    }
  }

  private become(state: LinkState): void {
    if (this.status.state !== state) {
      this.status = { state, since: this.now() };
    }
  }
}
