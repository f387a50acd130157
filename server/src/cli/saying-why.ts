import { BackupRefused } from '../platform/backup/refused.js';
import { CommandError } from './io.js';

/** Does the work; a backup that is refused is told in its one sentence. */
export async function sayingWhy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof BackupRefused ? new CommandError(error.message) : error;
  }
}
