import { useLayoutEffect, useRef, useState } from 'react';

/** Rows drawn beyond what is seen, above and below. */
const BESIDE = 12;
/** The first row moves by so many at once, so that not every pixel draws anew. */
const STEP = 6;

interface Range {
  start: number;
  end: number;
  /** Of one row, px. */
  height: number;
}

/**
 * Which rows of a long list of equal heights are near what is seen, whatever scrolls it. The height is that of a drawn
 * row: larger text makes larger rows. Rows carry `data-row`.
 */
export function useRowWindow<E extends HTMLElement>(count: number, guess: number) {
  const list = useRef<E>(null);
  const [range, setRange] = useState<Range>({ start: 0, end: 2 * BESIDE, height: guess });
  useLayoutEffect(() => {
    const look = () => {
      const box = list.current;
      if (!box) {
        return;
      }
      const row = box.querySelector<HTMLElement>('[data-row]');
      const height = row === null ? guess : Math.max(1, row.getBoundingClientRect().height);
      const above = Math.max(0, -box.getBoundingClientRect().top);
      const first = Math.floor(above / height / STEP) * STEP;
      const seen = Math.ceil(window.innerHeight / height);
      const start = Math.max(0, Math.min(first - BESIDE, count - 1));
      const end = Math.min(count, first + seen + STEP + BESIDE);
      setRange((before) =>
        before.start === start && before.end === end && before.height === height
          ? before
          : { start, end, height },
      );
    };
    look();
    document.addEventListener('scroll', look, { capture: true, passive: true });
    window.addEventListener('resize', look);
    return () => {
      document.removeEventListener('scroll', look, { capture: true });
      window.removeEventListener('resize', look);
    };
  }, [count, guess]);
  const { start, end, height } = range;
  const last = Math.min(end, count);
  return { list, start, end: last, above: start * height, below: (count - last) * height };
}
