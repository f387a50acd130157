import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a child process can be asked: each command takes one value and gives one back, both as JSON. */
export type Commands = Record<string, (input: never) => Promise<unknown>>;

interface Asked {
  id: number;
  name: string;
  input: unknown;
}

interface Told {
  id: number;
  output?: unknown;
  failure?: string;
}

interface Waiting {
  resolve: (output: unknown) => void;
  reject: (error: Error) => void;
}

const stopMs = 10_000;

/** In the child: answers what the parent asks, until the parent lets go. */
export function answer(commands: Commands): void {
  process.on('message', ({ id, name, input }: Asked) => {
    const command = commands[name] as ((input: unknown) => Promise<unknown>) | undefined;
    const run = command ? command(input) : Promise.reject(new Error(`no command ${name}`));
    run.then(
      (output) => process.send?.({ id, output } satisfies Told),
      (error: unknown) => {
        const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
        process.send?.({ id, failure } satisfies Told);
      },
    );
  });
  process.on('disconnect', () => process.exit(0));
  // Ctrl-C reaches the whole group: the parent ends us when it is done.
  process.on('SIGINT', () => undefined);
}

const running = new Set<ChildProcess>();

/** Ends every child at once: for the end of the run, good or bad. */
export function endAll(): void {
  for (const child of running) {
    child.kill('SIGKILL');
  }
}

/** A process of ours that answers commands. */
export class Child<C extends Commands> {
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  private constructor(private readonly process: ChildProcess) {
    process.on('message', ({ id, output, failure }: Told) => {
      const one = this.waiting.get(id);
      this.waiting.delete(id);
      if (failure === undefined) {
        one?.resolve(output);
      } else {
        one?.reject(new Error(failure));
      }
    });
    process.once('exit', (code, signal) => {
      running.delete(process);
      this.waiting.forEach((one) => one.reject(new Error(`child ended: ${code ?? signal ?? ''}`)));
    });
  }

  /** @param file name of a compiled file in this folder */
  static start<C extends Commands>(file: string, execArgv: string[] = []): Child<C> {
    const path = fileURLToPath(new URL(file, import.meta.url));
    const child = fork(path, [], { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    running.add(child);
    return new Child<C>(child);
  }

  /** @throws Error with the child's stack when the command failed, or the child ended. */
  ask<N extends keyof C & string>(
    name: N,
    ...[input]: Parameters<C[N]>
  ): Promise<Awaited<ReturnType<C[N]>>> {
    this.asked += 1;
    const id = this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, {
        resolve: (output) => resolve(output as Awaited<ReturnType<C[N]>>),
        reject,
      });
      this.process.send({ id, name, input } satisfies Asked, (error) => {
        if (error) {
          reject(error);
        }
      });
    });
  }

  /** Lets the child end by itself, and ends it when it does not. */
  async stop(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) {
      return;
    }
    const ended = once(this.process, 'exit');
    this.process.disconnect();
    const timer = setTimeout(() => this.process.kill('SIGKILL'), stopMs);
    await ended;
    clearTimeout(timer);
  }
}
