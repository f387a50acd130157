import { read, write } from '../../platform/kept';
import { secretBytes } from '../../platform/secret';

const KEY = 'zhiyu.device';

/** What only this device knows: with it a link whose answer was lost opens again. Undefined where nothing can be kept. */
export async function deviceSecret(): Promise<string | undefined> {
  try {
    const kept = read('device', KEY);
    if (kept !== null) {
      return kept;
    }
    const bytes = await secretBytes(24);
    if (bytes === null) {
      return undefined;
    }
    const made = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    write('device', KEY, made);
    return made;
  } catch {
    // A browser that keeps nothing opens the link as before.
    return undefined;
  }
}
