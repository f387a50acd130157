import type { CodingTask, Snapshot, Sources } from '@zhiyu/contracts/coding';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import { changeOf } from '@zhiyu/contracts/snapshots';
import { forget, read, write } from '../../platform/kept';

/** The program of an answer as this device has it; survives a reload and a lost network. */
export interface Kept {
  answerId: string;
  attemptId: string;
  language: ProgramLanguage;
  sources: Sources;
  /** Counts the changes. */
  revision: number;
  /** The newest revision the server has. */
  sent: number;
  /** The programs as of the last snapshot. */
  seen: Sources;
  /** Snapshots the server does not have; `first` is the number of the first of them. */
  pending: Snapshot[];
  first: number;
  /** The server takes no more snapshots. */
  full: boolean;
  pasted: boolean;
}

const keyOf = (answerId: string) => `zhiyu.program.${answerId}`;

function locally(answerId: string): Kept | null {
  try {
    const stored = read('device', keyOf(answerId));
    return stored === null ? null : (JSON.parse(stored) as Kept);
  } catch {
    return null;
  }
}

/** False where this device has no room: the server still has it. */
export function keepLocally(kept: Kept): boolean {
  try {
    write('device', keyOf(kept.answerId), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function forgetLocally(answerId: string): void {
  forget('device', keyOf(answerId));
}

/** What both this device and the server know of the program that is written on. */
function startFrom(task: CodingTask, from: Pick<Kept, 'language' | 'sources'> | null) {
  const starters = Object.fromEntries(
    task.languages.map(({ language, starter }) => [language, starter]),
  ) as Sources;
  const first = task.languages[0]?.language ?? 'python';
  return { language: from?.language ?? first, sources: { ...starters, ...from?.sources } };
}

/** Nothing of this attempt is known: its first picture is the whole program. */
function fresh() {
  const nothing = { revision: 0, sent: 0, first: 0, full: false, pasted: false };
  return { ...nothing, seen: {}, pending: [] };
}

/** The program to go on with: the newer of what this device and what the server have, else the starters. */
export function keptProgram(task: CodingTask, attemptId: string): Kept {
  const { answerId, work } = task;
  const local = locally(answerId);
  const same = work?.attemptId === attemptId ? work : null;
  if (local?.attemptId === attemptId && local.revision >= (same?.revision ?? 0)) {
    return local;
  }
  const start = startFrom(task, work ?? local);
  const kept: Kept = { ...fresh(), answerId, attemptId, ...start };
  if (same) {
    const { revision, snapshots } = same;
    Object.assign(kept, { revision, sent: revision, first: snapshots, seen: { ...same.sources } });
  }
  return kept;
}

/** Notes what changed since the last one. @returns whether anything did */
export function snapshot(kept: Kept, at: number): boolean {
  const { language } = kept;
  const source = kept.sources[language] ?? '';
  const change = changeOf(kept.seen[language] ?? '', source);
  if (!change || kept.revision === 0) {
    return false;
  }
  kept.seen[language] = source;
  if (!kept.full) {
    kept.pending.push({ at: Math.max(0, Math.round(at)), language, ...change });
  }
  return true;
}
