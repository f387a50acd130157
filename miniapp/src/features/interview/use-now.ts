import { useEffect, useState } from 'react';
import { serverTime } from '../../platform/clock';

/** The server's time (ms), renewed four times a second while it matters. */
export function useNow(active = true): number {
  const [now, setNow] = useState(serverTime);
  useEffect(() => {
    if (!active) {
      return;
    }
    setNow(serverTime());
    const timer = setInterval(() => setNow(serverTime()), 250);
    return () => clearInterval(timer);
  }, [active]);
  return now;
}

/** Whole seconds from `now` to a moment, never negative. */
export function secondsTo(moment: number | null, now: number): number {
  return moment === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1000));
}
