// Child processes: run to the end with their output kept, or run beside us until told to stop.
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's root folder; every path of the scripts starts here. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A command ended badly; `output` is everything that it printed. */
export class CommandFailed extends Error {
  constructor(what, code, output) {
    super(`${what}: exit ${code}`);
    this.code = code;
    this.output = output;
  }
}

const running = new Set();
const stoppers = new Set();
let stopping = false;

/** Registers work to do when the user stops the script; gives back the function that unregisters it. */
export function whenStopped(work) {
  stoppers.add(work);
  return () => stoppers.delete(work);
}

/** True from the first Ctrl-C on: what fails after that is no fault. */
export function isStopping() {
  return stopping;
}

/** Ctrl-C and termination end the children first, then us, with the code a shell expects. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void stop(signal));
  }
}

async function stop(signal) {
  if (stopping) return;
  stopping = true;
  for (const child of running) child.kill('SIGTERM');
  await Promise.all([...stoppers].map((work) => work()));
  const deadline = Date.now() + 3000;
  while (running.size > 0 && Date.now() < deadline) {
    await new Promise((done) => setTimeout(done, 50));
  }
  for (const child of running) child.kill('SIGKILL');
  console.error('\n已停止，再次运行会接着做。Stopped; run it again to go on.');
  process.exit(128 + constants.signals[signal]);
}

/**
 * The environment of a server. Node's own threads wait for the disk: with the usual four, four recordings at a
 * time; Node reads the number before the server's first line, so it is set here.
 */
export const serverEnvironment = () => ({ UV_THREADPOOL_SIZE: '16', ...process.env });

/** Starts `node` on a script of the clone; for `options` see `spawnProgram`. */
export function spawnNode(args, options = {}) {
  return spawnProgram(process.execPath, args, options);
}

/**
 * Starts any program; it is ended with us.
 * @param options go to spawn; `nice` (0-19): how far it and its children stand back behind others, where nice(1) is
 */
export function spawnProgram(program, args, { nice = 0, ...options } = {}) {
  const given = { cwd: ROOT, ...options };
  if (nice === 0 || process.platform === 'win32') return track(spawn(program, args, given));
  return track(spawn('nice', ['-n', String(nice), program, ...args], given));
}

function track(child) {
  running.add(child);
  child.once('error', () => running.delete(child));
  child.once('exit', () => running.delete(child));
  return child;
}

/** The exit code of a child, 128 + n when signal n ended it, 127 when it could not be started. */
export function exitOf(child) {
  return new Promise((done) => {
    child.once('error', () => done(127));
    child.once('close', (code, signal) => done(code ?? 128 + constants.signals[signal]));
  });
}

/**
 * Waits for a child and keeps its output. `onText` sees each piece as it comes.
 * @returns the whole output
 * @throws CommandFailed when the exit code is not 0
 */
async function outputOf(child, what, onText = () => {}) {
  const pieces = [];
  const keep = (piece) => {
    pieces.push(piece);
    onText(piece);
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', keep);
  }
  const code = await exitOf(child);
  const output = pieces.join('');
  if (code !== 0) throw new CommandFailed(what, code, output);
  return output;
}

/** Runs `node <args>` to its end. @throws CommandFailed */
export function runNode(args, { what = args[0], onText, ...options } = {}) {
  return outputOf(spawnNode(args, { stdio: ['ignore', 'pipe', 'pipe'], ...options }), what, onText);
}

/** Runs a program to its end. @throws CommandFailed */
export function runProgram(program, args, { what = program, onText, ...options } = {}) {
  const child = spawnProgram(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  return outputOf(child, what, onText);
}

/** Runs npm, the very one that started us when there is one. @throws CommandFailed */
export function runNpm(args, options = {}) {
  const own = process.env.npm_execpath;
  const what = `npm ${args.join(' ')}`;
  if (own?.endsWith('npm-cli.js')) return runNode([own, ...args], { what, ...options });
  const windows = process.platform === 'win32';
  return runProgram(windows ? 'npm.cmd' : 'npm', args, { what, shell: windows, ...options });
}

/** Prints the last lines of what failed and says where the whole output lies. */
export function explainFailure(error) {
  if (!(error instanceof CommandFailed)) {
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    return;
  }
  const lines = error.output.trimEnd().split('\n');
  console.error(lines.slice(-30).join('\n'));
  const file = join(mkdtempSync(join(tmpdir(), 'zhiyu-')), 'output.log');
  writeFileSync(file, error.output);
  console.error(`${error.message}（全部输出 full output: ${file}）`);
}
