import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';

/** The dictionary of a thread is worth keeping for as long as another report may come. */
const idleMs = 5 * 60_000;
/** An interview takes a tenth of a second: what takes longer than this hangs. */
const longestMs = 60_000;
const mostThreads = 2;
/** A thread that dies takes its order with it: it is tried so often in all. */
const tries = 2;

/** Threads that run one function of a file; orders wait in line, and the server's own thread waits for none. */
export class ThreadPool {
  private pool: Piscina | undefined;

  /** @param failed is told of each thread or order that failed, also where the next try succeeds */
  constructor(
    private readonly file: URL,
    private readonly failed: (error: unknown, attempt: number) => void,
  ) {}

  /** @throws the last failure, where every try failed or took longer than a minute */
  async run(order: unknown): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const signal = AbortSignal.timeout(longestMs);
        return (await this.threads().run(order, { signal })) as unknown;
      } catch (error) {
        this.failed(error, attempt);
        if (attempt >= tries) throw error;
      }
    }
  }

  async end(): Promise<void> {
    await this.pool?.destroy();
    this.pool = undefined;
  }

  private threads(): Piscina {
    this.pool ??= new Piscina({
      filename: this.file.href,
      minThreads: 0,
      maxThreads: Math.max(1, Math.min(mostThreads, availableParallelism() - 1)),
      idleTimeout: idleMs,
    });
    return this.pool;
  }
}
