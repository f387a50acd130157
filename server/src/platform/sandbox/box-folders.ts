import { chmodSync, chownSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { chown, type FileHandle, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'zhiyu-boxes-';
/** Which processes we see: those of another container may have the same numbers and the same /tmp. */
const sight = /\d+/.exec(namespace())?.[0] ?? '0';

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes what processes left behind that were killed. */
function sweep(parent: string): void {
  for (const name of readdirSync(parent).filter((each) => each.startsWith(prefix))) {
    const [pid, seen] = name.slice(prefix.length).split('-');
    const place = join(parent, name);
    try {
      if (seen === sight && !lives(Number(pid))) {
        rmSync(place, { recursive: true, force: true });
      }
    } catch {
      // Somebody else's, or just removed by its owner.
    }
  }
}

/** The folders that boxes see as /box: one for each submission, gone with it, and all gone with the process. */
export class BoxFolders {
  /** Folder of this process; others can pass through it but not list it. */
  readonly home: string;

  /** @param user who must be able to write in the folders; null: the server's own user */
  constructor(private readonly user: number | null) {
    // The user of the boxes must be able to reach it, wherever TMPDIR of root points.
    const parent = user === null ? tmpdir() : '/tmp';
    sweep(parent);
    this.home = mkdtempSync(join(parent, `${prefix}${process.pid}-${sight}-`));
    chmodSync(this.home, 0o711);
    process.once('exit', this.remove);
  }

  /** Gives a new empty folder for as long as the work lasts. */
  async during<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
    const folder = await mkdtemp(join(this.home, 'box-'));
    try {
      if (this.user !== null) {
        await chown(folder, this.user, this.user);
      }
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }

  /** An open file with this text, which has no name any more and is gone when it is closed. */
  async file(text: string): Promise<FileHandle> {
    const folder = await mkdtemp(join(this.home, 'input-'));
    try {
      const place = join(folder, 'stdin');
      // Read-only for everybody: it may be opened again through the descriptor.
      await writeFile(place, text, { mode: 0o444 });
      return await open(place, 'r');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** An empty folder that stays as long as the process. */
  standing(): string {
    const folder = mkdtempSync(join(this.home, 'box-'));
    if (this.user !== null) {
      chownSync(folder, this.user, this.user);
    }
    return folder;
  }

  close(): void {
    process.off('exit', this.remove);
    this.remove();
  }

  private readonly remove = (): void => {
    rmSync(this.home, { recursive: true, force: true });
  };
}
