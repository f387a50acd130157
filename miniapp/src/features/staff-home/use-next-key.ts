import { useEffect } from 'react';
import { isFreeKey } from '../staff-file/free-key';

/** N puts the focus on the first who waits, then on the next; Enter opens, as any link. */
export function useNextKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'n' || !isFreeKey(event)) {
        return;
      }
      const rows = [...document.querySelectorAll<HTMLElement>('.waits li > a')];
      const at = rows.findIndex((row) => row === document.activeElement);
      const next = rows[(at + 1) % Math.max(1, rows.length)];
      if (next) {
        event.preventDefault();
        next.focus();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
