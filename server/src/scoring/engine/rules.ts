/** What an engine does that one before it did not. */
export interface Rules {
  version: string;
  /** Passages that are said again are folded into the first of them (repeats.ts). */
  folds: boolean;
  /** Orders to the grader are found as in short answers: in nine languages, in disguise, hidden (text/orders.ts). */
  widely: boolean;
  /** An answer that another question of the position fits better has a wider error (misplaced.ts). */
  compares: boolean;
  /** Where there is no cue, what was written about the levels and the parts of the story are read (described.ts). */
  describes: boolean;
  /** The question read out with words around it is no answer (read-out.ts). */
  frames: boolean;
  /** Orders in letters that look like others, results in the form of data, and words in letters that nobody reads here are flagged (disguise.ts). */
  unmasks: boolean;
  /** A whole story in other words than the cues' is read by its parts and by what was written about the levels (retold.ts). */
  retells: boolean;
  /** Outcomes without a deed are at the floor (hollow.ts). */
  deeds: boolean;
  /** Sentences in a language that nobody reads here are left out and flagged (tongue.ts). */
  listens: boolean;
  /** The report names why its confidence is low (confidence.ts). */
  names: boolean;
  /** A language model's quotes in a follow-up's words are held to how surely these were heard (heard/second-engine.ts). */
  follows: boolean;
  /** A long clause that tells something is no list of cue words, however many it has (sift.ts). */
  hears: boolean;
  /** The report tells what was said of motives (motives/motives.ts). */
  seeks: boolean;
}

/** The version changes whenever the same input could give other bytes. */
export const now: Rules = {
  version: '1.9.0',
  ...{ folds: true, widely: true, compares: true },
  ...{ describes: true, frames: true, unmasks: true },
  ...{ retells: true, deeds: true, listens: true, names: true, follows: true },
  ...{ hears: true, seeks: true },
};

const eighth = { ...now, hears: false, seeks: false, version: '1.8.0' };
const older = { retells: false, deeds: false, listens: false, names: false, follows: false };
const seventh = { ...eighth, ...older, version: '1.7.0' };
const sixth = { ...seventh, version: '1.6.0', describes: false, frames: false, unmasks: false };
const fifth = { ...sixth, version: '1.5.0', folds: false, widely: false, compares: false };

/** Engines whose reports can still be rebuilt byte for byte. */
const before: Rules[] = [eighth, seventh, sixth, fifth];

/** Stands on every report. */
export const ENGINE = { name: 'zhiyu-local', version: now.version };

/** Whether a report of this engine can be rebuilt byte for byte. */
export function isKept(version: string): boolean {
  return [now, ...before].some((one) => one.version === version);
}

/** The rules of the engine that made a report; today's where it is too old to be rebuilt. */
export function rulesOf(version: string): Rules {
  return before.find((one) => one.version === version) ?? now;
}
