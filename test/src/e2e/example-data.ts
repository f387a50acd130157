import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The story of the example company is told from today backwards, in its own time zone. */
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

let own: string | undefined;

/** What the processes of one run share; a process that was started alone keeps it for itself. */
function sharedFolder(): string {
  const given = process.env.ZHIYU_TEST_SHARED;
  if (given !== undefined) {
    return given;
  }
  if (own === undefined) {
    const made = mkdtempSync(join(tmpdir(), 'zhiyu-shared-'));
    process.once('exit', () => rmSync(made, { recursive: true, force: true }));
    own = made;
  }
  return own;
}

/**
 * Lays the data of the example company into a server's folder. A server lives its weeks once in a run and a day; from
 * then on they are copied, and what one spec does to its copy no other sees.
 * @param live starts a server that makes the example company in a folder, and ends it
 */
export async function layExample(
  dataDir: string,
  live: (folder: string) => Promise<void>,
): Promise<void> {
  const shared = sharedFolder();
  const whole = join(shared, `example-${today()}`);
  if (!existsSync(whole)) {
    const folder = mkdtempSync(join(shared, 'example being made '));
    await live(folder);
    try {
      renameSync(folder, whole);
    } catch {
      // Another process was quicker: its example is as good.
      rmSync(folder, { recursive: true });
    }
  }
  cpSync(whole, dataDir, { recursive: true });
}
