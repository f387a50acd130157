import { useEffect } from 'react';
import { keysAreOn } from '../staff-guide/keys.shared';
import { actOf, leadsOn, levelOfKey, type ReviewAct } from './room-keys.shared';

/** Where keys write or press by themselves. */
function ownsKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  const typed = target.matches('input:not([type="checkbox"]), textarea, select');
  return typed || (key === ' ' && target.matches('button, input, a'));
}

/** The room by the keyboard: acts and levels, except where somebody types. */
export function useKeys(
  onAct: (act: ReviewAct) => void,
  onLevel: (level: number, leadsOn: boolean) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inDialog = document.querySelector('dialog[open]') !== null;
      const act = actOf(event);
      // A chord is no letter: it works where somebody writes, and with single letters off.
      const chord = act === 'handIn';
      if (inDialog || (!chord && (!keysAreOn() || ownsKeys(event.target, event.key)))) {
        return;
      }
      const level = levelOfKey(event);
      if (level === null && act === null) {
        return;
      }
      event.preventDefault();
      if (act !== null) {
        onAct(act);
      } else if (level !== null) {
        onLevel(level, leadsOn(event));
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
