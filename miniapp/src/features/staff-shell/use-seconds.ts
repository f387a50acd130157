import { useEffect, useState } from 'react';
import { serverTime } from '../../platform/clock';

const TICK = 1000;

/** Whole seconds left until a moment of the server's clock, 0 when it is over. */
export function useSeconds(until: number): number {
  const left = () => Math.max(0, Math.ceil((until - serverTime()) / TICK));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), TICK);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}
