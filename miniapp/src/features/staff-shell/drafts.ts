import { forget, read, write } from '../../platform/kept';

/** All of them under one name: signing out clears them at once. */
const KEPT = 'zhiyu.drafts';
/** Nobody comes back for it later than this (ms). */
const LIFE = 7 * 86_400_000;

interface Draft {
  at: number;
  value: unknown;
}

function drafts(): Record<string, Draft> {
  try {
    const kept = JSON.parse(read('device', KEPT) ?? '{}') as Record<string, Draft>;
    const young = Object.entries(kept).filter(([, { at }]) => Date.now() - at < LIFE);
    return Object.fromEntries(young);
  } catch {
    // A browser that keeps nothing, or something that is not ours.
    return {};
  }
}

/** What was written under this name and has not arrived, also before the page was closed; null: nothing. */
export function draftOf(name: string): unknown {
  return drafts()[name]?.value ?? null;
}

/** Keeps on the device what has not arrived; null once it has. */
export function keepDraft(name: string, value: unknown): void {
  const { [name]: known, ...others } = drafts();
  if (value === null && known === undefined) {
    return;
  }
  try {
    const kept = value === null ? others : { ...others, [name]: { at: Date.now(), value } };
    write('device', KEPT, JSON.stringify(kept));
  } catch {
    // Where nothing is kept it holds until the page closes.
  }
}

/** Of everybody on this device. */
export function forgetDrafts(): void {
  try {
    forget('device', KEPT);
  } catch {
    // Nothing was kept.
  }
}
