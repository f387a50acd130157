import { keysAreOn } from '../staff-guide/keys.shared';

/** A key that belongs to the page: pressed alone, and not where somebody writes, chooses or is asked something. */
export function isFreeKey(event: KeyboardEvent): boolean {
  const taken =
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, dialog[open], video') !== null;
  const inDialog = document.querySelector('dialog[open]') !== null;
  return keysAreOn() && !taken && !inDialog && !event.ctrlKey && !event.metaKey && !event.altKey;
}
