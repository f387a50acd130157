import { rm } from 'node:fs/promises';
import { SealedFile, type SealedPlace } from './sealed-file.js';

const idleMs = 60_000;
const idleAtMost = 256;

interface Held {
  file: Promise<SealedFile>;
  users: number;
  usedAt: number;
}

/** A sealed file in use; give it back. */
export interface Lease {
  file: SealedFile;
  release: () => Promise<void>;
}

/** The sealed files this process has open, each once: opening one reads all its heads. */
export class SealedFiles {
  private readonly held = new Map<string, Held>();
  private readonly closing = new Map<string, Promise<void>>();

  async lease(place: SealedPlace): Promise<Lease> {
    await this.closeIdle();
    // A file whose sync failed first cuts what it could not keep.
    await this.closing.get(place.path);
    const held = this.held.get(place.path) ?? { file: SealedFile.open(place), users: 0, usedAt: 0 };
    // Put last: the map's order is the order of use.
    this.held.delete(place.path);
    this.held.set(place.path, held);
    held.users++;
    held.usedAt = performance.now();
    let file: SealedFile;
    try {
      file = await held.file;
    } catch (error) {
      this.forget(place.path, held);
      throw error;
    }
    let open = true;
    const release = async (): Promise<void> => {
      if (open) {
        open = false;
        await this.giveBack(place.path, held, file);
      }
    };
    return { file, release };
  }

  async use<T>(place: SealedPlace, work: (file: SealedFile) => Promise<T>): Promise<T> {
    const { file, release } = await this.lease(place);
    try {
      return await work(file);
    } finally {
      await release();
    }
  }

  /** Closes it here, whoever still reads: its key is gone. */
  async drop(path: string): Promise<void> {
    const held = this.held.get(path);
    if (held) {
      this.forget(path, held);
      await held.file.then((file) => file.close());
    }
  }

  /** Closes it here and deletes it. Other processes notice when they open it again. */
  async remove(path: string): Promise<void> {
    await this.drop(path);
    await rm(path, { force: true });
  }

  async closeAll(): Promise<void> {
    const all = [...this.held.values()];
    this.held.clear();
    await Promise.all(all.map(async (held) => (await held.file).close()));
  }

  private async giveBack(path: string, held: Held, file: SealedFile): Promise<void> {
    held.users--;
    if (file.broken && this.held.get(path) === held) {
      this.held.delete(path);
      const closed = file.close().finally(() => this.closing.delete(path));
      this.closing.set(path, closed);
      await closed;
    }
  }

  private forget(path: string, held: Held): void {
    if (this.held.get(path) === held) {
      this.held.delete(path);
    }
  }

  private async closeIdle(): Promise<void> {
    const now = performance.now();
    for (const [path, held] of this.held) {
      const old = now - held.usedAt > idleMs || this.held.size > idleAtMost;
      if (!old) {
        return;
      }
      if (held.users === 0) {
        this.held.delete(path);
        await (await held.file).close();
      }
    }
  }
}
