import { useEffect, useRef } from 'react';

/** For a row of parts that scrolls sideways on a phone: the part that is open is in view when it opens. */
export function useCurrentInView<T extends HTMLElement>(current: string) {
  const row = useRef<T>(null);
  useEffect(() => {
    row.current
      ?.querySelector('[aria-current="page"], [aria-selected="true"]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [current]);
  return row;
}
