import type { UploadResult } from '@zhiyu/contracts/application';

/** How people are taken in: files, a table, or one by hand. */
export const intakeWays = ['files', 'table', 'one'] as const;
export type IntakeWay = (typeof intakeWays)[number];

export function wayOf(text: string): IntakeWay {
  return intakeWays.find((one) => one === text) ?? 'files';
}

export interface Handed {
  key: string;
  name: string;
  bytes: number;
  state: 'waiting' | 'sending' | 'done' | 'refused';
  result: UploadResult | null;
  /** The server's sentence when it was refused. */
  reason: string;
  /** The archive it came in; empty where it came alone. */
  from: string;
}

/** Whose files are taken one by one. */
export function isArchive(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** `1.2 MB`, `380 KB`. */
export function sizeText(bytes: number): string {
  return bytes >= 1_048_576
    ? `${(bytes / 1_048_576).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** What came of a file, as a key of `intake.result`. */
export function outcomeOf(
  file: Handed,
): 'waiting' | 'sending' | 'refused' | 'suspect' | 'again' | 'known' | 'look' | 'taken' {
  if (file.state !== 'done' || file.result === null) {
    return file.state === 'done' ? 'taken' : file.state;
  }
  if (file.result.suspects > 0) {
    return 'suspect';
  }
  if (file.result.last !== null) {
    return 'again';
  }
  if (file.result.known) {
    return 'known';
  }
  return file.result.screening.outcome === 'look' ? 'look' : 'taken';
}

interface Tally {
  all: number;
  taken: number;
  look: number;
  refused: number;
  open: number;
}

export function tallyOf(files: readonly Handed[]): Tally {
  const outcomes = files.map(outcomeOf);
  const count = (...wanted: string[]) => outcomes.filter((one) => wanted.includes(one)).length;
  return {
    all: files.length,
    taken: count('taken'),
    look: count('suspect', 'again', 'known', 'look'),
    refused: count('refused'),
    open: count('waiting', 'sending'),
  };
}
