/** Where a command writes: the result to `out`, everything else to `err`. */
export interface CommandIo {
  out: (text: string) => void;
  err: (text: string) => void;
  /** Asks the person at the terminal; null where there is none. */
  ask: ((question: string) => Promise<string>) | null;
}

/** Arguments that cannot be followed: exit code 2. */
export class UsageError extends Error {}

/** Something that cannot be done, said in one sentence: exit code 1. */
export class CommandError extends Error {}
