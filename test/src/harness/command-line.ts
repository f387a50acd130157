import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(import.meta.resolve('@zhiyu/server/cli'));

/** How a command ended. */
export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs a command of the product in a process of its own, on this data folder and database. */
export function zhiyu(
  { dataDir, url }: { dataDir: string; url?: string | undefined },
  ...args: string[]
): Promise<Ended> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: url ?? '', LOG_LEVEL: 'silent' };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], { env }, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}
