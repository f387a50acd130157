import { readdirSync, readFileSync } from 'node:fs';

/** O_CLOEXEC as /proc/self/fdinfo shows it, octal. */
const closesOnExec = 0o2000000;

function passesOn(descriptor: number): boolean {
  try {
    const flags = /^flags:\s*(\d+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'));
    return flags !== null && (parseInt(flags[1] ?? '', 8) & closesOnExec) === 0;
  } catch {
    return false;
  }
}

/**
 * Descriptors from `first` on that this process hands to every program it starts: what its own parent
 * left open. Node opens nothing like that, so it is enough to look once.
 */
export function inheritedDescriptors(first: number): number[] {
  return readdirSync('/proc/self/fd')
    .map(Number)
    .filter((descriptor) => descriptor >= first && passesOn(descriptor));
}
