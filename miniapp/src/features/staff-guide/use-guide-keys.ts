import { useEffect, useRef } from 'react';
import { goTo } from '../staff-shell/address';
import { pagePath } from '../staff-shell/address.shared';
import { actOfKey, keysAreOn, type KeyAct } from './keys.shared';

/** How long G waits for its letter (ms). */
const leadMs = 1500;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

/** The search field of the page, unless the page has `/` for itself. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('.main input[type="search"]');
  field?.focus();
  return field !== null;
}

function hear(event: KeyboardEvent, led: boolean): KeyAct | null {
  const busy = event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target);
  const inDialog = document.querySelector('dialog[open]') !== null;
  return busy || inDialog || !keysAreOn() ? null : actOfKey(event.key, led);
}

/** Keys that mean the same on every page of the staff; heard before the page's own. */
export function useGuideKeys(onHelp: () => void): void {
  const led = useRef(0);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = hear(event, event.timeStamp - led.current < leadMs && led.current > 0);
      led.current = 0;
      if (act === null) {
        return;
      }
      if ('page' in act) {
        goTo(pagePath(act.page));
      } else if (act.act === 'help') {
        onHelp();
      } else if (act.act === 'lead') {
        led.current = event.timeStamp;
      } else if (!focusSearch()) {
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  });
}
