import { useEffect, useRef } from 'react';
import type { InboxItem } from './chat.shared';

/** Nearer to the end than this (px), the reader is at the end. */
const NEAR = 120;
/** Height of what lies over the page above and below (px). */
const BARS = 140;
/** What a person does to look elsewhere. */
const hands = ['pointerdown', 'touchstart', 'wheel', 'keydown'] as const;

interface Place {
  list: HTMLElement;
  end: HTMLElement;
}

/** Below the end of what is to be seen (px); at most 0 when the end is in view. */
function belowView(end: HTMLElement): number {
  return end.getBoundingClientRect().bottom - window.innerHeight;
}

/** The newest card, or the first unread one where not all that is unread fits the screen. */
function goToStart({ list, end }: Place, firstUnread: number): void {
  const first = firstUnread < 0 ? null : list.children[firstUnread];
  const unread = first ? end.getBoundingClientRect().bottom - first.getBoundingClientRect().top : 0;
  if (first && unread > window.innerHeight - BARS) {
    first.scrollIntoView({ block: 'start' });
  } else {
    end.scrollIntoView({ block: 'end' });
  }
}

/**
 * Opens a conversation at its newest card, or at the first unread one, and keeps it there while the page is still
 * being laid out or the browser puts back an older place. From the reader's first touch on it stays where the reader
 * is; new cards are followed only from the end.
 */
export function usePlace(items: readonly InboxItem[], unread: number) {
  const list = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const firstUnread = useRef<number | null>(null);
  const there = items.length > 0;
  if (there) {
    // What was unread on opening: showing it marks it as read.
    // Where nothing was ever read, the first is the oldest: the newest tells more.
    const some = unread > 0 && unread < items.length;
    firstUnread.current ??= some ? items.length - unread : -1;
  }
  useEffect(() => {
    if (!there || !list.current || !end.current) {
      return;
    }
    const place: Place = { list: list.current, end: end.current };
    let touched = false;
    let atEnd = true;
    const settle = () => {
      if (!touched) {
        goToStart(place, firstUnread.current ?? -1);
      } else if (atEnd) {
        place.end.scrollIntoView({ block: 'end' });
      }
    };
    const touch = () => {
      touched = true;
      atEnd = belowView(place.end) < NEAR;
    };
    const scrolled = () => {
      if (touched) {
        atEnd = belowView(place.end) < NEAR;
      } else {
        settle();
      }
    };
    settle();
    const sizes = new ResizeObserver(settle);
    sizes.observe(place.list);
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    hands.forEach((hand) => window.addEventListener(hand, touch, { capture: true, passive: true }));
    return () => {
      sizes.disconnect();
      document.removeEventListener('scroll', scrolled, { capture: true });
      hands.forEach((hand) => window.removeEventListener(hand, touch, { capture: true }));
    };
  }, [there]);
  return { list, end };
}
