import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** The dictionary of a thread is worth keeping for as long as another report may come. */
const idleMs = 5 * 60_000;
/** An interview takes a tenth of a second: what takes longer than this hangs. */
const longestMs = 60_000;
const mostThreads = Math.max(1, Math.min(2, availableParallelism() - 1));
/** A thread that dies takes its order with it: it is tried so often in all. */
const tries = 2;

/** What a thread answers. */
export type Answer = { result: unknown } | { error: unknown };

interface Waiting {
  order: unknown;
  resolve: (result: unknown) => void;
  reject: (error: unknown) => void;
}

/** A thread and the order it works on; its end fails that order. */
class OneThread {
  private current: Waiting | null = null;
  private timer: NodeJS.Timeout | undefined;
  private readonly worker: Worker;
  private fault: unknown = null;

  /** @param rested is called when it is free again, @param ended when it is no more */
  constructor(file: URL, rested: (one: OneThread) => void, ended: (one: OneThread) => void) {
    this.worker = new Worker(file);
    this.worker.on('message', (answer: Answer) => {
      const { current } = this;
      this.rest();
      if ('result' in answer) current?.resolve(answer.result);
      else current?.reject(answer.error);
      rested(this);
    });
    this.worker.on('error', (error) => (this.fault = error));
    this.worker.on('exit', (code) => {
      clearTimeout(this.timer);
      ended(this);
      this.current?.reject(this.fault ?? new Error(`the thread ended with ${String(code)}`));
    });
    this.rest();
  }

  get isFree(): boolean {
    return this.current === null;
  }

  take(waiting: Waiting): void {
    this.current = waiting;
    this.endAfter(longestMs);
    this.worker.ref();
    this.worker.postMessage(waiting.order);
  }

  async end(): Promise<void> {
    clearTimeout(this.timer);
    await this.worker.terminate();
  }

  /** Without an order it keeps no process alive, and after a while it ends. */
  private rest(): void {
    this.current = null;
    this.worker.unref();
    this.endAfter(idleMs);
  }

  private endAfter(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.worker.terminate(), ms).unref();
  }
}

/**
 * Threads that answer each message of theirs with an `Answer`. Orders wait in line; the server's own
 * thread waits for none.
 */
export class ThreadPool {
  private readonly line: Waiting[] = [];
  private readonly threads = new Set<OneThread>();

  /** @param failed is told of each try that failed, also where the next one succeeds */
  constructor(
    private readonly file: URL,
    private readonly failed: (error: unknown, attempt: number) => void,
  ) {}

  /** @throws the last failure, where every try failed or took longer than a minute */
  async run(order: unknown): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await new Promise((resolve, reject) => {
          this.line.push({ order, resolve, reject });
          this.next();
        });
      } catch (error) {
        this.failed(error, attempt);
        if (attempt >= tries) throw error;
      }
    }
  }

  /** Ends the threads; an order under way fails. */
  async end(): Promise<void> {
    await Promise.all([...this.threads].map((thread) => thread.end()));
  }

  private next(): void {
    if (this.line.length === 0) return;
    const thread = [...this.threads].find(({ isFree }) => isFree) ?? this.begin();
    const waiting = thread ? this.line.shift() : undefined;
    if (thread && waiting) thread.take(waiting);
  }

  private begin(): OneThread | null {
    if (this.threads.size >= mostThreads) return null;
    const ended = (one: OneThread) => {
      this.threads.delete(one);
      this.next();
    };
    const thread = new OneThread(this.file, () => this.next(), ended);
    this.threads.add(thread);
    return thread;
  }
}
