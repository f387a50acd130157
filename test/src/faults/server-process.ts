import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { rawPaths } from '@zhiyu/contracts/routes';
import { startApp, type TestApp } from '../harness/app.js';
import { TestClient } from '../harness/client.js';
import { TestClock } from '../harness/test-clock.js';

const main = fileURLToPath(import.meta.resolve('@zhiyu/server/main'));
const startMs = 30_000;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** How a process ended. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
}

function endOf(child: ChildProcess): Promise<End> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

/**
 * The first test application of a place, with the clock of this machine, because servers in processes of
 * their own have that one. It may stop and leave its place for them, and be opened again.
 */
export async function openPlace(): Promise<{ app: TestApp; leave: () => Promise<Reopen> }> {
  const app = await startApp({ clock: new TestClock(Date.now()) });
  const remove = app.place.remove.bind(app.place);
  const leave = async () => {
    app.place.remove = () => Promise.resolve();
    await app.stop();
    const open = () => startApp({ beside: app, clock: new TestClock(Date.now()) });
    return { open, remove };
  };
  return { app, leave };
}

export interface Reopen {
  /** The place again in this process. Stop it before `remove`. */
  open: () => Promise<TestApp>;
  remove: () => Promise<void>;
}

/** The product as `npm start` runs it: `main.js` in a process of its own, on the place of `app`. */
export class ServerProcess {
  readonly client: TestClient;
  readonly ended: Promise<End>;
  private tracer: ChildProcess | undefined;

  private constructor(
    private readonly child: ChildProcess,
    readonly base: string,
  ) {
    this.client = new TestClient(base);
    this.ended = endOf(child);
  }

  static async start(app: TestApp): Promise<ServerProcess> {
    const port = await freePort();
    const { dataDir, url } = app.place;
    const env = {
      PATH: process.env.PATH ?? '',
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'silent',
      // One thread for files: strace counts the calls of each thread apart.
      UV_THREADPOOL_SIZE: '1',
      ...(url === undefined ? {} : { DATABASE_URL: url }),
    };
    const child = spawn(process.execPath, [main, '--empty'], { env, stdio: 'ignore' });
    const server = new ServerProcess(child, `http://127.0.0.1:${port}`);
    await server.untilReady();
    return server;
  }

  /** Kills the server when one of its threads flushes for the `count`th time from now on. */
  async killAtSync(count: number): Promise<void> {
    const calls = 'fsync,fdatasync';
    const fault = ['-e', `trace=${calls}`, '-e', `inject=${calls}:signal=KILL:when=${count}`];
    const where = ['-f', '-o', '/dev/null', '-p', String(this.child.pid)];
    const tracer = spawn('strace', [...fault, ...where], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.tracer = tracer;
    await new Promise<void>((resolve, reject) => {
      tracer.stderr.on('data', (text: Buffer) => {
        if (text.includes('attached')) {
          resolve();
        }
      });
      tracer.once('error', reject);
      tracer.once('exit', () => reject(new Error('strace could not attach')));
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends it, if it still runs. */
  async stop(): Promise<End> {
    this.child.kill('SIGKILL');
    const end = await this.ended;
    this.tracer?.kill('SIGKILL');
    return end;
  }

  /** The readiness probe's status; null when nobody listens. */
  async readiness(): Promise<number | null> {
    try {
      const response = await fetch(this.base + rawPaths.ready);
      await response.arrayBuffer();
      return response.status;
    } catch {
      return null;
    }
  }

  private async untilReady(): Promise<void> {
    const until = Date.now() + startMs;
    while ((await this.readiness()) !== 200) {
      if (Date.now() > until || this.child.exitCode !== null) {
        throw new Error('the server did not start');
      }
      await sleep(25);
    }
  }
}
