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

/** The newest card, or the one to begin with where not all from there on fits the screen. */
function goToStart({ list, end }: Place, start: number): void {
  const first = start < 0 ? null : list.children[start];
  const height = first ? end.getBoundingClientRect().bottom - first.getBoundingClientRect().top : 0;
  if (first && height > window.innerHeight - BARS) {
    first.scrollIntoView({ block: 'start' });
  } else {
    end.scrollIntoView({ block: 'end' });
  }
}

/**
 * Opens a conversation at the card at `start`, or at its newest (-1), and keeps it there while the page is still
 * being laid out or the browser puts back an older place. From the reader's first touch on it stays where the reader
 * is; new cards are followed only from the end.
 */
export function usePlace(items: readonly InboxItem[], start: number) {
  const list = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const first = useRef<number | null>(null);
  const there = items.length > 0;
  if (there) {
    // As it was on opening: what is shown is marked as read.
    first.current ??= start;
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
        goToStart(place, first.current ?? -1);
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
