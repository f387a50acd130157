import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startSpeechEmulator, type EmulatedEar } from '../emulators/speech.emulator.js';
import { layExample } from './example-data.js';

const serverFile = (name: string) =>
  fileURLToPath(new URL(`../../../server/dist/${name}`, import.meta.url));

/** How long a server may take to listen (ms): the machine may be busy with other suites. */
const startLimit = 60_000;
const speechKey = 'e2e-key';

export interface ProductOptions {
  /** What the speech engine hears; without it the driver is `none`. */
  hears?: EmulatedEar;
  /** The example company instead of an empty database. */
  example?: boolean;
  /** Settings of chats and mail; where people reach the server is set with them. */
  channels?: Record<string, string>;
}

/** The product as a person starts it: `node server/dist/main.js`, with a data folder of its own. */
export interface Product {
  base: string;
  dataDir: string;
  /** Everything it has printed. */
  printed(): string;
  /** Lines of its log from level error on. */
  errors(): string[];
  /** What its process holds in memory now (MB). */
  memory(): number;
  /** kill -9 and the same command again: same folder, same port; in between `meanwhile`, if anything. */
  killAndRestart(meanwhile?: () => Promise<unknown>): Promise<void>;
  /** `npm run -s zhiyu -- …` beside the running server. @returns what it prints */
  zhiyu(...args: string[]): Promise<string>;
  /** A sign-in link of the first administrator, by the command line. */
  adminLink(): Promise<string>;
  stop(): Promise<void>;
}

/** A free port of the loopback, so that a server can come back on the address it had. */
function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => done(port));
    });
  });
}

/** Only what a program needs from the user's environment. */
function environment(own: Record<string, string>): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR = tmpdir() } = process.env;
  return { PATH, HOME, TMPDIR, LOG_LEVEL: 'warn', DECISION_UNDO_SECONDS: '2', ...own };
}

/** The log writes one object a line; 50 is the level error. */
function errorsIn(printed: string): string[] {
  return printed.split('\n').filter((line) => /^\{"level":[56]0/.test(line));
}

/** Resident memory of a process (MB), as Linux tells it. */
function memoryOf(pid = 0): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

interface Running {
  child: ChildProcess;
  base: string;
  printed: () => string;
}

function run(file: string, args: string[], env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, [serverFile(file), ...args], {
    env: environment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function listening(args: string[], env: Record<string, string>): Promise<Running> {
  const child = run('main.js', args, env);
  let printed = '';
  return new Promise((done, fail) => {
    const give = (reason: string) => {
      child.kill('SIGKILL');
      fail(new Error(`${reason}\n${printed}`));
    };
    const timer = setTimeout(give, startLimit, 'the server does not listen');
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const base = /知遇 Zhiyu\s+(http:\S+)[^]*引擎/.exec(printed)?.[1];
      if (base !== undefined) {
        clearTimeout(timer);
        done({ child, base, printed: () => printed });
      }
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => {
      clearTimeout(timer);
      fail(new Error(`the server ended\n${printed}`));
    });
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      done();
      return;
    }
    child.once('exit', () => done());
    child.kill(signal);
  });
}

function output(file: string, args: string[], env: Record<string, string>): Promise<string> {
  const child = run(file, args, env);
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((done, fail) => {
    child.once('close', (code) => {
      if (code === 0) {
        done(out.trim());
      } else {
        fail(new Error(`${file} ${args.join(' ')}: ${err}`));
      }
    });
  });
}

/** The first start of a server that nobody told otherwise: it makes the example company. */
async function liveExample(folder: string): Promise<void> {
  const port = String(await freePort());
  const { child } = await listening([], { DATA_DIR: folder, PORT: port, SPEECH_DRIVER: 'none' });
  await ended(child, 'SIGTERM');
}

export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhiyu e2e 数据 '));
  const ear = options.hears
    ? await startSpeechEmulator({ key: speechKey, answer: options.hears })
    : null;
  const speech: Record<string, string> = ear
    ? { SPEECH_DRIVER: 'openai', SPEECH_API_BASE: ear.base, SPEECH_API_KEY: speechKey }
    : { SPEECH_DRIVER: 'none' };
  const port = String(await freePort());
  const address = { PUBLIC_URL: `http://127.0.0.1:${port}`, ...options.channels };
  const reached = options.channels === undefined ? {} : address;
  const env: Record<string, string> = { DATA_DIR: dataDir, PORT: port, ...speech, ...reached };
  const args = options.example === true ? [] : ['--empty'];
  if (options.example === true) {
    await layExample(dataDir, liveExample);
  }
  const earlier: string[] = [];
  let running = await listening(args, env);
  return {
    base: running.base,
    dataDir,
    printed: () => running.printed(),
    errors: () => [...earlier, running.printed()].flatMap(errorsIn),
    memory: () => memoryOf(running.child.pid),
    killAndRestart: async (meanwhile) => {
      const { base } = running;
      await ended(running.child, 'SIGKILL');
      earlier.push(running.printed());
      await meanwhile?.();
      running = await listening(args, env);
      if (running.base !== base) {
        throw new Error(`came back at ${running.base} instead of ${base}`);
      }
    },
    zhiyu: (...given) => output('cli.js', given, env),
    adminLink: () => {
      const who = ['--name', '沈澜', '--email', 'shenlan@yunshan.example'];
      const where = ['--company', '云杉零售', '--url', running.base];
      return output('cli.js', ['admin', 'create', ...who, ...where], { DATA_DIR: dataDir });
    },
    stop: async () => {
      await ended(running.child, 'SIGTERM');
      await ear?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
