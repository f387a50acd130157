import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Files of one controller by what they mean here; version 1 and 2 call them differently. */
interface Place {
  /** The folder in which a folder per run is made. */
  folder: string;
  memoryLimit?: string[];
  processLimit?: string;
  memoryPeak?: string;
  killed?: string;
  /** Processor time: a number of nanoseconds, or a file with `usage_usec`. */
  processor?: string;
}

const version1: Record<string, Omit<Place, 'folder'>> = {
  memory: {
    memoryLimit: ['memory.limit_in_bytes', 'memory.memsw.limit_in_bytes'],
    memoryPeak: 'memory.max_usage_in_bytes',
    killed: 'memory.oom_control',
  },
  pids: { processLimit: 'pids.max' },
  cpuacct: { processor: 'cpuacct.usage' },
};

const version2: Omit<Place, 'folder'> = {
  memoryLimit: ['memory.max', 'memory.swap.max'],
  processLimit: 'pids.max',
  memoryPeak: 'memory.peak',
  killed: 'memory.events',
  processor: 'cpu.stat',
};

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** A limit that this kernel does not know is left out: the others still hold. */
function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch {
    // Swap is not counted everywhere.
  }
}

/** Whether a folder can be made in it and has the files that are needed. */
function works(place: Place): boolean {
  const trial = join(place.folder, `zhiyu-trial-${process.pid}`);
  try {
    mkdirSync(trial);
    return [place.memoryLimit?.[0], place.processLimit, place.processor].every(
      (file) => file === undefined || existsSync(join(trial, file)),
    );
  } catch {
    return false;
  } finally {
    try {
      rmdirSync(trial);
    } catch {
      // It was never made.
    }
  }
}

/** Our own folder under a mount, then the mount itself: a container may show only one of them. */
function candidates(mount: string, own: string | undefined): string[] {
  return own === undefined || own === '/' ? [mount] : [join(mount, own), mount];
}

function ownPaths(): Map<string, string> {
  const lines = read('/proc/self/cgroup').trim().split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, controllers = '', ...path] = line.split(':');
      return controllers.split(',').map((name): [string, string] => [name, path.join(':')]);
    }),
  );
}

function mounts(): { folder: string; type: string; options: string[] }[] {
  const lines = read('/proc/mounts').trim().split('\n');
  return lines.map((line) => {
    const [, folder = '', type = '', options = ''] = line.split(' ');
    return { folder, type, options: options.split(',') };
  });
}

/** The control groups that this process may make, found once; empty where it may make none. */
export function findPlaces(): Place[] {
  const own = ownPaths();
  const all = mounts();
  const found: Place[] = [];
  for (const [controller, files] of Object.entries(version1)) {
    const mount = all.find((one) => one.type === 'cgroup' && one.options.includes(controller));
    const folder = mount
      ? candidates(mount.folder, own.get(controller)).find((each) =>
          works({ folder: each, ...files }),
        )
      : undefined;
    if (folder !== undefined) {
      found.push({ folder, ...files });
    }
  }
  const unified = all.find((one) => one.type === 'cgroup2');
  if (found.length === 0 && unified) {
    const folder = candidates(unified.folder, own.get('')).find((each) =>
      works({ folder: each, ...version2 }),
    );
    return folder === undefined ? [] : [{ folder, ...version2 }];
  }
  return found;
}

/** What a run has used so far. */
export interface Usage {
  processorMs: number;
  /** Highest memory so far, KiB. */
  memoryKb: number;
}

/** The control groups of one run: limits on the whole tree, its use, and its end. */
export class RunGroup {
  private readonly made: (Place & { own: string })[];

  constructor(
    places: readonly Place[],
    name: string,
    limits: { memoryMb: number; processes: number },
  ) {
    this.made = places.map((place) => ({ ...place, own: join(place.folder, name) }));
    const bytes = String(limits.memoryMb * 1024 * 1024);
    for (const { own, memoryLimit, processLimit } of this.made) {
      mkdirSync(own);
      memoryLimit?.forEach((file) => write(join(own, file), file.includes('swap') ? '0' : bytes));
      if (processLimit !== undefined) {
        write(join(own, processLimit), String(limits.processes));
      }
    }
  }

  /** Files into which a process writes 0 to enter. */
  get doors(): string[] {
    return this.made.map(({ own }) => join(own, 'cgroup.procs'));
  }

  usage(): Usage {
    const usage: Usage = { processorMs: 0, memoryKb: 0 };
    for (const { own, processor, memoryPeak } of this.made) {
      if (memoryPeak !== undefined) {
        usage.memoryKb = Math.round(Number(read(join(own, memoryPeak)).trim() || '0') / 1024);
      }
      if (processor !== undefined) {
        const text = read(join(own, processor));
        const micros = /usage_usec (\d+)/.exec(text)?.[1];
        usage.processorMs =
          micros === undefined ? Number(text.trim() || '0') / 1e6 : Number(micros) / 1000;
      }
    }
    return usage;
  }

  /** Whether the kernel ended a process of the run because memory was used up. */
  ranOutOfMemory(): boolean {
    return this.made.some(
      ({ own, killed }) => killed !== undefined && /oom_kill [1-9]/.test(read(join(own, killed))),
    );
  }

  /** Ends what is left and removes the groups. */
  async end(): Promise<void> {
    for (let tries = 0; tries < 50 && !this.removed(); tries++) {
      this.killAll();
      await pause(tries < 5 ? 2 : 20);
    }
  }

  private killAll(): void {
    const pids = this.made.flatMap(({ own }) =>
      read(join(own, 'cgroup.procs')).split('\n').filter(Boolean),
    );
    for (const pid of new Set(pids)) {
      try {
        process.kill(Number(pid), 'SIGKILL');
      } catch {
        // It has ended in the meantime.
      }
    }
  }

  private removed(): boolean {
    let all = true;
    for (const { own } of this.made) {
      try {
        rmdirSync(own);
      } catch {
        all = all && !existsSync(own);
      }
    }
    return all;
  }
}
