import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  boxCommand,
  type BoxLimits,
  type BoxMachine,
  type BoxOrder,
  statusDescriptor,
} from './box-command.js';
import { BoxFolders } from './box-folders.js';
import { BoxBroken, type BoxResult, BoxRun } from './box-run.js';
import { findPlaces, RunGroup } from './cgroups.js';
import { inheritedDescriptors } from './inherited.js';
import { seccompFilter } from './seccomp-filter.js';
import { Slots } from './slots.js';

/** nobody: owns no file and runs nothing else. */
const nobody = 65534;
/** Processes of a box that are not the program: shell, bubblewrap, its first process, prlimit. */
const ownProcesses = 4;
const trialMs = 5000;

const trialLimits: BoxLimits = {
  processorMs: 2000,
  wallMs: trialMs,
  memoryMb: 64,
  addressMb: { counted: null, uncounted: null },
  processes: 8,
  filesMb: 1,
  outputBytes: 4096,
};

/** What is found out once about this machine. */
interface Ready {
  machine: BoxMachine;
  folders: BoxFolders;
  filter: string;
  places: ReturnType<typeof findPlaces>;
  inherited: number[];
}

/**
 * Runs programs that nobody trusts, with bubblewrap: no network, no file of this machine but the
 * system's programs, no other process, limits on time, memory, processes and files, a filter on system
 * calls. As many at once as there are cores; the others wait in order. Knows nothing of languages.
 */
export class Sandbox {
  private found: Ready | null | undefined;
  private readonly slots = new Slots(availableParallelism());
  private count = 0;

  /** @param program `bwrap`, a name or a path */
  constructor(private readonly program: string) {}

  /** Whether a box can be made here: asked of the machine once, by making one (some 20 ms). */
  works(): boolean {
    return this.ready() !== null;
  }

  /** The user that boxes run as when the server is root; null: the server's own. */
  user(): number | null {
    return this.ready()?.machine.user ?? null;
  }

  /** Gives an empty folder, later seen as /box, for as long as the work lasts. */
  async withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
    return this.must().folders.during(work);
  }

  /** A folder for files that boxes are shown and that last as long as the process. */
  standingFolder(): string {
    return this.must().folders.standing();
  }

  /**
   * One program from its start until nothing of it is left.
   * @throws BoxBroken when the box itself could not be made, twice
   */
  async run(order: BoxOrder): Promise<BoxResult> {
    return this.slots.run(async () => {
      try {
        return await this.once(order);
      } catch (error) {
        if (!(error instanceof BoxBroken)) {
          throw error;
        }
        return this.once(order);
      }
    });
  }

  /** Removes the folders; the sandbox looks at the machine anew when it is used again. */
  close(): void {
    this.found?.folders.close();
    this.found = undefined;
  }

  private async once(order: BoxOrder): Promise<BoxResult> {
    const input = await this.must().folders.file(order.stdin);
    try {
      return await this.withInput(order, input.fd);
    } finally {
      await input.close();
    }
  }

  private async withInput(order: BoxOrder, input: number): Promise<BoxResult> {
    const { machine, filter, places, inherited } = this.must();
    this.count += 1;
    const name = `zhiyu-${process.pid}-${this.count}`;
    const { memoryMb, processes } = order.limits;
    const group =
      places.length === 0
        ? null
        : new RunGroup(places, name, { memoryMb, processes: processes + ownProcesses });
    // Opened for each run: a descriptor passed on twice would stand at its end.
    const descriptor = openSync(filter, 'r');
    const nothing = openSync('/dev/null', 'r+');
    try {
      const open = { filter: descriptor, input, nothing };
      return await new BoxRun(order, { machine, group, inherited, ...open }).finish();
    } finally {
      closeSync(descriptor);
      closeSync(nothing);
      await group?.end();
    }
  }

  private must(): Ready {
    const ready = this.ready();
    if (!ready) {
      throw new BoxBroken('no bubblewrap');
    }
    return ready;
  }

  private ready(): Ready | null {
    this.found ??= this.look();
    return this.found ?? null;
  }

  private look(): Ready | null {
    const bytes = process.platform === 'linux' ? seccompFilter(process.arch) : null;
    if (bytes === null || spawnSync(this.program, ['--version']).status !== 0) {
      return null;
    }
    const user = process.getuid?.() === 0 ? nobody : null;
    const folders = new BoxFolders(user);
    const filter = join(folders.home, 'filter');
    writeFileSync(filter, bytes, { mode: 0o600 });
    for (const forbidsNamespaces of [true, false]) {
      const machine: BoxMachine = { program: this.program, user, forbidsNamespaces };
      if (this.makesABox(machine, folders, filter)) {
        const inherited = inheritedDescriptors(statusDescriptor + 1);
        return { machine, folders, filter, places: findPlaces(), inherited };
      }
    }
    folders.close();
    return null;
  }

  private makesABox(machine: BoxMachine, folders: BoxFolders, filter: string): boolean {
    const order: BoxOrder = {
      folder: folders.standing(),
      writable: false,
      command: ['/usr/bin/true'],
      stdin: '',
      limits: trialLimits,
    };
    const descriptor = openSync(filter, 'r');
    try {
      const [program, ...args] = boxCommand(order, machine, []);
      const { status } = spawnSync(program, args, {
        env: { PATH: '/usr/local/bin:/usr/bin:/bin' },
        stdio: ['ignore', 'ignore', 'ignore', descriptor, 'pipe'],
        timeout: trialMs,
      });
      return status === 0;
    } finally {
      closeSync(descriptor);
    }
  }
}
