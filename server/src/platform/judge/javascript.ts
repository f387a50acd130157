import { copyFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Sandbox } from '../sandbox/sandbox.js';
import { anyAddress, compileLimits, runLimits, type Toolchain } from './toolchain.js';

/** Where the program stands inside when it is no program of the system. */
const inside = '/opt/node';
/** Read and run for everybody. */
const open = 0o005;

function isOpen(file: string): boolean {
  for (let place = file; place !== '/'; place = dirname(place)) {
    if ((statSync(place).mode & open) !== open) {
      return false;
    }
  }
  return true;
}

/** The Node that runs the server, as boxes see it; a private one (`/root/.nvm`) is copied once. */
class NodeProgram {
  private found: { command: string; shown: Record<string, string> } | undefined;

  constructor(private readonly sandbox: Sandbox) {}

  place(): { command: string; shown: Record<string, string> } {
    this.found ??= this.look();
    return this.found;
  }

  private look(): { command: string; shown: Record<string, string> } {
    const file = realpathSync(process.execPath);
    if (/^\/usr\/(bin|lib)\//.test(file)) {
      return { command: file, shown: {} };
    }
    return { command: inside, shown: { [inside]: this.visible(file) } };
  }

  private visible(file: string): string {
    if (this.sandbox.user() === null || isOpen(file)) {
      return file;
    }
    const copy = join(this.sandbox.standingFolder(), 'node');
    copyFileSync(file, copy);
    return copy;
  }
}

/**
 * Loaded before the program. Node writes into a pipe when it next waits: a program that prints much and
 * then exits would lose most of it, and one that prints without end would fill its memory first. And its
 * outputs are sockets, which nobody can open again by name.
 */
const blocking = `
for (const stream of [process.stdout, process.stderr]) stream._handle?.setBlocking?.(true);
const fs = require('fs');
const ours = { '/dev/stdout': 1, '/dev/stderr': 2 };
for (const name of ['writeFileSync', 'appendFileSync']) {
  const write = fs[name];
  fs[name] = (place, ...rest) => write(ours[place] ?? place, ...rest);
}
require('module').syncBuiltinESMExports();
`;

/** Whether a script is a module: it imports or exports at the beginning of a line. */
export const isModule = (source: string): boolean =>
  /^\s*(?:import\s+[\w{*'"]|export\s)/m.test(source);

export function javascript(sandbox: Sandbox): Toolchain {
  const node = new NodeProgram(sandbox);
  return {
    language: 'javascript',
    debian: 'nodejs',
    present: () => true,
    fileName: (source) => (isModule(source) ? 'main.mjs' : 'main.js'),
    beside: { 'blocking.cjs': blocking },
    check: (fileName) => {
      const { command, shown } = node.place();
      return {
        command: [command, '--check', `/box/${fileName}`],
        shown,
        limits: { ...compileLimits, memoryMb: 256 },
      };
    },
    run: (_source, fileName, allowed) => {
      const { command, shown } = node.place();
      return {
        command: [
          command,
          ...[`--max-old-space-size=${allowed.memoryMb}`, '--require', '/box/blocking.cjs'],
          `/box/${fileName}`,
        ],
        environment: { UV_THREADPOOL_SIZE: '1', NODE_DISABLE_COLORS: '1' },
        shown,
        limits: runLimits(allowed, {
          ...{ startMs: 80, memoryMb: 64, processes: 64 },
          addressMb: anyAddress,
        }),
      };
    },
    outOfMemory: /heap out of memory|Array buffer allocation failed|ERR_MEMORY_ALLOCATION_FAILED/,
    unreadable: /^SyntaxError\b/m,
  };
}
