import { useEffect, useRef } from 'react';
import { keysAreOn } from '../staff-guide/keys.shared';

interface Answers {
  /** The reason at this place, the first is 0. */
  choose: (place: number) => void;
  submit: () => void;
}

function isWriting({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('textarea') !== null;
}

/** Enter decides, but not from a button of its own; where somebody writes it begins a line, and Ctrl or ⌘ decides. */
function decides(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.isComposing) {
    return false;
  }
  const onButton = event.target instanceof Element && event.target.closest('button') !== null;
  return event.ctrlKey || event.metaKey || (!onButton && !isWriting(event));
}

/** An open decision by the keyboard: 1–9 choose a reason, Enter decides. */
export function useReasonKeys(open: boolean, answers: Answers): void {
  const latest = useRef(answers);
  latest.current = answers;
  useEffect(() => {
    if (!open) {
      return undefined;
    }
    const press = (event: KeyboardEvent) => {
      const alone = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (decides(event)) {
        event.preventDefault();
        latest.current.submit();
      } else if (alone && !isWriting(event) && keysAreOn() && /^[1-9]$/.test(event.key)) {
        event.preventDefault();
        latest.current.choose(Number(event.key) - 1);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [open]);
}
