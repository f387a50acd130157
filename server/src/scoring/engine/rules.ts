/** What an engine does that one before it did not. */
export interface Rules {
  version: string;
  /** Passages that are said again are folded into the first of them (repeats.ts). */
  folds: boolean;
  /** Orders to the grader are found as in short answers: in nine languages, in disguise, hidden (text/orders.ts). */
  widely: boolean;
  /** An answer that another question of the position fits better has a wider error (misplaced.ts). */
  compares: boolean;
}

/** The version changes whenever the same input could give other bytes. */
export const now: Rules = { version: '1.6.0', folds: true, widely: true, compares: true };

/** Engines whose reports can still be rebuilt byte for byte. */
const before: Rules[] = [{ version: '1.5.0', folds: false, widely: false, compares: false }];

/** Stands on every report. */
export const ENGINE = { name: 'zhiyu-local', version: now.version };

/** The rules of the engine that made a report; today's where it is too old to be rebuilt. */
export function rulesOf(version: string): Rules {
  return before.find((one) => one.version === version) ?? now;
}
