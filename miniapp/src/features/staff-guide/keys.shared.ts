import type { StaffPage } from '../staff-shell/address.shared';

/** G, then this letter: pages that every role may know; the rail shows those one may see. */
export const jumps: Readonly<Record<string, StaffPage>> = {
  h: 'home',
  p: 'positions',
  a: 'applications',
  b: 'board',
  l: 'live',
  m: 'meetings',
  t: 'pool',
  f: 'figures',
  c: 'chat',
  s: 'admin',
};

/** Keys of a page itself, as it hears them; what they do stands in `help:keys`. */
export const pageKeys: Readonly<
  Partial<Record<StaffPage, readonly (readonly [string, string])[]>>
> = {
  review: [
    ['K', 'play'],
    ['J', 'back'],
    ['L', 'on'],
    ['↑ ↓', 'sentence'],
    ['P N', 'question'],
    ['E', 'evidence'],
    ['A', 'whole'],
    ['< >', 'speed'],
    ['S', 'silence'],
    ['H', 'brief'],
    ['1–5', 'level'],
    ['⇧ 1–5', 'levelOn'],
    ['D', 'dimension'],
    ['C', 'comment'],
    ['M', 'mark'],
    ['O', 'opinion'],
    ['Ctrl ⏎', 'handIn'],
    ['F', 'file'],
  ],
  home: [['N', 'nextWaiting']],
  file: [
    ['1–9', 'tab'],
    ['V', 'room'],
    ['P H R', 'decide'],
    ['Z', 'undo'],
    ['1–9 ⏎', 'reason'],
    ['N', 'nextWaiting'],
  ],
  calibration: [
    ['1–5', 'level'],
    ['←', 'before'],
  ],
};

export type KeyAct = { act: 'help' } | { act: 'search' } | { act: 'lead' } | { page: StaffPage };

/** What a key means beside the page's own; `led`: G was pressed just before. Null: nothing. */
export function actOfKey(key: string, led: boolean): KeyAct | null {
  if (led) {
    const page = jumps[key.toLowerCase()];
    return page ? { page } : null;
  }
  if (key === '?' || key === '？') {
    return { act: 'help' };
  }
  if (key === '/') {
    return { act: 'search' };
  }
  return key === 'g' ? { act: 'lead' } : null;
}

const name = 'zhiyu.keys';

/** Single letters can be turned off on this device: speech input and some keyboards press them by accident. */
export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(name) !== 'off';
  } catch {
    return true;
  }
}

export function turnKeys(on: boolean): void {
  try {
    localStorage.setItem(name, on ? 'on' : 'off');
  } catch {
    // Where nothing is kept they stay on.
  }
}
